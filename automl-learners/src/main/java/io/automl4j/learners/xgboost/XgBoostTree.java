package io.automl4j.learners.xgboost;

import io.automl4j.model.predictor.TreeSource;
import java.util.Map;
import java.util.Objects;

/**
 * One tree of XGBoost's JSON form. There a code of the set goes right and all others left, and a number below the
 * condition goes left.
 */
final class XgBoostTree implements TreeSource {
    private static final int[] NO_CODES = {};

    private final float[] left;
    private final float[] right;
    private final float[] features;
    private final float[] conditions;
    private final float[] defaultLeft;
    private final float[] splitTypes;
    private final float[] covers;
    private final int[][] codes;
    private final float scale;

    XgBoostTree(Map<String, float[]> arrays) {
        this.left = array(arrays, "left_children");
        this.right = array(arrays, "right_children");
        this.features = array(arrays, "split_indices");
        this.conditions = array(arrays, "split_conditions");
        this.defaultLeft = array(arrays, "default_left");
        this.splitTypes = array(arrays, "split_type");
        this.covers = array(arrays, "sum_hessian");
        this.codes = codes(arrays, left.length);
        this.scale = 1;
    }

    private XgBoostTree(XgBoostTree other, float scale) {
        this.left = other.left;
        this.right = other.right;
        this.features = other.features;
        this.conditions = other.conditions;
        this.defaultLeft = other.defaultLeft;
        this.splitTypes = other.splitTypes;
        this.covers = other.covers;
        this.codes = other.codes;
        this.scale = scale;
    }

    private static float[] array(Map<String, float[]> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), () -> "XGBoost's tree lacks " + name);
    }

    private static int[][] codes(Map<String, float[]> arrays, int nodes) {
        float[] all = array(arrays, "categories");
        float[] splitNodes = array(arrays, "categories_nodes");
        float[] segments = array(arrays, "categories_segments");
        float[] sizes = array(arrays, "categories_sizes");
        int[][] codes = new int[nodes][];
        for (int i = 0; i < splitNodes.length; i++) {
            int most = 0;
            for (int j = 0; j < sizes[i]; j++) {
                most = Math.max(most, (int) all[(int) segments[i] + j]);
            }
            int[] set = new int[most / 32 + 1];
            for (int j = 0; j < sizes[i]; j++) {
                int code = (int) all[(int) segments[i] + j];
                set[code >> 5] |= 1 << (code & 31);
            }
            codes[(int) splitNodes[i]] = set;
        }
        return codes;
    }

    XgBoostTree scaled(double factor) {
        return factor == 1 ? this : new XgBoostTree(this, (float) factor);
    }

    private boolean isCategorical(int node) {
        return splitTypes[node] == 1;
    }

    @Override
    public boolean isLeaf(int node) {
        return left[node] < 0;
    }

    @Override
    public int left(int node) {
        return (int) (isCategorical(node) ? right[node] : left[node]);
    }

    @Override
    public int right(int node) {
        return (int) (isCategorical(node) ? left[node] : right[node]);
    }

    @Override
    public int feature(int node) {
        return (int) features[node];
    }

    @Override
    public float threshold(int node) {
        return Math.nextDown(conditions[node]);
    }

    @Override
    public boolean missingLeft(int node) {
        return (defaultLeft[node] == 1) != isCategorical(node);
    }

    @Override
    public int[] codes(int node) {
        return isCategorical(node) ? codes[node] : NO_CODES;
    }

    @Override
    public float[] values(int node) {
        return new float[] {conditions[node] * scale};
    }

    @Override
    public float cover(int node) {
        return covers[node];
    }
}
