package io.automl4j.api.run;

import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.List;
import java.util.Locale;

/** Something that a search makes small besides the loss. Called by several threads. */
public interface Objective {

    /**
     * The name in commands and reports.
     *
     * @return lower-case letters, digits and dashes
     */
    String label();

    /**
     * What a trial has of it.
     *
     * @param trial a completed trial
     * @return a value, always the same of a trial; smaller is better. One that is not finite, or an exception, makes the
     *     trial a failed one.
     */
    double value(Completed trial);

    /**
     * What an ensemble has of it.
     *
     * @param members what its members have
     * @return their sum, unless it is something else than a cost
     */
    default double together(List<Double> members) {
        return members.stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * A value in words, for messages.
     *
     * @param value what a trial or an ensemble has of it
     * @return three digits, unless it has a unit
     */
    default String amount(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
