package io.automl4j.testkit;

import io.automl4j.api.task.Predictions;

/**
 * The random-target test. Each table is halved, each half predicted by a model of the other: within a half of 200 rows
 * an AUC scatters by 0.041, so the mean of 30 tables by 0.0053, and 0.48 and 0.52 are nearly four deviations away.
 */
final class RandomTargets {
    static final int TABLES = 30;
    static final int ROWS = 400;
    /** More iterations find no less nothing. */
    static final int LONGEST = 100;

    private RandomTargets() {}

    static double meanValidationAuc(Sample sample, Trainer trainer) {
        int half = sample.table().rows() / 2;
        Sample first = sample.slice(0, half);
        Sample second = sample.slice(half, 2 * half);
        return (auc(first, second, trainer) + auc(second, first, trainer)) / 2;
    }

    private static double auc(Sample train, Sample validation, Trainer trainer) {
        Predictions predictions = trainer.train(train, 1).predict(validation.table());
        return Judge.rocAuc(validation.labels(), predictions);
    }
}
