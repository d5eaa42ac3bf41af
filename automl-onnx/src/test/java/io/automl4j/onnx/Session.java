package io.automl4j.onnx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Decision;
import io.automl4j.model.PredictedRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A model as ONNX in ONNX Runtime. */
final class Session implements AutoCloseable {
    private static final double TOLERANCE = 1e-4;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Session(OnnxModel model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            this.session = environment.createSession(model.bytes(), options);
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    /** What the two predict for rows must be the same, within 1e-4, of numbers beyond 1 relative to their size. */
    static void assertSame(AutoModel model, Table rows) {
        try (Session session = new Session(OnnxModel.of(model))) {
            session.assertPredictsAs(model, rows);
        }
    }

    void assertPredictsAs(AutoModel model, Table rows) {
        PredictedRows ours = model.predict(rows);
        Map<String, Object> theirs = run(cells(model, rows));
        boolean mostProbable = model.parts().processing().decision().equals(Decision.MOST_PROBABLE);
        double most = switch (model.task().type()) {
            case BINARY, MULTICLASS -> classes(ours, theirs, mostProbable);
            case REGRESSION -> numbers(ours, (float[]) requireNonNull(theirs.get("value")));
            case QUANTILE -> numbers(ours, flat((float[][]) requireNonNull(theirs.get("quantiles"))));
        };
        assertThat(most).as("greatest difference").isLessThanOrEqualTo(TOLERANCE);
    }

    private static double classes(PredictedRows ours, Map<String, Object> theirs, boolean mostProbable) {
        float[][] probabilities = (float[][]) requireNonNull(theirs.get("probabilities"));
        String[] labels = (String[]) requireNonNull(theirs.get("label"));
        assertThat(probabilities).hasNumberOfRows(ours.rows());
        double most = 0;
        for (int row = 0; row < ours.rows(); row++) {
            double sum = 0;
            for (int label = 0; label < probabilities[row].length; label++) {
                double difference = Math.abs(probabilities[row][label] - ours.probability(row, label));
                assertThat(difference).as("row %d", row).isNotNaN();
                most = Math.max(most, difference);
                sum += probabilities[row][label];
            }
            assertThat(sum).isBetween(1 - 1e-5, 1 + 1e-5);
            boolean other = !labels[row].equals(ours.label(row));
            boolean close = mostProbable && ours.value(row) - second(probabilities[row]) <= 2 * TOLERANCE;
            assertThat(other && !close).as("label of row %d", row).isFalse();
        }
        return most;
    }

    private static double second(float[] probabilities) {
        float[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 2];
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * rows[row].length, rows[row].length);
        }
        return flat;
    }

    private static double numbers(PredictedRows ours, float[] theirs) {
        float[] values = ours.values().toArray();
        assertThat(theirs).hasSameSizeAs(values);
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = Math.abs(values[i] - theirs[i]) / Math.max(1, Math.abs(values[i]));
            assertThat(difference).as("value %d", i).isNotNaN();
            most = Math.max(most, difference);
        }
        return most;
    }

    /** The cells that a model needs, as its graph takes them. */
    static Map<String, Object> cells(AutoModel model, Table rows) {
        Map<String, Object> cells = new HashMap<>();
        for (ColumnSchema column : Export.columns(model).columns()) {
            Column given = rows.column(column.name());
            if (Inputs.isText(column.kind())) {
                String[][] texts = new String[rows.rows()][1];
                for (int row = 0; row < texts.length; row++) {
                    texts[row][0] = given.text(row);
                }
                cells.put(column.name(), texts);
            } else {
                double[][] numbers = new double[rows.rows()][1];
                for (int row = 0; row < numbers.length; row++) {
                    numbers[row][0] = number(given, row);
                }
                cells.put(column.name(), numbers);
            }
        }
        return cells;
    }

    private static double number(Column column, int row) {
        if (column.isMissing(row)) {
            return Double.NaN;
        }
        return column instanceof TimeColumn times ? times.millis(row) / 1000.0 : ((NumericColumn) column).value(row);
    }

    /** Runs the graph; outputs by name. */
    Map<String, Object> run(Map<String, Object> cells) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Object> input : cells.entrySet()) {
                tensors.put(input.getKey(), OnnxTensor.createTensor(environment, input.getValue()));
            }
            Map<String, Object> outputs = new HashMap<>();
            try (OrtSession.Result result = session.run(tensors)) {
                for (Map.Entry<String, OnnxValue> output : result) {
                    outputs.put(output.getKey(), output.getValue().getValue());
                }
            }
            return outputs;
        } catch (OrtException e) {
            throw new AssertionError(e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    OrtSession session() {
        return session;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
