package io.automl4j.api.metric;

import java.util.Arrays;

/** Scores, or row numbers by them, in ascending order, by radix sort: ranking metrics are asked for thousands of times a run. */
final class RankedRows {
    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int FEW = 256;

    private RankedRows() {}

    /**
     * Sorts in place.
     *
     * @param scores no NaN; afterwards in ascending order, zeros without sign
     * @return for each place the row whose score stands there
     */
    static int[] sort(float[] scores) {
        long[] keyed = new long[scores.length];
        for (int row = 0; row < keyed.length; row++) {
            keyed[row] = (long) sortable(scores[row]) << Integer.SIZE | row;
        }
        long[] sorted = keyed.length <= FEW ? sortFew(keyed) : sortMany(keyed);
        int[] rows = new int[sorted.length];
        for (int place = 0; place < rows.length; place++) {
            rows[place] = (int) sorted[place];
            scores[place] = score((int) (sorted[place] >> Integer.SIZE));
        }
        return rows;
    }

    /** Keys of {@link #sortable} in ascending order; the array itself is written over. */
    static int[] sorted(int[] keys) {
        if (keys.length <= FEW) {
            Arrays.sort(keys);
            return keys;
        }
        int[] from = keys;
        int[] to = new int[keys.length];
        for (int shift = 0; shift < Integer.SIZE; shift += DIGIT_BITS) {
            int[] ends = new int[BUCKETS];
            for (int key : from) {
                ends[digit(key, shift)]++;
            }
            upTo(ends);
            for (int i = from.length - 1; i >= 0; i--) {
                to[--ends[digit(from[i], shift)]] = from[i];
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int digit(int key, int shift) {
        return ((key ^ Integer.MIN_VALUE) >>> shift) & (BUCKETS - 1);
    }

    private static void upTo(int[] counts) {
        for (int digit = 1; digit < BUCKETS; digit++) {
            counts[digit] += counts[digit - 1];
        }
    }

    /** A signed integer in the order of the numbers; adding 0 makes -0 and 0 the same. */
    static int sortable(float score) {
        int bits = Float.floatToRawIntBits(score + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private static float score(int sortable) {
        return Float.intBitsToFloat(sortable ^ ((sortable >> 31) & Integer.MAX_VALUE));
    }

    private static long[] sortFew(long[] keyed) {
        Arrays.sort(keyed);
        return keyed;
    }

    private static long[] sortMany(long[] keyed) {
        long[] from = keyed;
        long[] to = new long[keyed.length];
        for (int shift = Integer.SIZE; shift < Long.SIZE; shift += DIGIT_BITS) {
            int[] ends = ends(from, shift);
            for (int i = from.length - 1; i >= 0; i--) {
                to[--ends[digit(from[i], shift)]] = from[i];
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int[] ends(long[] keyed, int shift) {
        int[] ends = new int[BUCKETS];
        for (long key : keyed) {
            ends[digit(key, shift)]++;
        }
        upTo(ends);
        return ends;
    }

    /** The key without its sign bit's meaning: shifted so that negative numbers come first. */
    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (BUCKETS - 1);
    }
}
