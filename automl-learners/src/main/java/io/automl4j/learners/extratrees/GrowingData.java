package io.automl4j.learners.extratrees;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;

/**
 * The training rows by column, which trees read one at a time.
 *
 * @param columns {@code [features][rows]}
 * @param targets class indices, or values standardised by {@code centre} and {@code spread}: gains are differences of
 *     squares, which would vanish beside a large mean
 * @param weights weights of the rows
 * @param outputs the number of classes, 1 for regression
 * @param classes whether classes are predicted
 * @param centre what a standardised target of 0 stands for
 * @param spread what a standardised target of 1 lies above it
 */
record GrowingData(
        float[][] columns,
        double[] targets,
        double[] weights,
        int outputs,
        boolean classes,
        double centre,
        double spread) {

    static GrowingData of(FoldData data) {
        EncodedRows rows = data.train();
        float[][] columns = new float[rows.width()][rows.rows()];
        double[] targets = new double[rows.rows()];
        double[] weights = new double[rows.rows()];
        float[] values = rows.values();
        boolean classes = data.task().type().isClassification();
        double centre = classes ? 0 : mean(data.labels());
        double spread = classes ? 1 : deviation(data.labels(), centre);
        for (int row = 0; row < rows.rows(); row++) {
            for (int feature = 0; feature < columns.length; feature++) {
                columns[feature][row] = values[row * columns.length + feature];
            }
            targets[row] = (data.labels().target(row) - centre) / spread;
            weights[row] = data.labels().weight(row);
        }
        return new GrowingData(columns, targets, weights, data.task().outputs(), classes, centre, spread);
    }

    private static double mean(Labels labels) {
        double sum = 0;
        for (int row = 0; row < labels.rows(); row++) {
            sum += labels.weight(row) * labels.target(row);
        }
        return sum / labels.totalWeight();
    }

    private static double deviation(Labels labels, double mean) {
        double sum = 0;
        for (int row = 0; row < labels.rows(); row++) {
            double difference = labels.target(row) - mean;
            sum += labels.weight(row) * difference * difference;
        }
        return sum > 0 ? Math.sqrt(sum / labels.totalWeight()) : 1;
    }

    int rows() {
        return targets.length;
    }
}
