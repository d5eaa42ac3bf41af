package io.automl4j.neural.train;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.NetworkModel.Target;
import java.util.Arrays;

/**
 * What a network learns from. The arrays are handed over, not to be changed.
 *
 * @param rows encoded rows
 * @param targets {@code [rows × width]}: shares of classes, or standardised numbers
 * @param weights of the rows
 * @param width scores of a row
 * @param target what scores of numbers stand for
 * @param link what scores become
 */
public record Learned(EncodedRows rows, float[] targets, float[] weights, int width, Target target, Link link) {

    /**
     * What the training rows of a fold teach.
     *
     * @param data the fold
     * @param augmentation how labels are smoothed
     * @return rows, targets and weights
     */
    public static Learned of(FoldData data, Augmentation augmentation) {
        double smoothing = augmentation.smoothing();
        Labels labels = data.labels();
        boolean classes = data.task().type().isClassification();
        int width = data.task().outputs();
        Target target = classes ? Target.PLAIN : Standardised.of(labels);
        float[] targets = new float[labels.rows() * width];
        float[] weights = new float[labels.rows()];
        for (int row = 0; row < labels.rows(); row++) {
            weights[row] = (float) labels.weight(row);
            if (classes) {
                for (int i = 0; i < width; i++) {
                    targets[row * width + i] = (float) smoothing / width;
                }
                targets[row * width + labels.label(row)] += 1 - (float) smoothing;
            } else {
                float standardised = (float) ((labels.target(row) - target.centre()) / target.spread());
                Arrays.fill(targets, row * width, (row + 1) * width, standardised);
            }
        }
        return new Learned(data.train(), targets, weights, width, target, classes ? Link.SOFTMAX : Link.IDENTITY);
    }
}
