package io.automl4j.model.predictor;

import io.automl4j.api.Checks;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.file.Node;

/** Weighted sums of encoded columns: linear, logistic and softmax regression. */
public final class LinearModel implements Model {
    static final String KIND = "linear";

    private final float[] weights;
    private final float[] biases;
    private final int features;
    private final Link link;

    private LinearModel(float[] weights, float[] biases, int features, Link link) {
        this.weights = weights;
        this.biases = biases;
        this.features = features;
        this.link = link;
    }

    /**
     * A linear model.
     *
     * @param weights {@code [scores × features]}, row-major, copied
     * @param biases one for each score, copied
     * @param link turns scores into values
     * @return the model
     * @throws IllegalArgumentException if the weights are no multiple of the biases
     */
    public static LinearModel of(float[] weights, float[] biases, Link link) {
        Checks.argument(
                biases.length > 0 && weights.length % biases.length == 0,
                "%d weights for %d scores.",
                weights.length,
                biases.length);
        return new LinearModel(weights.clone(), biases.clone(), weights.length / biases.length, link);
    }

    /**
     * The weights.
     *
     * @return a copy, {@code [scores × features]}, row-major
     */
    public float[] weights() {
        return weights.clone();
    }

    /**
     * The biases.
     *
     * @return a copy, one for each score
     */
    public float[] biases() {
        return biases.clone();
    }

    /**
     * What turns scores into values.
     *
     * @return the link
     */
    public Link link() {
        return link;
    }

    @Override
    public int outputs() {
        return link.outputs(biases.length);
    }

    @Override
    public boolean fits(int columns) {
        return columns == features;
    }

    @Override
    public long operations() {
        return weights.length;
    }

    @Override
    public void predict(EncodedRows rows, float[] out) {
        Checks.argument(rows.width() == features, "Rows have %d columns, not %d.", rows.width(), features);
        float[] values = rows.values();
        float[] scores = new float[biases.length];
        int outputs = outputs();
        for (int row = 0; row < rows.rows(); row++) {
            for (int score = 0; score < scores.length; score++) {
                float sum = biases[score];
                for (int feature = 0; feature < features; feature++) {
                    sum += weights[score * features + feature] * values[row * features + feature];
                }
                scores[score] = sum;
            }
            link.apply(scores, 0, scores.length, out, row * outputs);
        }
    }

    @Override
    public <R> R accept(ModelVisitor<R> visitor) {
        return visitor.linear(this);
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("weights", weights)
                .put("biases", biases)
                .put("link", link.name());
    }

    static LinearModel load(Node node) {
        float[] weights = node.floats("weights");
        float[] biases = node.floats("biases");
        if (biases.length == 0 || weights.length % biases.length != 0) {
            throw new ModelFileException(
                    "The model file is damaged: %d weights for %d scores.".formatted(weights.length, biases.length));
        }
        return of(weights, biases, Link.load(node, biases.length));
    }
}
