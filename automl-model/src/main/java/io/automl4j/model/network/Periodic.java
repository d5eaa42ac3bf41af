package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * PBLD, a numeric embedding with periodic features (Holzmüller et al. 2024, arXiv:2407.04491, section 3; after Gorishniy
 * et al. 2022, arXiv:2203.05556): a feature {@code x} becomes {@code [x, W₂ cos(2π w₁ x + b₁) + b₂]}, each feature with
 * weights of its own. Parameters, each block for all features one after another: {@code w₁ [features × frequencies]},
 * {@code b₁ [features × frequencies]}, {@code W₂ [features × frequencies × (dimension - 1)]}, {@code b₂ [features ×
 * (dimension - 1)]}.
 *
 * @param features how many features come in
 * @param frequencies how many cosines each has
 * @param dimension how many values each becomes, its own among them
 */
public record Periodic(int features, int frequencies, int dimension) implements Operation {
    static final String KIND = "periodic";

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Periodic {
        Checks.positive(features, "features");
        Checks.positive(frequencies, "frequencies");
        Checks.argument(dimension > 1, "dimension is %d, but must be at least 2.", dimension);
    }

    static Periodic load(Node node) {
        return new Periodic(node.integer("features"), node.integer("frequencies"), node.integer("dimension"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("features", features)
                .put("frequencies", frequencies)
                .put("dimension", dimension);
    }

    @Override
    public int inputs() {
        return features;
    }

    @Override
    public int outputs() {
        return Math.multiplyExact(features, dimension);
    }

    @Override
    public int parameters() {
        long each = 2L * frequencies + (long) frequencies * (dimension - 1) + dimension - 1;
        return Math.toIntExact(Math.multiplyExact(features, each));
    }

    @Override
    public long cost() {
        return (long) features * frequencies * (dimension + 8);
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int width, float[] out, int rows) {
        int own = dimension - 1;
        int phases = at + features * frequencies;
        int weights = phases + features * frequencies;
        int biases = weights + features * frequencies * own;
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < features; feature++) {
                float x = in[row * width + feature];
                int to = (row * features + feature) * dimension;
                out[to] = x;
                System.arraycopy(parameters, biases + feature * own, out, to + 1, own);
                for (int k = feature * frequencies; k < (feature + 1) * frequencies; k++) {
                    float cosine = Wave.cosine(parameters[at + k] * x + Wave.TURNS * parameters[phases + k]);
                    for (int i = 0; i < own; i++) {
                        out[to + 1 + i] += cosine * parameters[weights + k * own + i];
                    }
                }
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.periodic(this);
    }
}
