package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/** The attributes of {@code TreeEnsembleRegressor}: for each node, and for each value of a leaf, an element of each. */
final class TreeAttributes {
    private final List<Long> trees = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> columns = new ArrayList<>();
    private final List<Float> thresholds = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> yes = new ArrayList<>();
    private final List<Long> no = new ArrayList<>();
    private final List<Long> missingYes = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNumbers = new ArrayList<>();
    private final List<Long> leafTargets = new ArrayList<>();
    private final List<Float> leafWeights = new ArrayList<>();
    private long tree = -1;

    /**
     * A test of a column.
     *
     * @param column the column
     * @param mode how it is compared
     * @param threshold with what
     * @param missing whether a missing value counts as found
     */
    record Test(int column, String mode, float threshold, boolean missing) {
        private static final Test NONE = new Test(0, "LEAF", 0, false);

        static Test atMost(int column, float threshold, boolean missing) {
            return new Test(column, "BRANCH_LEQ", threshold, missing);
        }

        static Test equal(int column, int code, boolean missing) {
            return new Test(column, "BRANCH_EQ", code, missing);
        }
    }

    /** Begins a tree. Nodes are numbered within it, the root is 0 and comes first. */
    void begin() {
        tree++;
    }

    boolean isEmpty() {
        return trees.isEmpty();
    }

    /** Adds a node with a test. */
    void branch(int number, Test test, int found, int other) {
        trees.add(tree);
        numbers.add((long) number);
        columns.add((long) test.column);
        thresholds.add(test.threshold);
        modes.add(test.mode);
        yes.add((long) found);
        no.add((long) other);
        missingYes.add(test.missing ? 1L : 0L);
    }

    /** Adds a leaf that adds values to scores, from the first given on. */
    void leaf(int number, float[] values, int first) {
        branch(number, Test.NONE, 0, 0);
        for (int i = 0; i < values.length; i++) {
            leafTrees.add(tree);
            leafNumbers.add((long) number);
            leafTargets.add((long) first + i);
            leafWeights.add(values[i]);
        }
    }

    /** All of them, with where each score starts. */
    AttributeProto[] with(float[] base) {
        List<Float> starts = new ArrayList<>();
        for (float start : base) {
            starts.add(start);
        }
        return new AttributeProto[] {
            Attributes.ofLongs("nodes_treeids", trees),
            Attributes.ofLongs("nodes_nodeids", numbers),
            Attributes.ofLongs("nodes_featureids", columns),
            Attributes.ofFloats("nodes_values", thresholds),
            Attributes.ofTexts("nodes_modes", modes),
            Attributes.ofLongs("nodes_truenodeids", yes),
            Attributes.ofLongs("nodes_falsenodeids", no),
            Attributes.ofLongs("nodes_missing_value_tracks_true", missingYes),
            Attributes.ofLongs("target_treeids", leafTrees),
            Attributes.ofLongs("target_nodeids", leafNumbers),
            Attributes.ofLongs("target_ids", leafTargets),
            Attributes.ofFloats("target_weights", leafWeights),
            Attributes.ofFloats("base_values", starts),
            Attributes.of("n_targets", (long) base.length),
        };
    }
}
