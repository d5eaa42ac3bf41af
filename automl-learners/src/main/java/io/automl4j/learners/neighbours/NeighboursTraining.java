package io.automl4j.learners.neighbours;

import io.automl4j.api.Shuffles;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.predictor.NeighboursModel;
import io.automl4j.model.predictor.NeighboursModel.Vote;
import io.automl4j.model.predictor.PriorModel;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Stores rows: all of them, or a random sample. */
final class NeighboursTraining implements Training {
    private final FoldData data;
    private final Vote vote;
    private final long seed;
    private int iteration;

    NeighboursTraining(FoldData data, Vote vote, long seed) {
        this.data = data;
        this.vote = vote;
        this.seed = seed;
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        cancellation.check();
        iteration = Math.max(iteration, toIteration);
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return Double.NaN;
    }

    @Override
    public FittedModel model(int ofIteration) {
        int[] chosen = sample(data.train().rows());
        EncodedRows stored = data.train().select(chosen);
        Labels labels = data.labels().select(chosen);
        Task task = data.task();
        float[] targets = new float[chosen.length * task.outputs()];
        for (int row = 0; row < chosen.length; row++) {
            if (task.type().isClassification()) {
                targets[row * task.outputs() + labels.label(row)] = 1;
            } else {
                targets[row] = (float) labels.target(row);
            }
        }
        return NeighboursModel.of(
                stored,
                targets,
                labels.weightsAsFloats(),
                PriorModel.of(data.labels(), data.task()).values(),
                vote);
    }

    private int[] sample(int rows) {
        int[] order = Shuffles.order(rows, new SplittableRandom(seed));
        int[] chosen = Arrays.copyOf(order, Math.min(rows, NeighboursModel.MOST_ROWS));
        Arrays.sort(chosen);
        return chosen;
    }
}
