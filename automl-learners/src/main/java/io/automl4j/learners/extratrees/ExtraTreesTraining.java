package io.automl4j.learners.extratrees;

import io.automl4j.api.Seeds;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import java.util.SplittableRandom;

/** Grows a tree an iteration, each on all rows. */
final class ExtraTreesTraining implements Training {
    private final GrowingData data;
    private final GrowthRule rule;
    private final long seed;
    private final TreesBuilder trees;
    private int iteration;

    ExtraTreesTraining(FoldData data, GrowthRule rule, long seed) {
        this.data = GrowingData.of(data);
        this.rule = rule;
        this.seed = seed;
        this.trees = data.task().type().isClassification()
                ? TreesModel.forest(PriorModel.of(data.labels(), data.task()).values())
                : TreesModel.forest(1);
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        while (iteration < toIteration) {
            cancellation.check();
            SplittableRandom random = new SplittableRandom(Seeds.mix(seed, iteration));
            trees.add(RandomTree.grow(data, rule, random));
            iteration++;
        }
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return Double.NaN;
    }

    @Override
    public FittedModel model(int ofIteration) {
        return trees.build();
    }
}
