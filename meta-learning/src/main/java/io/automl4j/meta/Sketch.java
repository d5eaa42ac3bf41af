package io.automl4j.meta;

import io.automl4j.api.Seeds;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * By which a table is recognised when it comes again, whole or in part, with rows and columns in another order (so a row is its
 * cells, wherever they are), with other names, or with some columns less: the smallest hashes of its rows, and of the values of each column that has
 * values of its own (bottom-k sketches, Cohen and Kaplan, 2007). Of two tables with common rows a part of the smallest
 * hashes is common; of two that have nothing to do with each other hardly any is. Where hardly a column has values of its own,
 * there are hashes of rows without each of the columns.
 *
 * <p>Of the hash of a row 40 bits are kept, of that of a value 24. So no cell can be computed from one, but whoever tries all numbers of some
 * digits, or all words, finds few that a hash may be of.
 *
 * @param rows the smallest hashes of rows, in rising order
 * @param columns the smallest hashes of values of each telling column, in rising order; of at most 256 columns
 * @param without the smallest hashes of rows without a column, for each column, in rising order; empty where columns tell enough
 */
public record Sketch(long[] rows, List<long[]> columns, List<long[]> without) {
    private static final int ROWS = 1_024;

    private static final int VALUES = 32;
    private static final int ROWS_WITHOUT = 32;

    /** From all 64 bits of a hash a cell could be computed, as mixing loses nothing; these tell tables of millions of rows apart. */
    private static final int BITS_OF_ROWS = 40;

    private static final int BITS_OF_VALUES = 24;

    /** With so many telling columns the rows without one of them are not needed … */
    private static final int ENOUGH_COLUMNS = 2;
    /** … and with more than so many of any kind they were too much. */
    private static final int MOST_COLUMNS = 64;
    /** So many telling columns are compared; parts of the rows of a wider table are recognised by rows alone. */
    private static final int MOST_TELLING = 256;

    /** Tables with fewer different rows have the same ones by chance: those of a few flags. */
    private static final int FEWEST_ROWS = 32;
    /** Of fewer hashes of rows, as far as both sketches reach, common ones tell nothing … */
    private static final int LEAST_OF_ROWS = 4;
    /** … and of values, which are common by chance sooner. */
    private static final int LEAST_OF_VALUES = 8;
    /** What part of the hashes, as far as both sketches reach, must be common. */
    private static final double ALIKE_ROWS = 0.1;

    private static final double ALIKE_VALUES = 0.5;
    /** What part of the telling columns of the table with fewer of them must be found in the other. */
    private static final double ALIKE_COLUMNS = 0.5;

    /** A sketch of nothing, which is similar to none. */
    public static final Sketch NONE = new Sketch(new long[0], List.of(), List.of());

    /** Keeps of each hash what it takes to recognise a table, and no more. */
    public Sketch {
        rows = Smallest.kept(rows, BITS_OF_ROWS);
        columns = columns.stream()
                .map(values -> Smallest.kept(values, BITS_OF_VALUES))
                .toList();
        without =
                without.stream().map(some -> Smallest.kept(some, BITS_OF_ROWS)).toList();
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
            CellHashes cells = CellHashes.of(column);
            cells.addTo(sums, 1);
            if (cells.isTelling()) {
                columns.add(cells.smallest(VALUES));
            }
        }
        boolean tellEnough = columns.size() >= ENOUGH_COLUMNS || table.columns().size() > MOST_COLUMNS;
        return new Sketch(ofRows(sums, ROWS), few(columns), tellEnough ? List.of() : without(table, sums));
    }

    /** Of very many columns those with the smallest hashes, so that of the same rows without some columns mostly the same ones are kept. */
    private static List<long[]> few(List<long[]> columns) {
        if (columns.size() <= MOST_TELLING) {
            return columns;
        }
        return columns.stream()
                .sorted(Comparator.comparingLong(values -> values[0]))
                .limit(MOST_TELLING)
                .toList();
    }

    /** Columns are hashed again: the hashes of all at once would take as much memory as the table. */
    private static List<long[]> without(Table table, long[] sums) {
        List<long[]> without = new ArrayList<>();
        for (Column column : table.columns()) {
            long[] others = sums.clone();
            CellHashes.of(column).addTo(others, -1);
            without.add(ofRows(others, ROWS_WITHOUT));
        }
        return without;
    }

    private static long[] ofRows(long[] sums, int most) {
        return Smallest.of(Arrays.stream(sums).map(Seeds::hash).toArray(), row -> true, most);
    }

    /**
     * Whether two tables are the same in the main: parts of one table, or one table with a few other columns.
     *
     * @param other another sketch
     * @return true if what is learned from one tells about rows of the other
     */
    public boolean isSimilarTo(Sketch other) {
        // few different rows tell little of a part of them, but the same ones are those of the same table, or of one
        // that is like it
        boolean same = rows.length > 0 && Arrays.equals(rows, other.rows);
        return same
                || haveCommonRows(rows, other.rows)
                || without.stream().anyMatch(some -> haveCommonRows(some, other.rows))
                || other.without.stream().anyMatch(some -> haveCommonRows(some, rows))
                || haveCommonColumns(other);
    }

    private static boolean haveCommonRows(long[] one, long[] other) {
        return Math.min(one.length, other.length) >= FEWEST_ROWS && alike(one, other, LEAST_OF_ROWS) >= ALIKE_ROWS;
    }

    private boolean haveCommonColumns(Sketch other) {
        List<long[]> fewer = columns.size() <= other.columns.size() ? columns : other.columns;
        List<long[]> more = columns.size() <= other.columns.size() ? other.columns : columns;
        long found = fewer.stream()
                .filter(values ->
                        more.stream().anyMatch(others -> alike(values, others, LEAST_OF_VALUES) >= ALIKE_VALUES))
                .count();
        return found > 0 && found >= ALIKE_COLUMNS * fewer.size();
    }

    /** Which part of the hashes, as far as both sketches reach, is in both; of the one that has fewer of them there; 0 where these are too few. */
    private static double alike(long[] one, long[] other, int least) {
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
        int fewer = Math.min(ofOne, ofOther);
        return fewer < least ? 0 : common / (double) fewer;
    }
}
