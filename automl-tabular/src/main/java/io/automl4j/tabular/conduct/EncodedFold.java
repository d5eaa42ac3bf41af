package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.model.encode.FittedEncoder;

/** A fold in one encoding: training and validation part with their labels, and the encoder of the training part. */
record EncodedFold(
        FittedEncoder encoder, EncodedRows train, Labels labels, EncodedRows validation, Labels validationLabels) {

    /**
     * What a training sees: of several folds each watches its validation part, of which the others' models are judged; a lone one
     * watches a part of its training rows.
     */
    FoldData training(Task task, IterationPlan plan, int folds, long seed) {
        if (plan.patience() == 0) {
            return FoldData.of(task, train, labels);
        }
        return folds == 1
                ? InnerSplit.of(task, train, labels, seed)
                : new FoldData(task, train, labels, validation, validationLabels);
    }

    /**
     * What a model predicts for the validation part.
     *
     * @throws IllegalStateException if a prediction is not finite
     */
    Predictions predicted(FittedModel model) {
        float[] out = new float[validation.rows() * model.outputs()];
        model.predict(validation, out);
        for (float value : out) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException("A model predicts %s.".formatted(value));
            }
        }
        return Predictions.of(out, model.outputs());
    }
}
