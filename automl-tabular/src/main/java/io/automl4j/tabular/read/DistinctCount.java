package io.automl4j.tabular.read;

import java.util.Arrays;

/**
 * Counts different texts by their hashes, up to a limit: enough to know whether all are different, and how many are.
 * A column whose texts are all different is followed further than one where they repeat.
 */
final class DistinctCount {
    private static final int MOST_REPEATING = 1 << 16;
    private static final int MOST_UNIQUE = 1 << 18;
    private static final long PRIME = 0x100000001b3L;

    private long[] table = new long[16];
    private int size;
    private long seen;
    private boolean unique = true;
    private boolean stopped;

    void add(char[] text, int offset, int length) {
        if (stopped) {
            return;
        }
        seen++;
        if (insert(hash(text, offset, length))) {
            stopped = size >= (unique ? MOST_UNIQUE : MOST_REPEATING);
        } else {
            unique = false;
            stopped = size >= MOST_REPEATING;
        }
        if (stopped) {
            table = new long[0];
        }
    }

    /** Gives up counting: what the column holds needs no more of it. */
    void stop() {
        unique = false;
        stopped = true;
        table = new long[0];
    }

    private static long hash(char[] text, int offset, int length) {
        long hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = (hash ^ text[i]) * PRIME;
            hash ^= hash >>> 29;
        }
        hash *= 0xbf58476d1ce4e5b9L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash; // 0 marks a free place
    }

    private boolean insert(long hash) {
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = hash;
        if (++size * 2 > table.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        int mask = table.length - 1;
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> {
            int at = (int) hash & mask;
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = hash;
        });
    }

    /** How many different texts were counted, at most 262,144. */
    int distinct() {
        return size;
    }

    /** Whether all texts that were counted are different. */
    boolean unique() {
        return unique;
    }

    /** The share of texts that were new when they came. */
    double share() {
        return seen == 0 ? 0 : (double) size / seen;
    }
}
