package io.automl4j.meta;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By which a table is recognised when it comes again, whole or in part, with rows and columns in another order (so a row is its
 * cells, wherever they are), with other names, or with some columns less: the smallest hashes of its rows, and of the values of each column that has
 * values of its own (bottom-k sketches, Cohen and Kaplan, 2007). Of two tables with common rows a part of the smallest
 * hashes is common; of two that have nothing to do with each other hardly any is.
 *
 * @param rows the smallest hashes of rows, in rising order
 * @param columns the smallest hashes of values of each telling column, in rising order
 */
public record Sketch(long[] rows, List<long[]> columns) {
    private static final int ROWS = 128;
    private static final int VALUES = 16;

    /** Of columns with fewer values many tables have the same: flags, grades, ages. */
    private static final int TELLING = 100;
    /** Whole numbers up to here are counts and codes, which many tables share. */
    private static final double COMMON = 10_000;

    /** Tables with fewer different rows have the same ones by chance: those of a few flags. */
    private static final int FEWEST_ROWS = 32;
    /** What part of the hashes, as far as both sketches reach, must be common. */
    private static final double ALIKE_ROWS = 0.1;

    private static final double ALIKE_VALUES = 0.5;
    /** What part of the telling columns of the table with fewer of them must be found in the other. */
    private static final double ALIKE_COLUMNS = 0.5;

    /** A sketch of nothing, which is similar to none. */
    public static final Sketch NONE = new Sketch(new long[0], List.of());

    /** Copies the list. */
    public Sketch {
        columns = List.copyOf(columns);
    }

    /**
     * The sketch of a table.
     *
     * @param table all of its rows, with the target
     * @return a sketch of at most some kilobytes
     */
    public static Sketch of(Table table) {
        long[] sums = new long[table.rows()];
        List<long[]> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            long[] hashes = hashes(column);
            for (int row = 0; row < sums.length; row++) {
                // a sum, so that the order of columns does not matter
                sums[row] += hashes[row];
            }
            if (isTelling(column, hashes)) {
                columns.add(smallest(hashes, VALUES));
            }
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] = mix(sums[row]);
        }
        return new Sketch(smallest(sums, ROWS), columns);
    }

    private static long[] hashes(Column column) {
        long[] hashes = new long[column.size()];
        long[] ofLevels = column instanceof StringColumn texts
                ? texts.levels().stream().mapToLong(level -> mix(hash(level))).toArray()
                : new long[0];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = column.isMissing(row) ? 1 : hash(column, row, ofLevels);
        }
        return hashes;
    }

    private static long hash(Column column, int row, long[] ofLevels) {
        if (column instanceof NumericColumn numbers) {
            return mix(Double.doubleToLongBits(numbers.value(row)));
        }
        return column instanceof StringColumn texts ? ofLevels[texts.code(row)] : mix(hash(column.text(row)));
    }

    /** Numbers hash alike, whether they were read as numbers or as labels. */
    private static long hash(String text) {
        try {
            return Double.doubleToLongBits(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            long hash = 7;
            for (int i = 0; i < text.length(); i++) {
                hash = 31 * hash + text.charAt(i);
            }
            return hash;
        }
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long bits) {
        long mixed = bits + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static boolean isTelling(Column column, long[] hashes) {
        Set<Long> own = new HashSet<>();
        for (int row = 0; row < hashes.length && own.size() < TELLING; row++) {
            if (!column.isMissing(row) && !isCommon(column, row)) {
                own.add(hashes[row]);
            }
        }
        return own.size() >= TELLING;
    }

    private static boolean isCommon(Column column, int row) {
        return column instanceof NumericColumn numbers
                && Math.rint(numbers.value(row)) == numbers.value(row)
                && Math.abs(numbers.value(row)) < COMMON;
    }

    /** The smallest different ones, in rising order. */
    private static long[] smallest(long[] hashes, int most) {
        long[] smallest = new long[Math.min(most, hashes.length)];
        int count = 0;
        for (long hash : hashes) {
            if (count == smallest.length && hash >= smallest[count - 1]) {
                continue;
            }
            int place = Arrays.binarySearch(smallest, 0, count, hash);
            if (place < 0) {
                int at = -place - 1;
                count = Math.min(count + 1, smallest.length);
                System.arraycopy(smallest, at, smallest, at + 1, count - at - 1);
                smallest[at] = hash;
            }
        }
        return Arrays.copyOf(smallest, count);
    }

    /**
     * Whether two tables are the same in the main: parts of one table, or one table with a few other columns.
     *
     * @param other another sketch
     * @return true if what is learned from one tells about rows of the other
     */
    public boolean isSimilarTo(Sketch other) {
        boolean tell = Math.min(rows.length, other.rows.length) >= FEWEST_ROWS;
        // few different rows tell little of a part of them, but the same ones are those of the same table, or of one
        // that is like it
        boolean same = rows.length > 0 && Arrays.equals(rows, other.rows);
        return same || (tell && alike(rows, other.rows) >= ALIKE_ROWS) || haveCommonColumns(other);
    }

    private boolean haveCommonColumns(Sketch other) {
        List<long[]> fewer = columns.size() <= other.columns.size() ? columns : other.columns;
        List<long[]> more = columns.size() <= other.columns.size() ? other.columns : columns;
        long found = fewer.stream()
                .filter(values -> more.stream().anyMatch(others -> alike(values, others) >= ALIKE_VALUES))
                .count();
        return found > 0 && found >= ALIKE_COLUMNS * fewer.size();
    }

    /** Which part of the hashes, as far as both sketches reach, is in both; of the one that has fewer of them there. */
    private static double alike(long[] one, long[] other) {
        if (one.length == 0 || other.length == 0) {
            return 0;
        }
        long reach = Math.min(one[one.length - 1], other[other.length - 1]);
        int common = 0;
        int ofOne = 0;
        int ofOther = 0;
        while ((ofOne < one.length && one[ofOne] <= reach) || (ofOther < other.length && other[ofOther] <= reach)) {
            long first = ofOne < one.length ? one[ofOne] : Long.MAX_VALUE;
            long second = ofOther < other.length ? other[ofOther] : Long.MAX_VALUE;
            common += first == second ? 1 : 0;
            ofOne += first <= second ? 1 : 0;
            ofOther += second <= first ? 1 : 0;
        }
        return common / (double) Math.max(1, Math.min(ofOne, ofOther));
    }
}
