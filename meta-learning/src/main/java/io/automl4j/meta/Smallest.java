package io.automl4j.meta;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The smallest of many hashes. */
final class Smallest {
    private Smallest() {}

    /**
     * The smallest different ones.
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
            long hash = hashes[i];
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

    /** The first bits of hashes in rising order. */
    static long[] kept(long[] hashes, int bits) {
        return Arrays.stream(hashes)
                .map(hash -> hash & (-1L << (Long.SIZE - bits)))
                .distinct()
                .toArray();
    }
}
