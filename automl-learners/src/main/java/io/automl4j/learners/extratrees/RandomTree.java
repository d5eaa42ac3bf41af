package io.automl4j.learners.extratrees;

import io.automl4j.model.predictor.TreeSource;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A tree whose thresholds are drawn at random between the least and the greatest value of a node's rows; of the columns
 * that are tried the best one splits. Rows without a value go to a side that is drawn too.
 */
final class RandomTree implements TreeSource {
    private static final int[] NO_CODES = {};

    private final GrowingData data;
    private final GrowthRule rule;
    private final SplittableRandom random;
    private final int[] rows;
    private final int[] spare;
    private final int[] order;
    private final double[] leftSums;
    private final double[] sums;

    private int[] features = new int[64];
    private float[] thresholds = new float[64];
    private boolean[] missingLeft = new boolean[64];
    private int[] left = new int[64];
    private float[] covers = new float[64];
    private float[][] leaves = new float[64][];
    private int nodes;

    private RandomTree(GrowingData data, GrowthRule rule, SplittableRandom random) {
        this.data = data;
        this.rule = rule;
        this.random = random;
        this.rows = new int[data.rows()];
        this.spare = new int[data.rows()];
        this.order = new int[data.columns().length];
        this.leftSums = new double[data.classes() ? data.outputs() : 2];
        this.sums = new double[leftSums.length];
        Arrays.setAll(rows, i -> i);
        Arrays.setAll(order, i -> i);
    }

    static RandomTree grow(GrowingData data, GrowthRule rule, SplittableRandom random) {
        RandomTree tree = new RandomTree(data, rule, random);
        tree.growAll();
        return tree;
    }

    private void growAll() {
        // open nodes in the order of their making: node, first row, end of rows
        int[] from = new int[2 * rows.length + 2];
        int[] to = new int[2 * rows.length + 2];
        newNode();
        to[0] = rows.length;
        for (int node = 0; node < nodes; node++) {
            int middle = split(node, from[node], to[node]);
            if (middle > 0) {
                int child = newNode();
                newNode();
                left[node] = child;
                from[child] = from[node];
                to[child] = middle;
                from[child + 1] = middle;
                to[child + 1] = to[node];
            }
        }
    }

    private int newNode() {
        if (nodes == features.length) {
            int size = nodes * 2;
            features = Arrays.copyOf(features, size);
            thresholds = Arrays.copyOf(thresholds, size);
            missingLeft = Arrays.copyOf(missingLeft, size);
            left = Arrays.copyOf(left, size);
            covers = Arrays.copyOf(covers, size);
            leaves = Arrays.copyOf(leaves, size);
        }
        return nodes++;
    }

    /** Splits a node's rows and returns where the right ones begin, or makes it a leaf and returns 0. */
    private int split(int node, int from, int to) {
        double weight = sum(from, to, sums);
        covers[node] = (float) weight;
        double bestGain = 1e-12 * Math.max(1, weight);
        int best = -1;
        int wanted = Math.max(1, (int) Math.round(rule.features() * order.length));
        boolean splittable = to - from >= 2 * rule.leastRows() && !pure(weight);
        for (int tried = 0, i = 0; splittable && tried < wanted && i < order.length; i++) {
            int feature = draw(i);
            float threshold = threshold(feature, from, to);
            if (Float.isNaN(threshold)) {
                continue; // constant here: not counted as tried
            }
            tried++;
            boolean side = random.nextBoolean();
            double gain = gain(feature, threshold, side, from, to);
            if (gain > bestGain) {
                bestGain = gain;
                best = feature;
                thresholds[node] = threshold;
                missingLeft[node] = side;
            }
        }
        if (best < 0) {
            leaves[node] = leaf(weight);
            return 0;
        }
        features[node] = best;
        return partition(node, from, to);
    }

    private boolean pure(double weight) {
        if (!data.classes()) {
            return sums[1] - sums[0] * sums[0] / Math.max(weight, Double.MIN_NORMAL) <= 1e-12 * sums[1];
        }
        for (double sum : sums) {
            if (sum > 0 && sum >= weight * (1 - 1e-12)) {
                return true;
            }
        }
        return weight <= 0;
    }

    /** The next column of a random order. */
    private int draw(int i) {
        int j = i + random.nextInt(order.length - i);
        int drawn = order[j];
        order[j] = order[i];
        order[i] = drawn;
        return drawn;
    }

    private double sum(int from, int to, double[] into) {
        Arrays.fill(into, 0);
        double weight = 0;
        for (int i = from; i < to; i++) {
            weight += add(rows[i], into);
        }
        return weight;
    }

    private double add(int row, double[] into) {
        double weight = data.weights()[row];
        double target = data.targets()[row];
        if (data.classes()) {
            into[(int) target] += weight;
        } else {
            into[0] += weight * target;
            into[1] += weight * target * target;
        }
        return weight;
    }

    private float threshold(int feature, int from, int to) {
        float[] column = data.columns()[feature];
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float value = column[rows[i]];
            if (value < low) {
                low = value;
            }
            if (value > high) {
                high = value;
            }
        }
        if (!(low < high)) {
            return Float.NaN;
        }
        float drawn = (float) (low + random.nextDouble() * ((double) high - low));
        return drawn >= high ? Math.nextDown(high) : Math.max(drawn, low);
    }

    /** How much the split lowers the Gini impurity or the squared error, times the weight. */
    private double gain(int feature, float threshold, boolean missing, int from, int to) {
        float[] column = data.columns()[feature];
        Arrays.fill(leftSums, 0);
        double leftWeight = 0;
        int leftRows = 0;
        for (int i = from; i < to; i++) {
            float value = column[rows[i]];
            if (value <= threshold || (missing && Float.isNaN(value))) {
                leftWeight += add(rows[i], leftSums);
                leftRows++;
            }
        }
        int rightRows = to - from - leftRows;
        if (leftRows < rule.leastRows() || rightRows < rule.leastRows()) {
            return 0;
        }
        double all = data.classes() ? total() : weightOf(from, to);
        return score(leftWeight, all - leftWeight);
    }

    private double total() {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    private double weightOf(int from, int to) {
        double weight = 0;
        for (int i = from; i < to; i++) {
            weight += data.weights()[rows[i]];
        }
        return weight;
    }

    private double score(double leftWeight, double rightWeight) {
        if (leftWeight <= 0 || rightWeight <= 0) {
            return 0;
        }
        double gain = 0;
        int terms = data.classes() ? sums.length : 1;
        for (int k = 0; k < terms; k++) {
            double right = sums[k] - leftSums[k];
            gain += leftSums[k] * leftSums[k] / leftWeight
                    + right * right / rightWeight
                    - sums[k] * sums[k] / (leftWeight + rightWeight);
        }
        return gain;
    }

    private int partition(int node, int from, int to) {
        float[] column = data.columns()[features[node]];
        int middle = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            float value = column[rows[i]];
            if (value <= thresholds[node] || (missingLeft[node] && Float.isNaN(value))) {
                rows[middle++] = rows[i];
            } else {
                spare[right++] = rows[i];
            }
        }
        System.arraycopy(spare, 0, rows, middle, right);
        return middle;
    }

    private float[] leaf(double weight) {
        float[] values = new float[data.outputs()];
        for (int k = 0; k < values.length; k++) {
            double mean = weight > 0 ? sums[k] / weight : 1.0 / values.length;
            values[k] = (float) (data.centre() + data.spread() * mean);
        }
        return values;
    }

    @Override
    public boolean isLeaf(int node) {
        return leaves[node] != null;
    }

    @Override
    public int left(int node) {
        return left[node];
    }

    @Override
    public int right(int node) {
        return left[node] + 1;
    }

    @Override
    public int feature(int node) {
        return features[node];
    }

    @Override
    public float threshold(int node) {
        return thresholds[node];
    }

    @Override
    public boolean missingLeft(int node) {
        return missingLeft[node];
    }

    @Override
    public int[] codes(int node) {
        return NO_CODES;
    }

    @Override
    public float[] values(int node) {
        return leaves[node];
    }

    @Override
    public float cover(int node) {
        return covers[node];
    }
}
