package io.automl4j.learners.extratrees;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FoldData;

/**
 * The training rows by column, which trees read one at a time.
 *
 * @param columns {@code [features][rows]}
 * @param targets class indices, or values
 * @param weights weights of the rows
 * @param outputs the number of classes, 1 for regression
 * @param classes whether classes are predicted
 */
record GrowingData(float[][] columns, double[] targets, double[] weights, int outputs, boolean classes) {

    static GrowingData of(FoldData data) {
        EncodedRows rows = data.train();
        float[][] columns = new float[rows.width()][rows.rows()];
        double[] targets = new double[rows.rows()];
        double[] weights = new double[rows.rows()];
        float[] values = rows.values();
        for (int row = 0; row < rows.rows(); row++) {
            for (int feature = 0; feature < columns.length; feature++) {
                columns[feature][row] = values[row * columns.length + feature];
            }
            targets[row] = data.labels().target(row);
            weights[row] = data.labels().weight(row);
        }
        return new GrowingData(
                columns,
                targets,
                weights,
                data.task().outputs(),
                data.task().type().isClassification());
    }

    int rows() {
        return targets.length;
    }
}
