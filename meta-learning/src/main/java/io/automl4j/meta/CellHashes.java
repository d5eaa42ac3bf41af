package io.automl4j.meta;

import io.automl4j.api.Seeds;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.TimeColumn;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;

/** Hashes of the cells of a column, and which of these cells hardly another table has. */
final class CellHashes {
    /** Of columns with fewer telling values many tables have the same. */
    private static final int TELLING = 100;
    /** Numbers of no more significant digits than this are counts, grades, prices, which many tables share. */
    private static final int DIGITS = 4;

    private static final double EXACT = 1e-9;
    private static final long MISSING = 1;

    private final long[] hashes;
    private final IntPredicate tells;

    private CellHashes(long[] hashes, IntPredicate tells) {
        this.hashes = hashes;
        this.tells = tells;
    }

    static CellHashes of(Column column) {
        long[] hashes = new long[column.size()];
        if (column instanceof StringColumn texts) {
            List<OptionalDouble> numbers =
                    texts.levels().stream().map(CellHashes::number).toList();
            long[] ofLevels = new long[numbers.size()];
            for (int level = 0; level < ofLevels.length; level++) {
                ofLevels[level] = hash(texts.levels().get(level), numbers.get(level));
            }
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = texts.isMissing(row) ? MISSING : ofLevels[texts.code(row)];
            }
            return new CellHashes(
                    hashes,
                    row -> !texts.isMissing(row)
                            && numbers.get(texts.code(row)).stream().noneMatch(CellHashes::isCommon));
        }
        if (column instanceof NumericColumn numbers) {
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] =
                        numbers.isMissing(row) ? MISSING : Seeds.hash(Double.doubleToLongBits(numbers.value(row)));
            }
            return new CellHashes(hashes, row -> !numbers.isMissing(row) && !isCommon(numbers.value(row)));
        }
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = column.isMissing(row) ? MISSING : hash(column.text(row), number(column.text(row)));
        }
        // many tables are about the same days
        return new CellHashes(hashes, row -> !(column instanceof TimeColumn) && !column.isMissing(row));
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Numbers hash alike, whether they were read as numbers or as labels. */
    private static long hash(String text, OptionalDouble number) {
        if (number.isPresent()) {
            return Seeds.hash(Double.doubleToLongBits(number.getAsDouble()));
        }
        long hash = 7;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return Seeds.hash(hash);
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
            sums[row] += sign * hashes[row];
        }
    }

    /** Whether the column has enough values by which it is recognised. */
    boolean isTelling() {
        Set<Long> own = new HashSet<>();
        for (int row = 0; row < hashes.length && own.size() < TELLING; row++) {
            if (tells.test(row)) {
                own.add(hashes[row]);
            }
        }
        return own.size() >= TELLING;
    }

    /** The smallest hashes of telling values. */
    long[] smallest(int most) {
        return Smallest.of(hashes, tells, most);
    }
}
