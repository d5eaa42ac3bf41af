package io.automl4j.testkit;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.encode.FittedEncoder;
import java.util.stream.IntStream;

/**
 * Trains one learner on raw tables, as a trial on one fold would: encoded by what the learner asks for, stopped by a
 * tenth of the rows where it has a patience.
 *
 * @param provider the learner
 * @param longest iterations after which training ends in any case
 * @param share of the iterations of a full training after which it ends in any case
 */
public record Trainer(LearnerProvider provider, int longest, double share) {

    /**
     * A model with the encoder of its rows.
     *
     * @param encoder encodes raw rows
     * @param model predicts encoded ones
     */
    public record Trained(FittedEncoder encoder, FittedModel model) {

        /**
         * What is predicted.
         *
         * @param rows raw rows
         * @return the model's predictions
         */
        public Predictions predict(Table rows) {
            EncodedRows encoded = encoder.transform(rows);
            float[] out = new float[encoded.rows() * model.outputs()];
            model.predict(encoded, out);
            return Predictions.of(out, model.outputs());
        }
    }

    /** The best of the provider's own configurations for a task. */
    Configuration first(Sample sample) {
        TaskShape shape = sample.shape();
        return provider.space(shape).repair(provider.starts(shape).get(0));
    }

    Trained train(Sample sample, long seed) {
        return train(sample, first(sample), seed);
    }

    /**
     * Trains a configuration.
     *
     * @param sample what is learned from
     * @param configuration a complete configuration
     * @param seed of everything random
     * @return the model
     */
    public Trained train(Sample sample, Configuration configuration, long seed) {
        Learner learner = provider.create(configuration);
        Prepared prepared = prepare(sample, configuration, seed);
        try (Training training = learner.start(prepared.data(), seed)) {
            return new Trained(prepared.encoder(), advance(training, learner.plan()));
        }
    }

    private FittedModel advance(Training training, IterationPlan plan) {
        int maximum = Math.min(longest, Math.max(1, (int) (share * plan.maximum())));
        int best = 1;
        while (training.iteration() < maximum
                && !(plan.patience() > 0 && training.iteration() - best >= plan.patience())) {
            training.advance(Math.min(maximum, training.iteration() + plan.step()), Cancellation.NEVER);
            best = plan.patience() > 0 ? best(training) : training.iteration();
        }
        return training.model(best);
    }

    static int best(Training training) {
        int best = 1;
        for (int iteration = 2; iteration <= training.iteration(); iteration++) {
            best = training.watchedLoss(iteration) < training.watchedLoss(best) ? iteration : best;
        }
        return best;
    }

    /** Encoded rows, some of them watched where the learner asks for it. */
    record Prepared(FittedEncoder encoder, FoldData data) {}

    Prepared prepare(Sample sample, Configuration configuration, long seed) {
        EncodedTraining encoded = encode(sample, configuration, seed);
        return new Prepared(encoded.encoder(), data(sample, encoded.rows(), provider.create(configuration)));
    }

    EncodedTraining encode(Sample sample, Configuration configuration, long seed) {
        EncoderSpec spec = provider.encoder(configuration, sample.shape()).suitedTo(provider.capabilities());
        return Encoders.fit(sample.table(), sample.labels(), sample.task(), spec, seed);
    }

    private static FoldData data(Sample sample, EncodedRows rows, Learner learner) {
        Labels labels = sample.labels();
        if (learner.plan().patience() == 0) {
            return FoldData.of(sample.task(), rows, labels);
        }
        if (rows.rows() < 20) {
            return new FoldData(sample.task(), rows, labels, rows, labels);
        }
        int[] watch =
                IntStream.range(0, rows.rows()).filter(row -> row % 10 == 5).toArray();
        int[] train =
                IntStream.range(0, rows.rows()).filter(row -> row % 10 != 5).toArray();
        return new FoldData(
                sample.task(), rows.select(train), labels.select(train), rows.select(watch), labels.select(watch));
    }
}
