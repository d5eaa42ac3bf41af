package io.automl4j.api.run;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search makes small besides the loss, and what it must keep.
 *
 * @param objectives besides the loss
 * @param constraints that models have to keep
 */
public record Goals(List<Objective> objectives, List<Constraint> constraints) {
    /** The loss alone. */
    public static final Goals LOSS = new Goals(List.of(), List.of());

    /** Far above any value that is kept. */
    private static final double VIOLATED = 1e12;

    /**
     * An upper bound.
     *
     * @param objective of what
     * @param most the greatest value that is kept, positive
     */
    public record Constraint(Objective objective, double most) {

        /**
         * Checks the bound.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Constraint {
            requireNonNull(objective, "objective");
            Checks.argument(
                    most > 0 && Double.isFinite(most),
                    "The bound of '%s' is %s, but must be positive.",
                    objective.label(),
                    most);
        }

        /** By what multiple of the bound a trial is above it; 0 if it is not. */
        double violation(Completed trial) {
            return Math.max(0, objective.value(trial) / most - 1);
        }
    }

    /** Copies the lists. */
    public Goals {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
    }

    /**
     * Whether a trial keeps all constraints.
     *
     * @param trial a completed trial
     * @return true if it does
     */
    public boolean areKept(Completed trial) {
        return violation(trial) == 0;
    }

    private double violation(Completed trial) {
        return constraints.stream()
                .mapToDouble(constraint -> constraint.violation(trial))
                .sum();
    }

    /**
     * What is to be small of a trial. One that violates a constraint is worse in everything than all that keep them, and
     * than those that violate them less (Deb et al. 2002, doi:10.1109/4235.996017, section VI).
     *
     * @param trial a completed trial
     * @return the loss, then the objectives
     */
    public List<Double> values(Completed trial) {
        double violation = violation(trial);
        List<Double> values = new ArrayList<>();
        values.add(violation > 0 ? VIOLATED * (1 + violation) : trial.loss());
        for (Objective objective : objectives) {
            values.add(violation > 0 ? VIOLATED * (1 + violation) : objective.value(trial));
        }
        return values;
    }
}
