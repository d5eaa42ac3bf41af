package io.automl4j.model.predictor;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Copies trees of other libraries into the arrays of a {@link TreesModel}. Not thread-safe. */
public final class TreesBuilder {
    private final Link link;
    private final float[] base;
    private final boolean forest;
    private final Ints roots = new Ints();
    private final Ints targets = new Ints();
    private final Ints nodes = new Ints();
    private final Ints covers = new Ints();
    private final Ints leaves = new Ints();
    private final Ints codes = new Ints();

    TreesBuilder(Link link, float[] base, boolean forest) {
        this.link = link;
        this.base = base;
        this.forest = forest;
    }

    /**
     * Adds a tree whose leaves hold a value for each score.
     *
     * @param tree the tree
     * @return this builder
     */
    public TreesBuilder add(TreeSource tree) {
        return add(tree, -1);
    }

    /**
     * Adds a tree whose leaves hold one value.
     *
     * @param tree the tree
     * @param target the score that the tree adds to
     * @return this builder
     */
    public TreesBuilder add(TreeSource tree, int target) {
        roots.add(covers.size);
        targets.add(target);
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {0, place()});
        while (!open.isEmpty()) {
            int[] next = open.removeFirst();
            int node = next[0];
            int at = next[1];
            covers.values[at] = Float.floatToRawIntBits(tree.cover(node));
            if (tree.isLeaf(node)) {
                write(at, TreesModel.LEAF, 0, leaf(tree.values(node)));
            } else {
                int left = place();
                open.add(new int[] {tree.left(node), left});
                open.add(new int[] {tree.right(node), place()});
                split(tree, node, at, left);
            }
        }
        return this;
    }

    private int place() {
        for (int i = 0; i < TreesModel.STRIDE; i++) {
            nodes.add(0);
        }
        covers.add(0);
        return covers.size - 1;
    }

    private int leaf(float[] values) {
        int at = leaves.size;
        for (float value : values) {
            leaves.add(Float.floatToRawIntBits(value));
        }
        return at;
    }

    private void split(TreeSource tree, int node, int at, int left) {
        int[] set = tree.codes(node);
        int test = tree.feature(node)
                | (tree.missingLeft(node) ? TreesModel.MISSING_LEFT : 0)
                | (set.length > 0 ? TreesModel.CODES : 0);
        int operand = Float.floatToRawIntBits(tree.threshold(node));
        if (set.length > 0) {
            operand = codes.size;
            codes.add(set.length);
            for (int word : set) {
                codes.add(word);
            }
        }
        write(at, test, operand, left);
    }

    private void write(int at, int test, int operand, int last) {
        nodes.values[at * TreesModel.STRIDE] = test;
        nodes.values[at * TreesModel.STRIDE + 1] = operand;
        nodes.values[at * TreesModel.STRIDE + 2] = last;
    }

    /**
     * The model of all trees added so far.
     *
     * @return the model
     */
    public TreesModel build() {
        FlatTrees trees = new FlatTrees(
                roots.toArray(),
                targets.toArray(),
                nodes.toArray(),
                covers.toFloats(),
                leaves.toFloats(),
                codes.toArray());
        float scale = forest && roots.size > 0 ? 1f / (roots.size + priorTrees()) : 1f;
        return new TreesModel(trees, base.clone(), scale, link);
    }

    /** A prior that sums to 1 stands for one tree; zeros stand for none. */
    private int priorTrees() {
        for (float value : base) {
            if (value != 0) {
                return 1;
            }
        }
        return 0;
    }

    /** A growing array; single-precision numbers are kept by their bits. */
    private static final class Ints {
        private int[] values = new int[256];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }

        float[] toFloats() {
            float[] floats = new float[size];
            for (int i = 0; i < size; i++) {
                floats[i] = Float.intBitsToFloat(values[i]);
            }
            return floats;
        }
    }
}
