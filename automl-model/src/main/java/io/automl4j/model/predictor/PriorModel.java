package io.automl4j.model.predictor;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.task.WeightedQuantiles;
import io.automl4j.model.file.Node;
import java.util.List;
import java.util.stream.IntStream;

/** Predicts the same for every row: the shares of the classes, the mean, or quantiles. */
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

    /**
     * The smoothed shares of the classes, the mean, or the quantiles.
     *
     * @param labels targets and weights
     * @param task what is predicted
     * @return the model
     */
    public static PriorModel of(Labels labels, Task task) {
        return task.type() == TaskType.QUANTILE ? quantiles(labels, task) : means(labels, task);
    }

    private static PriorModel quantiles(Labels labels, Task task) {
        double[] targets =
                IntStream.range(0, labels.rows()).mapToDouble(labels::target).toArray();
        List<Double> quantiles = WeightedQuantiles.of(task.quantiles(), targets, labels);
        float[] values = new float[task.outputs()];
        for (int i = 0; i < quantiles.size(); i++) {
            values[i] = quantiles.get(i).floatValue();
        }
        return new PriorModel(values);
    }

    private static PriorModel means(Labels labels, Task task) {
        double[] sums = new double[task.outputs()];
        double total = labels.totalWeight();
        for (int row = 0; row < labels.rows(); row++) {
            if (task.type().isClassification()) {
                sums[labels.label(row)] += labels.weight(row);
            } else {
                sums[0] += labels.weight(row) * labels.target(row);
            }
        }
        float[] values = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
            // half a row for each class: a class that was not seen is unlikely, not impossible
            values[i] = (float)
                    (task.type().isClassification()
                            ? (sums[i] + 0.5) / (total + 0.5 * sums.length)
                            : total > 0 ? sums[i] / total : 0);
        }
        return new PriorModel(values);
    }

    /**
     * What is predicted.
     *
     * @return a new array of one value for each output
     */
    public float[] values() {
        return values.clone();
    }

    static PriorModel load(Node node) {
        return new PriorModel(node.floats("values"));
    }

    @Override
    public <R> R accept(ModelVisitor<R> visitor) {
        return visitor.prior(this);
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("values", values);
    }

    @Override
    public boolean fits(int columns) {
        return true;
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
