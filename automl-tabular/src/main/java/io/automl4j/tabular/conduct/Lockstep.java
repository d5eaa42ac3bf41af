package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Trains the folds of a trial side by side, a few iterations of each in turn. So the curves of the other folds can say
 * at which iteration a fold's model is best, and a trial whose time is up has equally good models of all folds.
 *
 * @implNote Confined to one thread.
 */
final class Lockstep implements AutoCloseable {
    private final IterationPlan plan;
    private final List<Training> trainings = new ArrayList<>();

    Lockstep(Learner learner, List<FoldData> folds, long seed, Cancellation cancellation) {
        this.plan = learner.plan();
        boolean complete = false;
        try {
            for (FoldData fold : folds) {
                cancellation.check();
                trainings.add(learner.start(fold, seed + trainings.size()));
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /**
     * Trains until the maximum, until the mean curve no longer falls, or until the time is up.
     *
     * @param share the share of the maximum to reach at most
     * @param timeUp asked between steps, but not before the first one is done on every fold
     */
    void train(double share, BooleanSupplier timeUp, Cancellation cancellation) {
        int maximum = Math.max(1, (int) Math.ceil(plan.maximum() * share));
        int reached = 0;
        // the first steps are short: on a large table one of full length may be more than there is time for
        int step = 1;
        while (reached < maximum && !(reached > 0 && timeUp.getAsBoolean()) && !stale(reached)) {
            reached = Math.min(maximum, reached + step);
            step = Math.min(plan.step(), 2 * step);
            for (Training training : trainings) {
                training.advance(reached, cancellation);
            }
        }
    }

    private boolean stale(int reached) {
        return plan.patience() > 0 && reached > plan.patience() && reached - best(all()) >= plan.patience();
    }

    /** The iteration at which the mean curve of some folds is lowest. */
    private int best(List<Integer> folds) {
        int best = 1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int iteration = 1; iteration <= iterations(); iteration++) {
            double mean = meanLoss(iteration, folds);
            if (mean < lowest) {
                lowest = mean;
                best = iteration;
            }
        }
        return best;
    }

    private double meanLoss(int iteration, List<Integer> folds) {
        double sum = 0;
        for (int fold : folds) {
            sum += trainings.get(fold).watchedLoss(iteration);
        }
        return sum / folds.size();
    }

    private List<Integer> all() {
        return IntStream.range(0, trainings.size()).boxed().toList();
    }

    private int iterations() {
        return trainings.stream().mapToInt(Training::iteration).min().orElse(0);
    }

    /**
     * The iteration of a fold's model. A single fold watches rows that are not its validation part, so its own curve
     * decides; of several folds each watches its validation part, so only the curves of folds that watch other rows do.
     *
     * @param others folds whose validation rows are not among this fold's
     */
    int chosenIteration(int fold, List<Integer> others) {
        return plan.patience() == 0 ? trainings.get(fold).iteration() : best(others.isEmpty() ? List.of(fold) : others);
    }

    FittedModel model(int fold, int iteration) {
        return trainings.get(fold).model(iteration);
    }

    List<CurvePoint> curve() {
        List<CurvePoint> curve = new ArrayList<>();
        if (plan.patience() > 0) {
            for (int iteration = 1; iteration <= iterations(); iteration += Math.max(1, iterations() / 50)) {
                curve.add(new CurvePoint(iteration, meanLoss(iteration, all())));
            }
        }
        return curve;
    }

    @Override
    public void close() {
        trainings.forEach(Training::close);
    }
}
