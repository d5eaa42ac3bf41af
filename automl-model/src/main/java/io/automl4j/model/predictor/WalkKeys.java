package io.automl4j.model.predictor;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What rows are tested by in a {@link TreeWalk}: for each column a key for nodes with a threshold and one for those with a set of codes,
 * each once for nodes that send missing values to the left, and once for those that send them to the right. There are only those that
 * some node asks for, so that the keys of a row fill few lines of a cache.
 *
 * @implNote Immutable, safe for use by many threads.
 */
final class WalkKeys {
    /** The place of the key by which leaves lead to themselves. */
    static final int OF_LEAVES = 0;
    /** Codes up to this one have bits of their own. */
    static final int LARGEST_CODE = 29;

    private static final int FLAGS_FROM = Integer.numberOfTrailingZeros(TreesModel.CODES);
    private static final int KINDS = 4;
    private static final long ALWAYS_LEFT = taken(Integer.MIN_VALUE);
    private static final long ALWAYS_RIGHT = taken(Integer.MAX_VALUE);

    /** For each key after that of leaves the column with flags, as nodes have them, in rising order. */
    private final int[] tests;

    private WalkKeys(int[] tests) {
        this.tests = tests;
    }

    /** The keys that nodes ask for. */
    static WalkKeys of(int width, int[] nodes) {
        BitSet asked = new BitSet(KINDS * width);
        for (int from = 0; from < nodes.length; from += TreesModel.STRIDE) {
            if (nodes[from] != TreesModel.LEAF) {
                asked.set((nodes[from] >>> FLAGS_FROM) * width + (nodes[from] & TreesModel.FEATURE));
            }
        }
        return new WalkKeys(asked.stream()
                .map(kind -> (kind / width) << FLAGS_FROM | kind % width)
                .toArray());
    }

    /** How many keys a row has. */
    int count() {
        return 1 + tests.length;
    }

    /** The place of the key of a test among those of a row. */
    int of(int test) {
        return OF_LEAVES + 1 + Arrays.binarySearch(tests, test);
    }

    /** The keys of some rows of a batch. */
    long[] of(float[] values, int from, int to, int stride) {
        long[] keys = new long[(to - from) * count()];
        for (int row = from; row < to; row++) {
            int at = (row - from) * count();
            keys[at + OF_LEAVES] = ALWAYS_LEFT;
            for (int i = 0; i < tests.length; i++) {
                keys[at + OF_LEAVES + 1 + i] = key(values[row * stride + (tests[i] & TreesModel.FEATURE)], tests[i]);
            }
        }
        return keys;
    }

    private static long key(float value, int test) {
        if (Float.isNaN(value)) {
            return (test & TreesModel.MISSING_LEFT) != 0 ? ALWAYS_LEFT : ALWAYS_RIGHT;
        }
        return (test & TreesModel.CODES) != 0 ? shifted((int) value) : taken(whole(value));
    }

    /** The key by which a bound loses a value. */
    private static long taken(int value) {
        return (long) value << Integer.SIZE;
    }

    /** The key by which the bit of a code becomes the sign of a bound; a code that no set has goes where the last bit leads. */
    private static long shifted(int code) {
        return Long.SIZE - 1L - (code >= 0 && code <= LARGEST_CODE ? code : LARGEST_CODE + 1);
    }

    /** A whole number that is larger for a larger value; 0 and -0 have one. */
    static int whole(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
