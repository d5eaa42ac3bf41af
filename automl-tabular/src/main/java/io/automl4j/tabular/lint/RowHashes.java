package io.automl4j.tabular.lint;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.TimeColumn;

/** Hashes of 64 bits over cells; equal cells have equal hashes, different ones almost never. */
final class RowHashes {
    private RowHashes() {}

    static long ofColumn(Column column) {
        long hash = column.size();
        for (int row = 0; row < column.size(); row++) {
            hash = mix(hash ^ cell(column, row));
        }
        return hash;
    }

    /** Mixes the cells of a column into the hashes of the rows. */
    static void add(Column column, long[] hashes) {
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = mix(hashes[row] ^ cell(column, row));
        }
    }

    private static long cell(Column column, int row) {
        if (column instanceof NumericColumn numbers) {
            return Double.doubleToLongBits(numbers.value(row));
        }
        return column instanceof TimeColumn times ? times.millis(row) : ((StringColumn) column).code(row);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
