package io.automl4j.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A small forest that says of a point what is to be expected there, and how sure that is: extremely randomised trees
 * (Geurts et al. 2006, doi:10.1007/s10994-006-6226-1), whose leaves know mean and variance; the variance of a point is
 * that within its leaves and that between them (Hutter et al. 2011, doi:10.1007/978-3-642-25566-3_40, section 4.1).
 */
final class RegressionForest {
    private static final int TREES = 24;
    private static final int LEAST_SPLIT = 5;

    private final Tree[] trees;

    private RegressionForest(Tree[] trees) {
        this.trees = trees;
    }

    /**
     * A forest of some points.
     *
     * @param points {@code [count][dimension]}
     * @param values of each point, finite
     * @param seed the seed of everything random
     * @return the forest
     */
    static RegressionForest fit(double[][] points, double[] values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tree[] trees = new Tree[TREES];
        for (int i = 0; i < TREES; i++) {
            trees[i] = new Tree(points, values, random.split());
        }
        return new RegressionForest(trees);
    }

    /**
     * What is expected.
     *
     * @param mean the expected value
     * @param deviation its standard deviation
     */
    record Expectation(double mean, double deviation) {}

    /** What is expected at a point. */
    Expectation at(double[] point) {
        double sum = 0;
        double squares = 0;
        for (Tree tree : trees) {
            int leaf = tree.leaf(point);
            sum += tree.mean[leaf];
            squares += tree.variance[leaf] + tree.mean[leaf] * tree.mean[leaf];
        }
        double mean = sum / trees.length;
        return new Expectation(mean, Math.sqrt(Math.max(0, squares / trees.length - mean * mean)));
    }

    /** Nodes as arrays; children of a node are neighbours. */
    private static final class Tree {
        private final double[][] points;
        private final double[] values;
        private final SplittableRandom random;
        private final int[] order;
        private int[] feature;
        private double[] threshold;
        private int[] child;
        private double[] mean;
        private double[] variance;
        private int nodes = 1;

        Tree(double[][] points, double[] values, SplittableRandom random) {
            this.points = points;
            this.values = values;
            this.random = random;
            this.order = new int[points.length];
            Arrays.setAll(order, i -> i);
            int most = 2 * points.length + 1;
            this.feature = new int[most];
            this.threshold = new double[most];
            this.child = new int[most];
            this.mean = new double[most];
            this.variance = new double[most];
            grow(0, 0, points.length);
        }

        private void grow(int node, int from, int to) {
            describe(node, from, to);
            if (to - from < LEAST_SPLIT || variance[node] <= 0 || !split(node, from, to)) {
                return;
            }
            int middle = partition(node, from, to);
            child[node] = nodes;
            nodes += 2;
            grow(child[node], from, middle);
            grow(child[node] + 1, middle, to);
        }

        private void describe(int node, int from, int to) {
            double sum = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                sum += values[order[i]];
                squares += values[order[i]] * values[order[i]];
            }
            int count = to - from;
            mean[node] = sum / count;
            variance[node] = Math.max(0, squares / count - mean[node] * mean[node]);
        }

        /** Of one random threshold in each dimension the one that leaves the least squared error. */
        private boolean split(int node, int from, int to) {
            double best = Double.NEGATIVE_INFINITY;
            for (int candidate = 0; candidate < points[0].length; candidate++) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int i = from; i < to; i++) {
                    low = Math.min(low, points[order[i]][candidate]);
                    high = Math.max(high, points[order[i]][candidate]);
                }
                if (low < high) {
                    double cut = random.nextDouble(low, high);
                    double gain = gain(candidate, cut, from, to);
                    if (gain > best) {
                        best = gain;
                        feature[node] = candidate;
                        threshold[node] = cut;
                    }
                }
            }
            return best > Double.NEGATIVE_INFINITY;
        }

        /** The sum of squared sums over counts: the greater, the less error is left. */
        private double gain(int candidate, double cut, int from, int to) {
            double left = 0;
            double right = 0;
            int count = 0;
            for (int i = from; i < to; i++) {
                if (points[order[i]][candidate] <= cut) {
                    left += values[order[i]];
                    count++;
                } else {
                    right += values[order[i]];
                }
            }
            return left * left / count + right * right / (to - from - count);
        }

        private int partition(int node, int from, int to) {
            int end = to;
            int i = from;
            while (i < end) {
                if (points[order[i]][feature[node]] <= threshold[node]) {
                    i++;
                } else {
                    int swapped = order[--end];
                    order[end] = order[i];
                    order[i] = swapped;
                }
            }
            return i;
        }

        int leaf(double[] point) {
            int node = 0;
            while (child[node] > 0) {
                node = child[node] + (point[feature[node]] <= threshold[node] ? 0 : 1);
            }
            return node;
        }
    }
}
