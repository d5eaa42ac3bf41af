package io.automl4j.learners.linear;

import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;

/** Minimises the penalised loss in one go. */
final class LinearTraining implements Training {
    private final FoldData data;
    private final double penalty;
    private int iteration;
    private LinearModel model = LinearModel.of(new float[0], new float[1], Link.IDENTITY);

    LinearTraining(FoldData data, double penalty) {
        this.data = data;
        this.penalty = penalty;
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        if (iteration > 0 || toIteration < 1) {
            return;
        }
        PenalisedLoss loss = new PenalisedLoss(data, penalty);
        double[] parameters = Lbfgs.minimise(loss, new double[loss.dimension()], cancellation);
        model = toModel(loss, parameters);
        iteration = 1;
    }

    private LinearModel toModel(PenalisedLoss loss, double[] parameters) {
        int features = data.train().width();
        float[] weights = new float[loss.scores() * features];
        float[] biases = new float[loss.scores()];
        for (int score = 0; score < biases.length; score++) {
            int at = score * (features + 1);
            for (int feature = 0; feature < features; feature++) {
                weights[score * features + feature] = (float) (parameters[at + feature] * loss.spread());
            }
            biases[score] = (float) (parameters[at + features] * loss.spread() + loss.centre());
        }
        return LinearModel.of(weights, biases, link(data.task().type()));
    }

    private static Link link(TaskType type) {
        return switch (type) {
            case BINARY -> Link.LOGISTIC;
            case MULTICLASS -> Link.SOFTMAX;
            case REGRESSION, QUANTILE -> Link.IDENTITY;
        };
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return Double.NaN;
    }

    @Override
    public FittedModel model(int ofIteration) {
        return model;
    }
}
