package io.automl4j.model.predictor;

import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.trial.Block;

/**
 * A learner of forests, which grows a tree an iteration and goes on from the trees that it has.
 *
 * @param plan how many trees
 * @param grower begins or goes on
 */
public record ForestLearner(IterationPlan plan, Grower grower) implements Learner {

    /** Adds trees to a forest. */
    @FunctionalInterface
    public interface Grower {

        /**
         * A training, whose iterations are the trees of the forest.
         *
         * @param data what to learn from
         * @param seed the seed of everything random
         * @param forest the trees that are there
         * @return the training
         */
        Training training(FoldData data, long seed, GrowingForest forest);
    }

    @Override
    public Training start(FoldData data, long seed) {
        return FixedTraining.suits(data)
                ? FixedTraining.prior(data)
                : grower.training(data, seed, GrowingForest.of(data));
    }

    @Override
    public Training resume(FoldData data, long seed, Block checkpoint) {
        return grower.training(data, seed, GrowingForest.of(checkpoint));
    }
}
