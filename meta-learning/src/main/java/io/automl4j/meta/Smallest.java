package io.automl4j.meta;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The smallest of many hashes. */
final class Smallest {
    /**
     * Of 64 bits of a hash the first 40 are kept: from all of them the cell could be computed, as mixing loses nothing.
     */
    private static final long KEPT = -1L << 24;

    private Smallest() {}

    /**
     * The smallest different ones, as they are kept.
     *
     * @param hashes some numbers
     * @param which the places of those that count; asked of few of them
     * @param most how many are wanted
     * @return in rising order
     */
    static long[] of(long[] hashes, IntPredicate which, int most) {
        long[] smallest = new long[Math.min(most, hashes.length)];
        int count = 0;
        for (int i = 0; i < hashes.length; i++) {
            long hash = hashes[i] & KEPT;
            if (count == smallest.length && hash >= smallest[count - 1]) {
                continue;
            }
            int place = Arrays.binarySearch(smallest, 0, count, hash);
            if (place < 0 && which.test(i)) {
                int at = -place - 1;
                count = Math.min(count + 1, smallest.length);
                System.arraycopy(smallest, at, smallest, at + 1, count - at - 1);
                smallest[at] = hash;
            }
        }
        return Arrays.copyOf(smallest, count);
    }

    /** What is kept of hashes in rising order. */
    static long[] kept(long[] hashes) {
        return Arrays.stream(hashes).map(hash -> hash & KEPT).distinct().toArray();
    }
}
