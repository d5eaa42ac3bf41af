package io.automl4j.learners.lightgbm;

import io.automl4j.model.predictor.TreeSource;
import java.util.Arrays;
import java.util.Map;

/**
 * One tree of LightGBM's text form. Inner nodes are numbered from 0, leaves are {@code ~leaf}; here a leaf {@code i} is
 * node {@code inner + i}. A code of the set goes left; missing and unseen codes go right.
 */
final class LightGbmTree implements TreeSource {
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int NAN_IS_MISSING = 2;

    private final int inner;
    private final double[] features;
    private final double[] thresholds;
    private final double[] decisions;
    private final double[] left;
    private final double[] right;
    private final double[] leaves;
    private final double[] leafCounts;
    private final double[] innerCounts;
    private final double[] boundaries;
    private final long[] words;

    LightGbmTree(Map<String, String> text) {
        this.features = numbers(text, "split_feature");
        this.inner = features.length;
        this.thresholds = numbers(text, "threshold");
        this.decisions = numbers(text, "decision_type");
        this.left = numbers(text, "left_child");
        this.right = numbers(text, "right_child");
        this.leaves = numbers(text, "leaf_value");
        this.leafCounts = numbers(text, "leaf_count");
        this.innerCounts = numbers(text, "internal_count");
        this.boundaries = numbers(text, "cat_boundaries");
        this.words = Arrays.stream(numbers(text, "cat_threshold"))
                .mapToLong(word -> (long) word)
                .toArray();
    }

    private static double[] numbers(Map<String, String> text, String name) {
        String line = text.getOrDefault(name, "").trim();
        if (line.isEmpty()) {
            return new double[0];
        }
        return Arrays.stream(line.split(" ", -1))
                .mapToDouble(LightGbmTree::number)
                .toArray();
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private int child(double number) {
        return number < 0 ? inner + ~(int) number : (int) number;
    }

    private boolean isCategorical(int node) {
        return ((int) decisions[node] & CATEGORICAL) != 0;
    }

    @Override
    public boolean isLeaf(int node) {
        return node >= inner;
    }

    @Override
    public int left(int node) {
        return child(left[node]);
    }

    @Override
    public int right(int node) {
        return child(right[node]);
    }

    @Override
    public int feature(int node) {
        return (int) features[node];
    }

    /** The largest single-precision number that is at most the threshold: values are single-precision. */
    @Override
    public float threshold(int node) {
        float nearest = (float) thresholds[node];
        return nearest > thresholds[node] ? Math.nextDown(nearest) : nearest;
    }

    @Override
    public boolean missingLeft(int node) {
        int decision = (int) decisions[node];
        if (isCategorical(node)) {
            return false;
        }
        // where training saw no NaN, LightGBM takes one for zero
        return decision >> 2 == NAN_IS_MISSING ? (decision & DEFAULT_LEFT) != 0 : 0 <= thresholds[node];
    }

    @Override
    public int[] codes(int node) {
        if (!isCategorical(node)) {
            return new int[0];
        }
        int set = (int) thresholds[node];
        int from = (int) boundaries[set];
        int[] codes = new int[(int) boundaries[set + 1] - from];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (int) words[from + i];
        }
        return codes;
    }

    @Override
    public float[] values(int node) {
        return new float[] {(float) leaves[node - inner]};
    }

    @Override
    public float cover(int node) {
        double[] counts = isLeaf(node) ? leafCounts : innerCounts;
        int at = isLeaf(node) ? node - inner : node;
        return at < counts.length ? (float) counts[at] : 1;
    }
}
