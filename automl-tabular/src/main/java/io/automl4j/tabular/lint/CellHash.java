package io.automl4j.tabular.lint;

import io.automl4j.api.Seeds;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.TimeColumn;

/** 64-bit hashes of cells: equal cells have equal hashes, and different ones hardly ever. */
final class CellHash {
    private static final long MISSING = 0x5bd1e9955bd1e995L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private static final long KEPT = -1L << 24;

    private CellHash() {}

    /**
     * What may be kept of a hash where the cells may not: its first 40 bits. From all of them a cell could be computed, as mixing
     * loses nothing.
     */
    static long kept(long hash) {
        return hash & KEPT;
    }

    /** The hash of each cell of a column. */
    static long[] of(Column column) {
        long[] hashes = new long[column.size()];
        if (column instanceof StringColumn texts) {
            long[] ofLevel = texts.levels().stream().mapToLong(CellHash::text).toArray();
            for (int row = 0; row < hashes.length; row++) {
                int code = texts.code(row);
                hashes[row] = code == StringColumn.MISSING ? MISSING : ofLevel[code];
            }
        } else if (column instanceof NumericColumn numbers) {
            for (int row = 0; row < hashes.length; row++) {
                double value = numbers.value(row);
                // adding 0 makes -0 and 0 the same
                hashes[row] = Double.isNaN(value) ? MISSING : Seeds.hash(Double.doubleToLongBits(value + 0.0));
            }
        } else if (column instanceof TimeColumn times) {
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = times.isMissing(row) ? MISSING : Seeds.hash(times.millis(row));
            }
        }
        return hashes;
    }

    private static long text(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return Seeds.hash(hash);
    }

    static long combine(long hash, long next) {
        return Seeds.hash(hash * 31 + next);
    }
}
