package io.automl4j.testkit;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.encode.EncodedTraining;

/**
 * The random-target test, with data as a trial of several folds hands it out: each half of a table is learned from while
 * the other half is watched, and the curve of one training says at which iteration the other one's model is taken. A
 * learner that lets the watched rows into its model scores here what cannot be scored. Within a half of 200 rows an AUC
 * scatters by 0.041, so the mean of 30 tables by 0.0053: 0.48 and 0.52 are nearly four deviations away.
 */
final class RandomTargets {
    static final int TABLES = 30;
    static final int ROWS = 400;
    /** More iterations find no less nothing. */
    private static final int LONGEST = 100;

    private RandomTargets() {}

    static double meanValidationAuc(Sample sample, Trainer trainer, Configuration configuration) {
        int half = sample.table().rows() / 2;
        Sample first = sample.slice(0, half);
        Sample second = sample.slice(half, 2 * half);
        Learner learner = trainer.provider().create(configuration);
        FoldData ofFirst = fold(first, second, trainer, configuration);
        FoldData ofSecond = fold(second, first, trainer, configuration);
        try (Training one = learner.start(ofFirst, 1);
                Training other = learner.start(ofSecond, 2)) {
            train(one, other, learner.plan());
            FittedModel ofOne = one.model(iteration(other, learner.plan()));
            FittedModel ofOther = other.model(iteration(one, learner.plan()));
            return (auc(ofOne, ofFirst) + auc(ofOther, ofSecond)) / 2;
        }
    }

    private static FoldData fold(Sample train, Sample validation, Trainer trainer, Configuration configuration) {
        EncodedTraining encoded = trainer.encode(train, configuration, 1);
        EncodedRows watched = encoded.encoder().transform(validation.table());
        return new FoldData(train.task(), encoded.rows(), train.labels(), watched, validation.labels());
    }

    private static void train(Training one, Training other, IterationPlan plan) {
        int maximum = Math.min(plan.maximum(), plan.patience() > 0 ? LONGEST : plan.maximum());
        one.advance(maximum, Cancellation.NEVER);
        other.advance(maximum, Cancellation.NEVER);
    }

    private static int iteration(Training watched, IterationPlan plan) {
        return plan.patience() > 0 ? Trainer.best(watched) : watched.iteration();
    }

    private static double auc(FittedModel model, FoldData fold) {
        float[] out = new float[fold.watch().rows() * model.outputs()];
        model.predict(fold.watch(), out);
        return Judge.rocAuc(fold.watchLabels(), Predictions.of(out, model.outputs()));
    }
}
