package io.automl4j.model.explain;

import io.automl4j.api.DataException;
import io.automl4j.model.predictor.TreeSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A tree with all that exact Shapley values need: who decides at a node, and which part of the training rows goes where. A
 * node that no training row reached sends halves.
 */
final class ShapTree {
    private static final int LEAF = -1;
    /** Ways are walked by calls within calls. */
    private static final int DEEPEST = 1_000;

    private static final int[] NONE = {};
    private static final float[] NO_VALUES = {};

    /** For each node the player that it asks, or {@link #LEAF}. */
    private final int[] players;

    private final int[] features;
    private final int[] left;
    private final int[] right;
    private final float[] thresholds;
    private final boolean[] missingLeft;
    private final int[][] codes;
    private final double[] leftShares;
    private final float[][] leaves;
    private int depth;
    private int asked;

    private ShapTree(int nodes) {
        this.players = new int[nodes];
        this.features = new int[nodes];
        this.left = new int[nodes];
        this.right = new int[nodes];
        this.thresholds = new float[nodes];
        this.missingLeft = new boolean[nodes];
        this.codes = new int[nodes][];
        this.leftShares = new double[nodes];
        this.leaves = new float[nodes][];
        Arrays.fill(codes, NONE);
        Arrays.fill(leaves, NO_VALUES);
    }

    /**
     * A tree whose players are given.
     *
     * @param source the tree
     * @param ofFeature for each feature its player
     * @throws DataException if it is too deep
     */
    static ShapTree of(TreeSource source, int[] ofFeature) {
        ShapTree tree = new ShapTree(count(source));
        tree.copy(source, ofFeature);
        if (tree.depth > DEEPEST) {
            throw new DataException(
                    "A tree is %d nodes deep; exact Shapley values are there for at most %d.%nMaybe sample those of the whole ensemble."
                            .formatted(tree.depth, DEEPEST));
        }
        tree.asked = (int) Arrays.stream(ofFeature).distinct().count();
        return tree;
    }

    private static int count(TreeSource source) {
        int last = 0;
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int node = open.remove();
            last = Math.max(last, node);
            if (!source.isLeaf(node)) {
                open.add(source.left(node));
                open.add(source.right(node));
            }
        }
        return last + 1;
    }

    private void copy(TreeSource source, int[] ofFeature) {
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {0, 0});
        while (!open.isEmpty()) {
            int[] next = open.remove();
            int node = next[0];
            depth = Math.max(depth, next[1]);
            if (source.isLeaf(node)) {
                players[node] = LEAF;
                leaves[node] = source.values(node);
                continue;
            }
            features[node] = source.feature(node);
            players[node] = ofFeature[features[node]];
            thresholds[node] = source.threshold(node);
            missingLeft[node] = source.missingLeft(node);
            codes[node] = source.codes(node);
            left[node] = source.left(node);
            right[node] = source.right(node);
            // not by the node's own cover, which rounding leaves a little off the sum
            double both = (double) source.cover(left[node]) + source.cover(right[node]);
            leftShares[node] = both > 0 ? source.cover(left[node]) / both : 0.5;
            open.add(new int[] {left[node], next[1] + 1});
            open.add(new int[] {right[node], next[1] + 1});
        }
    }

    /** How many players are asked at most on the way to a leaf. */
    int mostPlayers() {
        return Math.min(depth, asked);
    }

    boolean isLeaf(int node) {
        return players[node] == LEAF;
    }

    int player(int node) {
        return players[node];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    double leftShare(int node) {
        return leftShares[node];
    }

    float[] leaf(int node) {
        return leaves[node];
    }

    /** Whether a row, whose values begin at a place, goes left: as {@link io.automl4j.model.predictor.TreesModel} sends it. */
    boolean goesLeft(int node, float[] values, int at) {
        float value = values[at + features[node]];
        if (Float.isNaN(value)) {
            return missingLeft[node];
        }
        int[] set = codes[node];
        if (set.length == 0) {
            return value <= thresholds[node];
        }
        int code = (int) value;
        return code >= 0 && code >> 5 < set.length && (set[code >> 5] >>> (code & 31) & 1) != 0;
    }

    /** The leaf that a row comes to. */
    float[] leafOf(float[] values, int at) {
        int node = 0;
        while (!isLeaf(node)) {
            node = goesLeft(node, values, at) ? left[node] : right[node];
        }
        return leaves[node];
    }

    /** The mean of its leaves, each by its share of the training rows. */
    double[] expected(int width) {
        double[] sums = new double[width];
        Deque<Integer> nodes = new ArrayDeque<>();
        Deque<Double> shares = new ArrayDeque<>();
        nodes.add(0);
        shares.add(1.0);
        while (!nodes.isEmpty()) {
            int node = nodes.remove();
            double share = shares.remove();
            if (isLeaf(node)) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += share * leaves[node][i];
                }
            } else {
                nodes.add(left[node]);
                shares.add(share * leftShares[node]);
                nodes.add(right[node]);
                shares.add(share * (1 - leftShares[node]));
            }
        }
        return sums;
    }
}
