package io.automl4j.model.predictor;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.file.Node;

/** Predicts the same for every row: the shares of the classes, or the mean. */
public final class PriorModel implements Model {
    static final String KIND = "prior";

    private final float[] values;

    private PriorModel(float[] values) {
        this.values = values;
    }

    /**
     * A model of fixed values.
     *
     * @param values one value for each output, copied
     * @return the model
     */
    public static PriorModel of(float... values) {
        return new PriorModel(values.clone());
    }

    static PriorModel load(Node node) {
        return new PriorModel(node.floats("values"));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("values", values);
    }

    @Override
    public int outputs() {
        return values.length;
    }

    @Override
    public void predict(EncodedRows rows, float[] out) {
        for (int row = 0; row < rows.rows(); row++) {
            System.arraycopy(values, 0, out, row * values.length, values.length);
        }
    }

    @Override
    public long operations() {
        return values.length;
    }
}
