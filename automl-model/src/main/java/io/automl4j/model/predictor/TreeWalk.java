package io.automl4j.model.predictor;

import java.util.Optional;

/**
 * Trees in a form in which rows walk them without a branch whose outcome nobody can guess, and from few lines of a cache:
 * thresholds and values are whole numbers in the same order, the sign of whose difference chooses the child; leaves lead to
 * themselves. It walks as {@link FlatTrees} does.
 *
 * <p>A node is one long. Its lowest {@value #CHILD_BITS} bits are the left child, after which the right one comes, for a leaf itself.
 * The next {@value #KEY_BITS} say where its key is, and the highest 32 are a bound, the codes that lead to the right, or the place
 * of a leaf's values. A row has a key for each {@link WalkKeys kind of test} of its columns. A key is what is taken from
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
    private static final int MOST_KEYS = KEY + 1;
    /** Zero in leaves alone, which have the first key. */
    private static final long KEY_OF_NODE = (long) KEY << CHILD_BITS;
    /** More nodes would take more memory than they are worth. */
    private static final int MOST_NODES = 500_000;
    /** So that what a damaged file says does not decide how much memory the kinds of tests take. */
    private static final int MOST_COLUMNS = 1 << 16;

    private final WalkKeys keys;
    private final int[] roots;
    private final long[] walk;

    private TreeWalk(WalkKeys keys, int[] roots, long[] walk) {
        this.keys = keys;
        this.roots = roots;
        this.walk = walk;
    }

    /** Trees that can be walked so; empty if there are too many nodes, columns or kinds of tests, or codes that are too large. */
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
        WalkKeys keys = WalkKeys.of(width, nodes);
        if (keys.count() > MOST_KEYS) {
            return Optional.empty();
        }
        int[] places = new WalkOrder(nodes).of(roots);
        return Optional.of(new TreeWalk(keys, starts(roots, places), walk(keys, nodes, codes, places)));
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

    private static long[] walk(WalkKeys keys, int[] nodes, int[] codes, int[] places) {
        long[] walk = new long[places.length];
        for (int node = 0; node < places.length; node++) {
            // what no tree leads to has no place
            if (places[node] != WalkOrder.NOWHERE) {
                walk[places[node]] = packed(keys, nodes, node * TreesModel.STRIDE, codes, places);
            }
        }
        return walk;
    }

    private static long packed(WalkKeys keys, int[] nodes, int from, int[] codes, int[] places) {
        int test = nodes[from];
        int last = nodes[from + 2];
        if (test == TreesModel.LEAF) {
            return packed(last, WalkKeys.OF_LEAVES, places[from / TreesModel.STRIDE]);
        }
        int bound = (test & TreesModel.CODES) != 0
                ? ~bits(codes, nodes[from + 1])
                : WalkKeys.whole(Float.intBitsToFloat(nodes[from + 1]));
        return packed(bound, keys.of(test), places[last]);
    }

    private static long packed(int bound, int key, int child) {
        return (long) bound << Integer.SIZE | (long) key << CHILD_BITS | child;
    }

    private static boolean hasLargeCodes(int[] codes, int set) {
        for (int word = 0; word < codes[set]; word++) {
            int bits = codes[set + 1 + word];
            if (word > 0 ? bits != 0 : bits >>> (WalkKeys.LARGEST_CODE + 1) != 0) {
                return true;
            }
        }
        return false;
    }

    private static int bits(int[] codes, int set) {
        return codes[set] == 0 ? 0 : codes[set + 1];
    }

    /** What rows are tested by. */
    WalkKeys keys() {
        return keys;
    }

    /** The places that a row, whose keys begin at an index, ends at in some trees, in turn. */
    void leaves(int tree, long[] keys, int row, int[] to) {
        long a = walk[roots[tree]];
        long b = walk[roots[tree + 1]];
        long c = walk[roots[tree + 2]];
        long d = walk[roots[tree + 3]];
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
