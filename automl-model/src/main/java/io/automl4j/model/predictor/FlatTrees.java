package io.automl4j.model.predictor;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The arrays of a {@link TreesModel}; see there for the layout of a node. */
final class FlatTrees {
    private final int[] roots;
    /** For each tree the score it adds to, or -1 if its leaves hold a value for each. */
    private final int[] targets;

    private final int[] nodes;
    private final float[] covers;
    private final float[] leaves;
    /** Code sets: the number of words, then the words. */
    private final int[] codes;

    @SuppressWarnings("checkstyle:ParameterNumber") // the arrays of a kernel
    FlatTrees(int[] roots, int[] targets, int[] nodes, float[] covers, float[] leaves, int[] codes) {
        this.roots = roots;
        this.targets = targets;
        this.nodes = nodes;
        this.covers = covers;
        this.leaves = leaves;
        this.codes = codes;
    }

    int target(int tree) {
        return targets[tree];
    }

    TreeSource tree(int tree, int scores) {
        return new View(roots[tree], targets[tree] < 0 ? scores : 1);
    }

    /** A tree whose nodes are numbered from its root. */
    private final class View implements TreeSource {
        private final int root;
        private final int width;

        View(int root, int width) {
            this.root = root;
            this.width = width;
        }

        private int at(int node, int part) {
            return nodes[(root + node) * TreesModel.STRIDE + part];
        }

        @Override
        public boolean isLeaf(int node) {
            return at(node, 0) == TreesModel.LEAF;
        }

        @Override
        public int left(int node) {
            return at(node, 2) - root;
        }

        @Override
        public int right(int node) {
            return at(node, 2) - root + 1;
        }

        @Override
        public int feature(int node) {
            return at(node, 0) & TreesModel.FEATURE;
        }

        @Override
        public float threshold(int node) {
            return Float.intBitsToFloat(at(node, 1));
        }

        @Override
        public boolean missingLeft(int node) {
            return (at(node, 0) & TreesModel.MISSING_LEFT) != 0;
        }

        @Override
        public int[] codes(int node) {
            if ((at(node, 0) & TreesModel.CODES) == 0) {
                return new int[0];
            }
            int set = at(node, 1);
            // a set of no words is a set all the same
            return codes[set] == 0 ? new int[1] : Arrays.copyOfRange(codes, set + 1, set + 1 + codes[set]);
        }

        @Override
        public float[] values(int node) {
            return Arrays.copyOfRange(leaves, at(node, 2), at(node, 2) + width);
        }

        @Override
        public float cover(int node) {
            return covers[root + node];
        }
    }

    int[] roots() {
        return roots;
    }

    /** The place in {@link #leaves} that a row ends at. */
    int leaf(int tree, float[] values, int row) {
        int at = roots[tree] * TreesModel.STRIDE;
        while (nodes[at] != TreesModel.LEAF) {
            at = child(at, values, row);
        }
        return nodes[at + 2];
    }

    /**
     * The places that a row ends at in four trees. Their walks are taken in turn, so that the processor need not wait for
     * one to take a step of another: a row alone takes 0.6 of the time so.
     */
    void leaves(int tree, float[] values, int row, int[] ends) {
        int a = roots[tree] * TreesModel.STRIDE;
        int b = roots[tree + 1] * TreesModel.STRIDE;
        int c = roots[tree + 2] * TreesModel.STRIDE;
        int d = roots[tree + 3] * TreesModel.STRIDE;
        // a leaf's test has all bits set
        while ((nodes[a] & nodes[b] & nodes[c] & nodes[d]) != TreesModel.LEAF) {
            a = nodes[a] == TreesModel.LEAF ? a : child(a, values, row);
            b = nodes[b] == TreesModel.LEAF ? b : child(b, values, row);
            c = nodes[c] == TreesModel.LEAF ? c : child(c, values, row);
            d = nodes[d] == TreesModel.LEAF ? d : child(d, values, row);
        }
        ends[0] = nodes[a + 2];
        ends[1] = nodes[b + 2];
        ends[2] = nodes[c + 2];
        ends[3] = nodes[d + 2];
    }

    private int child(int at, float[] values, int row) {
        int test = nodes[at];
        float value = values[row + (test & TreesModel.FEATURE)];
        int right;
        if (Float.isNaN(value)) {
            right = (test & TreesModel.MISSING_LEFT) != 0 ? 0 : 1;
        } else if ((test & TreesModel.CODES) == 0) {
            right = value <= Float.intBitsToFloat(nodes[at + 1]) ? 0 : 1;
        } else {
            right = isIn(nodes[at + 1], (int) value) ? 0 : 1;
        }
        return (nodes[at + 2] + right) * TreesModel.STRIDE;
    }

    private boolean isIn(int set, int code) {
        int word = code >> 5;
        return code >= 0 && word < codes[set] && (codes[set + 1 + word] >>> (code & 31) & 1) != 0;
    }

    void add(int tree, int leaf, float[] scores, int at, int count) {
        int target = targets[tree];
        if (target >= 0) {
            scores[at + target] += leaves[leaf];
        } else {
            for (int i = 0; i < count; i++) {
                scores[at + i] += leaves[leaf + i];
            }
        }
    }

    /** The nodes that a training row visits on average, summed over the trees: each node by its share of the rows. */
    double meanVisits() {
        double visits = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            int end = tree + 1 < roots.length ? roots[tree + 1] : covers.length;
            double covered = 0;
            for (int node = roots[tree]; node < end; node++) {
                covered += covers[node];
            }
            visits += covered / Math.max(covers[roots[tree]], Float.MIN_NORMAL);
        }
        return visits;
    }

    /** The thresholds of the first nodes by the column of numbers that they test. */
    Map<Integer, List<Float>> thresholds(int most) {
        Map<Integer, List<Float>> thresholds = new TreeMap<>();
        for (int node = 0; node < Math.min(most, count()); node++) {
            int test = nodes[node * TreesModel.STRIDE];
            if (test != TreesModel.LEAF && (test & TreesModel.CODES) == 0) {
                thresholds
                        .computeIfAbsent(test & TreesModel.FEATURE, unused -> new ArrayList<>())
                        .add(Float.intBitsToFloat(nodes[node * TreesModel.STRIDE + 1]));
            }
        }
        return thresholds;
    }

    /** The number of nodes of all trees. */
    int count() {
        return covers.length;
    }

    /** The number of columns that rows must have at least. */
    int leastWidth() {
        int most = -1;
        for (int at = 0; at < nodes.length; at += TreesModel.STRIDE) {
            most = nodes[at] == TreesModel.LEAF ? most : Math.max(most, nodes[at] & TreesModel.FEATURE);
        }
        return most + 1;
    }

    Node save(Node node) {
        return node.put("roots", roots)
                .put("targets", targets)
                .put("nodes", nodes)
                .put("covers", covers)
                .put("leaves", leaves)
                .put("codes", codes);
    }

    static FlatTrees load(Node node, int scores) {
        FlatTrees trees = new FlatTrees(
                node.ints("roots"),
                node.ints("targets"),
                node.ints("nodes"),
                node.floats("covers"),
                node.floats("leaves"),
                node.ints("codes"));
        trees.check(scores);
        return trees;
    }

    /**
     * Every index lies inside its array, children come after their parents within their tree, and have one parent: so each walk
     * ends, and a tree has no more ways to its leaves than it has leaves.
     */
    private void check(int scores) {
        int count = nodes.length / TreesModel.STRIDE;
        require(count * TreesModel.STRIDE == nodes.length && covers.length == count, "nodes");
        require(roots.length == targets.length && (roots.length == 0 ? count == 0 : roots[0] == 0), "roots");
        long words = 0;
        BitSet children = new BitSet(count);
        for (int tree = 0; tree < roots.length; tree++) {
            int end = tree + 1 < roots.length ? roots[tree + 1] : count;
            require(end > roots[tree] && end <= count, "roots");
            require(targets[tree] >= -1 && targets[tree] < scores, "targets");
            require((targets[tree] < 0) == (targets[0] < 0), "targets");
            int width = targets[tree] < 0 ? scores : 1;
            for (int node = roots[tree]; node < end; node++) {
                words += check(node, end, width);
                require(isLeaf(node) || areNew(children, nodes[node * TreesModel.STRIDE + 2]), "nodes");
            }
        }
        // each set has its own words, else a small file could be long to look through
        require(words <= codes.length, "codes");
    }

    private boolean isLeaf(int node) {
        return nodes[node * TreesModel.STRIDE] == TreesModel.LEAF;
    }

    /** Whether two nodes beside each other are nobody's children yet. */
    private static boolean areNew(BitSet children, int left) {
        boolean known = children.get(left) || children.get(left + 1);
        children.set(left, left + 2);
        return !known;
    }

    /** Checks a node of a tree whose last one comes before {@code end}, and says how long its code set is. */
    private int check(int node, int end, int width) {
        int test = nodes[node * TreesModel.STRIDE];
        int last = nodes[node * TreesModel.STRIDE + 2];
        if (test == TreesModel.LEAF) {
            require(last >= 0 && last <= leaves.length - width, "leaves");
            return 0;
        }
        require(test >= 0 && last > node && last < end - 1, "nodes");
        int at = nodes[node * TreesModel.STRIDE + 1];
        if ((test & TreesModel.CODES) == 0) {
            require(!Float.isNaN(Float.intBitsToFloat(at)), "thresholds");
            return 0;
        }
        require(at >= 0 && at < codes.length && codes[at] >= 0 && codes[at] < codes.length - at, "codes");
        return 1 + codes[at];
    }

    /** The same trees in a form that is quicker to walk, where they are small enough. */
    Optional<TreeWalk> walk() {
        return TreeWalk.of(leastWidth(), roots, nodes, codes);
    }

    private static void require(boolean condition, String name) {
        if (!condition) {
            throw new ModelFileException("The model file is damaged: '%s' of its trees lead nowhere.".formatted(name));
        }
    }
}
