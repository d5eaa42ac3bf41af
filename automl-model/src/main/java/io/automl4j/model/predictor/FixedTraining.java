package io.automl4j.model.predictor;

import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.task.Labels;
import io.automl4j.api.trial.Cancellation;

/**
 * A training whose model is there from the start: the prior, and what every other learner comes to where there is
 * nothing to learn.
 */
public final class FixedTraining implements Training {
    private final Model model;
    private int iteration;

    private FixedTraining(Model model) {
        this.model = model;
    }

    /**
     * A training that ends with the prior.
     *
     * @param data what to learn from
     * @return the training
     */
    public static FixedTraining prior(FoldData data) {
        return new FixedTraining(PriorModel.of(data.labels(), data.task()));
    }

    /**
     * Whether there is nothing to learn: one row, one class, one value, no column, or no weight.
     *
     * @param data what to learn from
     * @return true if every model would be the prior
     */
    public static boolean suits(FoldData data) {
        Labels labels = data.labels();
        if (data.train().width() == 0 || labels.totalWeight() <= 0) {
            return true;
        }
        for (int row = 1; row < labels.rows(); row++) {
            if (labels.target(row) != labels.target(0)) {
                return false;
            }
        }
        return true;
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
        return 0;
    }

    @Override
    public FittedModel model(int ofIteration) {
        return model;
    }
}
