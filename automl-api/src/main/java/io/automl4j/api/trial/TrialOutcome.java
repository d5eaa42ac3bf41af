package io.automl4j.api.trial;

import java.util.List;
import java.util.function.Function;

/** How a trial ended: scores, curve and cost, never data of rows. */
public sealed interface TrialOutcome {

    /**
     * The request that is answered.
     *
     * @return the request
     */
    TrialRequest request();

    /**
     * What the trial took.
     *
     * @return the cost
     */
    Cost cost();

    /**
     * Whether its time was up before it had ended by itself.
     *
     * @return true if it took at least as long as its limit
     */
    default boolean isCutOff() {
        return cost().wall().compareTo(request().limit()) >= 0;
    }

    /**
     * Chooses by the kind of outcome.
     *
     * @param completed for a trial that ended as asked
     * @param pruned for a trial that was ended early by its stop rule
     * @param failed for a trial that failed
     * @param <R> the type of the result
     * @return what the matching function returned
     */
    <R> R fold(Function<Completed, R> completed, Function<Pruned, R> pruned, Function<Failed, R> failed);

    /**
     * A trial that ended as asked, or with fewer iterations because its limit was reached.
     *
     * @param request the request
     * @param score the metric on the rows of all trained folds together
     * @param loss the same as a loss: 0 is perfect, smaller is better
     * @param foldLosses the loss of each trained fold
     * @param iterations the iterations of each fold's model
     * @param curve the mean watched loss after each recorded iteration; empty for learners without a curve
     * @param cost what the trial took
     */
    record Completed(
            TrialRequest request,
            double score,
            double loss,
            List<Double> foldLosses,
            List<Integer> iterations,
            List<CurvePoint> curve,
            Cost cost)
            implements TrialOutcome {

        /** Copies the lists. */
        public Completed {
            foldLosses = List.copyOf(foldLosses);
            iterations = List.copyOf(iterations);
            curve = List.copyOf(curve);
        }

        @Override
        public <R> R fold(Function<Completed, R> completed, Function<Pruned, R> pruned, Function<Failed, R> failed) {
            return completed.apply(this);
        }
    }

    /**
     * A trial that was ended by its {@link StopRule}.
     *
     * @param request the request
     * @param loss what was above a bound: the mean loss of the folds so far, or the mean watched loss
     * @param cost what the trial took
     */
    record Pruned(TrialRequest request, double loss, Cost cost) implements TrialOutcome {
        @Override
        public <R> R fold(Function<Completed, R> completed, Function<Pruned, R> pruned, Function<Failed, R> failed) {
            return pruned.apply(this);
        }
    }

    /**
     * A trial that threw, ran out of time before anything usable was there, or met NaN.
     *
     * @param request the request
     * @param stage where it happened
     * @param type the type of the error, such as a class name or {@code timeout}
     * @param message its message
     * @param cost what the trial took
     */
    record Failed(TrialRequest request, Stage stage, String type, String message, Cost cost) implements TrialOutcome {
        @Override
        public <R> R fold(Function<Completed, R> completed, Function<Pruned, R> pruned, Function<Failed, R> failed) {
            return failed.apply(this);
        }
    }
}
