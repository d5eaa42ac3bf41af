package io.automl4j.api.run;

import io.automl4j.api.task.Task;
import io.automl4j.api.trial.TrialOutcome;
import java.time.Duration;
import java.util.OptionalDouble;

/** What a run tells its {@link AutoMlListener}. */
public sealed interface AutoMlEvent {

    /**
     * The search begins.
     *
     * @param task what is predicted
     * @param metric the name of the metric
     * @param rows rows of the training table
     * @param features features of the training table
     * @param validation the way of validation, in words
     * @param before the time of the budget that was used before the run was resumed; zero for a new one
     */
    record Started(Task task, String metric, int rows, int features, String validation, Duration before)
            implements AutoMlEvent {}

    /**
     * Something about the data was noticed.
     *
     * @param warning what
     */
    record Warned(DataWarning warning) implements AutoMlEvent {}

    /**
     * A trial ended.
     *
     * @param outcome how
     * @param trials trials ended so far
     * @param best the best score so far, empty before the first one
     * @param left the time left for the search
     */
    record TrialEnded(TrialOutcome outcome, int trials, OptionalDouble best, Duration left) implements AutoMlEvent {}

    /**
     * The ensemble was chosen.
     *
     * @param score its metric on validation rows
     * @param members the number of different members
     */
    record EnsembleChosen(double score, int members) implements AutoMlEvent {}

    /**
     * The run ended.
     *
     * @param spent the time it took
     * @param trials the number of trials
     */
    record Finished(Duration spent, int trials) implements AutoMlEvent {}
}
