package io.automl4j.meta;

import io.automl4j.api.Seeds;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleToLongFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Hashes of the cells of a column, and which of these cells hardly another table has. A table may have been written again with
 * fewer digits, so in rows numbers with a fraction are rounded; among the values of a column, which has only so many of few digits, they are
 * not.
 */
final class CellHashes {
    /** Of columns with fewer telling values many tables have the same. */
    private static final int TELLING = 100;
    /** Numbers of no more significant digits than this are counts, grades, prices, which many tables share. */
    private static final int DIGITS = 4;
    /** What numbers with a fraction have after rounding. */
    private static final int ROUNDED_DIGITS = 5;
    /** Those of ten that are exact, so that quotients by them are the nearest to what is meant. */
    private static final double[] POWERS = IntStream.rangeClosed(0, 22)
            .mapToDouble(power -> Math.pow(10, power))
            .toArray();

    private static final double EXACT = 1e-9;
    private static final long MISSING = 1;

    private final int rows;
    private final IntToLongFunction inRow;
    private final IntToLongFunction ofValue;
    private final IntPredicate tells;

    private CellHashes(int rows, IntToLongFunction inRow, IntToLongFunction ofValue, IntPredicate tells) {
        this.rows = rows;
        this.inRow = inRow;
        this.ofValue = ofValue;
        this.tells = tells;
    }

    static CellHashes of(Column column) {
        if (column instanceof StringColumn texts) {
            return of(texts);
        }
        if (column instanceof NumericColumn numbers) {
            return of(numbers);
        }
        IntToLongFunction hash = row ->
                column.isMissing(row) ? MISSING : hash(column.text(row), OptionalDouble.empty(), CellHashes::ofExact);
        // many tables are about the same days
        return new CellHashes(column.size(), hash, hash, row -> false);
    }

    private static CellHashes of(StringColumn texts) {
        List<OptionalDouble> numbers =
                texts.levels().stream().map(CellHashes::number).toList();
        long[] inRows = new long[numbers.size()];
        long[] ofValues = new long[numbers.size()];
        for (int level = 0; level < inRows.length; level++) {
            String text = texts.levels().get(level);
            inRows[level] = hash(text, numbers.get(level), CellHashes::ofRounded);
            ofValues[level] = hash(text, numbers.get(level), CellHashes::ofExact);
        }
        return new CellHashes(
                texts.size(),
                row -> texts.isMissing(row) ? MISSING : inRows[texts.code(row)],
                row -> texts.isMissing(row) ? MISSING : ofValues[texts.code(row)],
                row -> !texts.isMissing(row)
                        && numbers.get(texts.code(row)).stream().noneMatch(CellHashes::isCommon));
    }

    private static CellHashes of(NumericColumn numbers) {
        return new CellHashes(
                numbers.size(),
                row -> numbers.isMissing(row) ? MISSING : ofRounded(numbers.value(row)),
                row -> ofExact(numbers.value(row)),
                row -> !numbers.isMissing(row) && !isCommon(numbers.value(row)));
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Numbers hash alike, whether they were read as numbers or as labels. */
    private static long hash(String text, OptionalDouble number, DoubleToLongFunction ofNumber) {
        if (number.isPresent()) {
            return ofNumber.applyAsLong(number.getAsDouble());
        }
        long hash = 7;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return Seeds.hash(hash);
    }

    private static long ofExact(double value) {
        return Seeds.hash(Double.doubleToLongBits(value));
    }

    private static long ofRounded(double value) {
        return ofExact(value == Math.rint(value) ? value : rounded(value));
    }

    private static double rounded(double value) {
        int power = ROUNDED_DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (!Double.isFinite(value) || Math.abs(power) >= POWERS.length) {
            return value;
        }
        double scale = POWERS[Math.abs(power)];
        return power < 0 ? Math.rint(value / scale) * scale : Math.rint(value * scale) / scale;
    }

    private static boolean isCommon(double value) {
        double size = Math.abs(value);
        if (size == 0 || !Double.isFinite(size)) {
            return true;
        }
        double digits = size * Math.pow(10, DIGITS - 1 - Math.floor(Math.log10(size)));
        return Math.abs(Math.rint(digits) - digits) <= EXACT * digits;
    }

    /** Adds them to what there is of each row, or takes them away: a sum, so that the order of columns does not matter. */
    void addTo(long[] sums, int sign) {
        for (int row = 0; row < sums.length; row++) {
            sums[row] += sign * inRow.applyAsLong(row);
        }
    }

    /** Whether the column has enough values by which it is recognised. */
    boolean isTelling() {
        Set<Long> own = new HashSet<>();
        for (int row = 0; row < rows && own.size() < TELLING; row++) {
            if (tells.test(row)) {
                own.add(ofValue.applyAsLong(row));
            }
        }
        return own.size() >= TELLING;
    }

    /** The smallest hashes of telling values. */
    long[] smallest(int most) {
        return Smallest.of(IntStream.range(0, rows).mapToLong(ofValue).toArray(), tells, most);
    }
}
