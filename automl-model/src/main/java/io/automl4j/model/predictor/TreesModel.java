package io.automl4j.model.predictor;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.file.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trees in flat arrays: boosted ones, whose leaves add to one score each, and forests, whose leaves hold a value for
 * each score and are averaged.
 *
 * <p>A node is three integers beside each other, so that a visit touches one cache line: the tested column with flags,
 * the threshold's bits or the place of its code set, and the left child; the right child comes after the left one.
 * Sums are kept in single precision and start from the base, as XGBoost does, so that its margins are met exactly.
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class TreesModel implements Model {
    static final String KIND = "trees";
    static final int STRIDE = 3;
    static final int LEAF = -1;
    static final int MISSING_LEFT = 1 << 30;
    static final int CODES = 1 << 29;
    static final int FEATURE = CODES - 1;

    private static final int BLOCK = 128;
    private static final int TOGETHER = 4;

    /** Nanoseconds of a visit where the trees stay in a cache near the processor, measured, … */
    private static final double OF_VISIT = 3;
    /** … which holds about so many nodes, … */
    private static final int NEAR = 1 << 16;
    /** … and how many more it takes each time that there are twice as many. */
    private static final double FARTHER = 5;

    private final FlatTrees trees;
    private final Optional<TreeWalk> walk;
    private final float[] base;
    private final float scale;
    private final Link link;
    private final int leastWidth;

    TreesModel(FlatTrees trees, float[] base, float scale, Link link) {
        this.trees = trees;
        this.walk = trees.walk();
        this.base = base;
        this.scale = scale;
        this.link = link;
        this.leastWidth = trees.leastWidth();
    }

    /**
     * Collects boosted trees, each of which adds to one score.
     *
     * @param link turns scores into values
     * @param base where each score starts
     * @return a builder without trees
     */
    public static TreesBuilder boosted(Link link, float... base) {
        return new TreesBuilder(link, base.clone(), false);
    }

    /**
     * Collects the trees of a forest, whose leaves hold a value for each output and are averaged.
     *
     * @param outputs the number of outputs
     * @return a builder without trees
     */
    public static TreesBuilder forest(int outputs) {
        return new TreesBuilder(Link.IDENTITY, new float[outputs], true);
    }

    /**
     * Collects the trees of a classification forest, whose leaves hold the shares of the classes. The prior counts as
     * one tree more, so that no class is impossible because no tree happens to have it in a leaf.
     *
     * @param prior the shares of the classes
     * @return a builder without trees
     */
    public static TreesBuilder forest(float[] prior) {
        return new TreesBuilder(Link.IDENTITY, prior.clone(), true);
    }

    @Override
    public int outputs() {
        return link.outputs(base.length);
    }

    @Override
    public boolean fits(int columns) {
        return columns >= leastWidth;
    }

    @Override
    public long operations() {
        double farther = Math.max(0, Math.log(trees.count() / (double) NEAR) / Math.log(2));
        return Math.round(trees.meanVisits() * (OF_VISIT + FARTHER * farther));
    }

    /**
     * The number of trees.
     *
     * @return the number of trees
     */
    public int size() {
        return trees.roots().length;
    }

    private boolean isForest() {
        return size() > 0 && target(0) < 0;
    }

    /**
     * How many trees an iteration of the training adds.
     *
     * @return 1 for forests, one for each score for boosted trees
     */
    public int treesOfAnIteration() {
        return isForest() ? 1 : base.length;
    }

    /**
     * The model of the first iterations: a forest of fewer trees, or boosted trees as they were then.
     *
     * @param iterations how many, at least 1
     * @return the model
     * @throws IllegalArgumentException if there are fewer
     */
    public TreesModel first(int iterations) {
        int count = Math.multiplyExact(iterations, treesOfAnIteration());
        Checks.argument(iterations > 0 && count <= size(), "%d trees have no first %d iterations.", size(), iterations);
        TreesBuilder builder = new TreesBuilder(link, base.clone(), isForest());
        for (int i = 0; i < count; i++) {
            builder.add(tree(i), target(i));
        }
        return builder.build();
    }

    /**
     * A tree.
     *
     * @param number which, from 0 to below {@link #size}
     * @return a view of it
     */
    public TreeSource tree(int number) {
        return trees.tree(number, base.length);
    }

    /**
     * The score that a tree adds to.
     *
     * @param number which tree
     * @return the score, or -1 if its leaves hold a value for each
     */
    public int target(int number) {
        return trees.target(number);
    }

    /**
     * Where each score starts.
     *
     * @return a copy
     */
    public float[] base() {
        return base.clone();
    }

    /**
     * What sums of base and leaves are multiplied by.
     *
     * @return the factor
     */
    public float scale() {
        return scale;
    }

    /**
     * What turns scores into values.
     *
     * @return the link
     */
    public Link link() {
        return link;
    }

    /**
     * Some thresholds.
     *
     * @param nodes how many nodes are looked at, the first ones
     * @return the thresholds of columns of numbers by the place of the column; none of columns that these nodes do not test
     */
    public Map<Integer, List<Float>> thresholds(int nodes) {
        return trees.thresholds(nodes);
    }

    @Override
    public void predict(EncodedRows rows, float[] out) {
        Checks.argument(
                rows.width() >= leastWidth, "Rows have %d columns; these trees test %d.", rows.width(), leastWidth);
        int block = Math.min(BLOCK, rows.rows());
        float[] scores = new float[block * base.length];
        for (int from = 0; from < rows.rows(); from += block) {
            int to = Math.min(rows.rows(), from + block);
            for (int row = from; row < to; row++) {
                System.arraycopy(base, 0, scores, (row - from) * base.length, base.length);
            }
            addTrees(rows, from, to, scores);
            finish(scores, from, to, out);
        }
    }

    private void addTrees(EncodedRows rows, int from, int to, float[] scores) {
        if (walk.isPresent()) {
            walk(walk.get(), rows, from, to, scores);
            return;
        }
        int whole = trees.roots().length / TOGETHER * TOGETHER;
        addTogether(rows, from, to, whole, scores);
        for (int tree = whole; tree < trees.roots().length; tree++) {
            for (int row = from; row < to; row++) {
                int leaf = trees.leaf(tree, rows.values(), row * rows.width());
                trees.add(tree, leaf, scores, (row - from) * base.length, base.length);
            }
        }
    }

    /** Rows of a block, through trees without branches. */
    private void walk(TreeWalk small, EncodedRows rows, int from, int to, float[] scores) {
        long[] keys = small.keys().of(rows.values(), from, to, rows.width());
        int stride = small.keys().count();
        int[] ends = new int[TreeWalk.TOGETHER];
        for (int tree = 0; tree < size(); tree += TreeWalk.TOGETHER) {
            int count = Math.min(TreeWalk.TOGETHER, size() - tree);
            for (int row = 0; row < to - from; row++) {
                small.leaves(tree, keys, row * stride, ends);
                for (int i = 0; i < count; i++) {
                    trees.add(tree + i, ends[i], scores, row * base.length, base.length);
                }
            }
        }
    }

    /** Rows of a block, through the first trees. */
    private void addTogether(EncodedRows rows, int from, int to, int count, float[] scores) {
        float[] values = rows.values();
        int width = rows.width();
        int[] ends = new int[TOGETHER];
        for (int tree = 0; tree < count; tree += TOGETHER) {
            for (int row = from; row < to; row++) {
                trees.leaves(tree, values, row * width, ends);
                for (int i = 0; i < TOGETHER; i++) {
                    trees.add(tree + i, ends[i], scores, (row - from) * base.length, base.length);
                }
            }
        }
    }

    private void finish(float[] scores, int from, int to, float[] out) {
        int outputs = outputs();
        for (int row = from; row < to; row++) {
            int at = (row - from) * base.length;
            for (int i = 0; i < base.length && scale != 1; i++) {
                scores[at + i] *= scale;
            }
            link.apply(scores, at, base.length, out, row * outputs);
        }
    }

    @Override
    public <R> R accept(ModelVisitor<R> visitor) {
        return visitor.trees(this);
    }

    @Override
    public Node save() {
        return trees.save(new Node())
                .put("kind", KIND)
                .put("base", base)
                .put("scale", (double) scale)
                .put("link", link.name());
    }

    static TreesModel load(Node node) {
        float[] base = node.floats("base");
        FlatTrees trees = FlatTrees.load(node, base.length);
        return new TreesModel(trees, base, (float) node.real("scale"), Link.load(node, base.length));
    }

    @Override
    public String toString() {
        return "TreesModel[%d trees, base %s, %s]".formatted(size(), Arrays.toString(base), link);
    }
}
