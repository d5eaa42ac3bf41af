package io.automl4j.learners.extratrees;

import io.automl4j.api.Seeds;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.predictor.GrowingForest;
import java.util.SplittableRandom;

/** Grows a tree an iteration, each on all rows. */
final class ExtraTreesTraining implements Training {
    private final GrowingData data;
    private final GrowthRule rule;
    private final long seed;
    private final GrowingForest forest;

    ExtraTreesTraining(FoldData data, GrowthRule rule, long seed, GrowingForest forest) {
        this.data = GrowingData.of(data);
        this.rule = rule;
        this.seed = seed;
        this.forest = forest;
    }

    @Override
    public int iteration() {
        return forest.size();
    }

    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        while (forest.size() < toIteration) {
            cancellation.check();
            SplittableRandom random = new SplittableRandom(Seeds.mix(seed, forest.size()));
            forest.add(RandomTree.grow(data, rule, random));
        }
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return Double.NaN;
    }

    @Override
    public FittedModel model(int ofIteration) {
        return forest.model();
    }

    @Override
    public Block checkpoint() {
        return forest.checkpoint();
    }
}
