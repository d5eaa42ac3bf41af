package io.automl4j.model.predictor;

import java.util.Optional;

/**
 * Small trees in a form in which rows walk them without a branch whose outcome nobody can guess: thresholds and values are whole
 * numbers in the same order, the sign of whose difference chooses the child; leaves lead to themselves. It walks as
 * {@link FlatTrees} does.
 *
 * <p>A node is four integers: where its key is; a bound; what of the key counts, for a leaf nothing; and the left child, after which
 * the right one comes, for a leaf itself. A row goes to the right if what counts of its key is above the bound. For each
 * column a row has four keys: its value as a whole number, and its code as a bit, each once for nodes that send missing values to
 * the left, and once for those that send them to the right. All of a value counts, and of codes those that are not in the set of
 * the node, for which the bound is 0.
 *
 * @implNote Immutable, safe for use by many threads.
 */
final class TreeWalk {
    /** More nodes would take more memory than they are worth. */
    private static final int MOST_NODES = 200_000;

    private static final int STRIDE = 4;
    private static final int KEYS = 4;
    /** Codes up to this one have bits of their own. */
    private static final int LARGEST_CODE = 29;

    private static final int NO_SET = 1 << (LARGEST_CODE + 1);
    private static final int ANY_SET = 0;

    private final int[] roots;
    private final int[] walk;
    /** For each node of a leaf what the leaf holds. */
    private final int[] ends;

    private TreeWalk(int[] roots, int[] walk, int[] ends) {
        this.roots = roots;
        this.walk = walk;
        this.ends = ends;
    }

    /** Trees that can be walked so; empty if there are too many nodes, or codes that are too large. */
    static Optional<TreeWalk> of(int[] roots, int[] nodes, int[] codes) {
        int count = nodes.length / TreesModel.STRIDE;
        if (count > MOST_NODES) {
            return Optional.empty();
        }
        int[] walk = new int[count * STRIDE];
        int[] ends = new int[count];
        for (int node = 0; node < count; node++) {
            int from = node * TreesModel.STRIDE;
            int at = node * STRIDE;
            int test = nodes[from];
            int last = nodes[from + 2];
            if (test == TreesModel.LEAF) {
                ends[node] = last;
                walk[at + 3] = at;
                continue;
            }
            boolean set = (test & TreesModel.CODES) != 0;
            if (set && hasLargeCodes(codes, nodes[from + 1])) {
                return Optional.empty();
            }
            int missingRight = (test & TreesModel.MISSING_LEFT) != 0 ? 0 : 1;
            walk[at] = (test & TreesModel.FEATURE) * KEYS + (set ? 2 : 0) + missingRight;
            walk[at + 1] = set ? 0 : key(Float.intBitsToFloat(nodes[from + 1]));
            walk[at + 2] = set ? ~bits(codes, nodes[from + 1]) : -1;
            walk[at + 3] = last * STRIDE;
        }
        int[] starts = new int[roots.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = roots[i] * STRIDE;
        }
        return Optional.of(new TreeWalk(starts, walk, ends));
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

    /** How many keys a row of a width has. */
    int keys(int width) {
        return width * KEYS;
    }

    /** The keys of values from an index on, those of a row or of several. */
    int[] keys(float[] values, int from, int count) {
        int[] keys = new int[count * KEYS];
        for (int i = 0; i < count; i++) {
            float value = values[from + i];
            int at = i * KEYS;
            if (Float.isNaN(value)) {
                keys[at] = Integer.MIN_VALUE;
                keys[at + 1] = Integer.MAX_VALUE;
                keys[at + 2] = ANY_SET;
                keys[at + 3] = NO_SET;
            } else {
                int code = (int) value;
                keys[at] = key(value);
                keys[at + 1] = keys[at];
                keys[at + 2] = code >= 0 && code <= LARGEST_CODE ? 1 << code : NO_SET;
                keys[at + 3] = keys[at + 2];
            }
        }
        return keys;
    }

    /** The places that a row, whose keys begin at an index, ends at in four trees, in turn. */
    void leaves(int tree, int[] keys, int row, int[] to) {
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        // of all but leaves something counts
        while ((walk[a + 2] | walk[b + 2] | walk[c + 2] | walk[d + 2]) != 0) {
            a = child(a, keys, row);
            b = child(b, keys, row);
            c = child(c, keys, row);
            d = child(d, keys, row);
        }
        to[0] = ends[a / STRIDE];
        to[1] = ends[b / STRIDE];
        to[2] = ends[c / STRIDE];
        to[3] = ends[d / STRIDE];
    }

    private int child(int at, int[] keys, int row) {
        int key = keys[row + walk[at]] & walk[at + 2];
        int above = (int) (((long) walk[at + 1] - key) >>> 63);
        return walk[at + 3] + STRIDE * above;
    }
}
