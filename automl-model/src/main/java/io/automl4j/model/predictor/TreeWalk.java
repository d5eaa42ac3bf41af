package io.automl4j.model.predictor;

import java.util.Optional;

/**
 * Trees in a form in which rows walk them without a branch whose outcome nobody can guess, and from few lines of a cache:
 * thresholds and values are whole numbers in the same order, the sign of whose difference chooses the child; leaves lead to
 * themselves. It walks as {@link FlatTrees} does.
 *
 * <p>A node is one long. Its lowest {@value #CHILD_BITS} bits are the left child, after which the right one comes, for a leaf itself.
 * The next {@value #KEY_BITS} say where its key is, and the highest 32 are a bound, the codes that lead to the right, or the place
 * of a leaf's values. For each column a row has four keys: one for nodes with a threshold and one for those with a set of codes, each
 * once for nodes that send missing values to the left, and once for those that send them to the right. A key is what is taken from
 * the bound (the value, as a whole number) and, in its lowest bits, how far the bound is shifted before (so that the bit of the code
 * becomes the sign); a row goes to the right where the difference is negative. The first key of a row is below every bound: that of
 * leaves.
 *
 * <p>Nodes are in the {@link WalkOrder}.
 *
 * @implNote Immutable, safe for use by many threads.
 */
final class TreeWalk {
    /**
     * So many trees are walked in turn, so that the processor need not wait for one to take a step of another; of more all would wait
     * for the deepest.
     */
    static final int TOGETHER = 4;

    private static final int CHILD_BITS = 20;
    private static final int KEY_BITS = 12;
    private static final int CHILD = (1 << CHILD_BITS) - 1;
    private static final int KEY = (1 << KEY_BITS) - 1;
    private static final long KEY_OF_NODE = (long) KEY << CHILD_BITS;
    /** More nodes would take more memory than they are worth. */
    private static final int MOST_NODES = 500_000;

    private static final int KEYS = 4;
    /** After the keys of the values of a column come those of its code. */
    private static final int OF_CODES = 2;

    private static final int MOST_COLUMNS = KEY / KEYS - 1;
    /** Codes up to this one have bits of their own. */
    private static final int LARGEST_CODE = 29;

    private static final long ALWAYS_LEFT = taken(Integer.MIN_VALUE);
    private static final long ALWAYS_RIGHT = taken(Integer.MAX_VALUE);

    private final int width;
    private final int[] roots;
    private final long[] walk;

    private TreeWalk(int width, int[] roots, long[] walk) {
        this.width = width;
        this.roots = roots;
        this.walk = walk;
    }

    /** Trees that can be walked so; empty if there are too many nodes or columns, or codes that are too large. */
    static Optional<TreeWalk> of(int width, int[] roots, int[] nodes, int[] codes) {
        int count = nodes.length / TreesModel.STRIDE;
        if (count > MOST_NODES || width > MOST_COLUMNS) {
            return Optional.empty();
        }
        for (int from = 0; from < nodes.length; from += TreesModel.STRIDE) {
            boolean set = nodes[from] != TreesModel.LEAF && (nodes[from] & TreesModel.CODES) != 0;
            if (set && hasLargeCodes(codes, nodes[from + 1])) {
                return Optional.empty();
            }
        }
        int[] places = new WalkOrder(nodes).of(roots);
        return Optional.of(new TreeWalk(width, starts(roots, places), walk(nodes, codes, places)));
    }

    /** The last tree is there again so often that trees are whole groups. */
    private static int[] starts(int[] roots, int[] places) {
        int groups = (roots.length + TOGETHER - 1) / TOGETHER;
        int[] starts = new int[groups * TOGETHER];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = places[roots[Math.min(i, roots.length - 1)]];
        }
        return starts;
    }

    private static long[] walk(int[] nodes, int[] codes, int[] places) {
        long[] walk = new long[places.length];
        for (int node = 0; node < places.length; node++) {
            // what no tree leads to has no place
            if (places[node] != WalkOrder.NOWHERE) {
                walk[places[node]] = packed(nodes, node * TreesModel.STRIDE, codes, places);
            }
        }
        return walk;
    }

    private static long packed(int[] nodes, int from, int[] codes, int[] places) {
        int test = nodes[from];
        int last = nodes[from + 2];
        if (test == TreesModel.LEAF) {
            return packed(last, 0, places[from / TreesModel.STRIDE]);
        }
        int key = (1 + (test & TreesModel.FEATURE)) * KEYS + ((test & TreesModel.MISSING_LEFT) != 0 ? 0 : 1);
        return (test & TreesModel.CODES) != 0
                ? packed(~bits(codes, nodes[from + 1]), key + OF_CODES, places[last])
                : packed(key(Float.intBitsToFloat(nodes[from + 1])), key, places[last]);
    }

    private static long packed(int bound, int key, int child) {
        return (long) bound << Integer.SIZE | (long) key << CHILD_BITS | child;
    }

    private static boolean hasLargeCodes(int[] codes, int set) {
        for (int word = 0; word < codes[set]; word++) {
            int bits = codes[set + 1 + word];
            if (word > 0 ? bits != 0 : bits >>> (LARGEST_CODE + 1) != 0) {
                return true;
            }
        }
        return false;
    }

    private static int bits(int[] codes, int set) {
        return codes[set] == 0 ? 0 : codes[set + 1];
    }

    /** A whole number that is larger for a larger value; 0 and -0 have one. */
    private static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /** How many keys a row has. */
    int keys() {
        return (1 + width) * KEYS;
    }

    /** The keys of some rows of a batch. */
    long[] keys(float[] values, int from, int to, int stride) {
        long[] keys = new long[(to - from) * keys()];
        for (int row = from; row < to; row++) {
            int at = (row - from) * keys();
            keys[at] = ALWAYS_LEFT;
            for (int column = 0; column < width; column++) {
                put(values[row * stride + column], keys, at + (1 + column) * KEYS);
            }
        }
        return keys;
    }

    private static void put(float value, long[] keys, int at) {
        boolean missing = Float.isNaN(value);
        long threshold = taken(key(value));
        long code = shifted((int) value);
        keys[at] = missing ? ALWAYS_LEFT : threshold;
        keys[at + 1] = missing ? ALWAYS_RIGHT : threshold;
        keys[at + OF_CODES] = missing ? ALWAYS_LEFT : code;
        keys[at + OF_CODES + 1] = missing ? ALWAYS_RIGHT : code;
    }

    /** The key by which a bound loses a value. */
    private static long taken(int value) {
        return (long) value << Integer.SIZE;
    }

    /** The key by which the bit of a code becomes the sign of a bound; a code that no set has goes where the last bit leads. */
    private static long shifted(int code) {
        return Long.SIZE - 1L - (code >= 0 && code <= LARGEST_CODE ? code : LARGEST_CODE + 1);
    }

    /** The places that a row, whose keys begin at an index, ends at in some trees, in turn. */
    void leaves(int tree, long[] keys, int row, int[] to) {
        long a = walk[roots[tree]];
        long b = walk[roots[tree + 1]];
        long c = walk[roots[tree + 2]];
        long d = walk[roots[tree + 3]];
        // leaves have the first key
        while (((a | b | c | d) & KEY_OF_NODE) != 0) {
            a = child(a, keys, row);
            b = child(b, keys, row);
            c = child(c, keys, row);
            d = child(d, keys, row);
        }
        to[0] = (int) (a >> Integer.SIZE);
        to[1] = (int) (b >> Integer.SIZE);
        to[2] = (int) (c >> Integer.SIZE);
        to[3] = (int) (d >> Integer.SIZE);
    }

    private long child(long node, long[] keys, int row) {
        int low = (int) node;
        long key = keys[row + (low >>> CHILD_BITS)];
        long left = (node >> Integer.SIZE << key) - (key >> Integer.SIZE);
        return walk[(low & CHILD) + (int) (left >>> (Long.SIZE - 1))];
    }
}
