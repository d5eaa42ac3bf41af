package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.StopRule.CurveBound;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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

    /**
     * Trainings of folds: new ones, or, where there are checkpoints, one for each fold, those that they left. Learners have
     * one configuration, but may begin with other weights.
     */
    Lockstep(
            List<Learner> learners,
            List<FoldData> folds,
            List<Block> checkpoints,
            long seed,
            Cancellation cancellation) {
        this.plan = learners.get(0).plan();
        boolean complete = false;
        try {
            for (int fold = 0; fold < folds.size(); fold++) {
                cancellation.check();
                Learner learner = learners.get(fold);
                trainings.add(
                        checkpoints.isEmpty()
                                ? learner.start(folds.get(fold), seed + fold)
                                : learner.resume(folds.get(fold), seed + fold, checkpoints.get(fold)));
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /**
     * Trains until the maximum, until the mean curve no longer falls, until it is above a bound, or until the time is up.
     *
     * @param share the share of the maximum to reach at most
     * @param bounds of the mean curve
     * @param timeUp asked between steps, but not before the first one is done on every fold
     * @param cancellation asked within steps; what every fold has reached before remains
     * @return what was above a bound, if anything was
     * @throws CancelledException if cancelled before every fold has an iteration
     */
    OptionalDouble train(double share, List<CurveBound> bounds, BooleanSupplier timeUp, Cancellation cancellation) {
        try {
            return trainOn(share, bounds, timeUp, cancellation);
        } catch (CancelledException e) {
            if (iterations() == 0) {
                throw e;
            }
            return OptionalDouble.empty();
        }
    }

    private OptionalDouble trainOn(
            double share, List<CurveBound> bounds, BooleanSupplier timeUp, Cancellation cancellation) {
        int maximum = iterationsOf(share);
        int reached = iterations();
        int before = reached;
        // the first steps are short: on a large table one of full length may be more than there is time for
        int step = 1;
        while (reached < maximum && !(reached > before && timeUp.getAsBoolean()) && !stale(reached)) {
            int from = reached;
            reached = Math.min(maximum, reached + step);
            step = Math.min(plan.step(), 2 * step);
            for (Training training : trainings) {
                training.advance(reached, cancellation);
            }
            OptionalDouble above = above(bounds, from, reached);
            if (above.isPresent()) {
                return above;
            }
        }
        return OptionalDouble.empty();
    }

    private int iterationsOf(double share) {
        return Math.max(1, (int) Math.ceil(plan.maximum() * share));
    }

    /** The mean loss at the first bound between two iterations that it is above. */
    private OptionalDouble above(List<CurveBound> bounds, int from, int to) {
        return bounds.stream()
                .filter(bound -> plan.patience() > 0)
                .filter(bound -> iterationsOf(bound.iterations()) > from && iterationsOf(bound.iterations()) <= to)
                .filter(bound -> meanLoss(iterationsOf(bound.iterations()), all()) > bound.lossAbove())
                .mapToDouble(bound -> meanLoss(iterationsOf(bound.iterations()), all()))
                .findFirst();
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

    Block checkpoint(int fold) {
        return trainings.get(fold).checkpoint();
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
