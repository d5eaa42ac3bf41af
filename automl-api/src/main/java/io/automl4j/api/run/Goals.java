package io.automl4j.api.run;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    private static final double VIOLATED = 1e100;

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

        /** By what multiple of the bound an ensemble is above it; 0 if it is not. */
        double violation(List<Completed> members) {
            return Math.max(0, Goals.together(objective, members) / most - 1);
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an objective is named twice
     */
    public Goals {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        Set<Objective> different = new HashSet<>();
        for (Objective objective : objectives) {
            Checks.argument(different.add(objective), "Objective '%s' is named twice.", objective.label());
        }
    }

    /**
     * Refuses a trial of which an objective, or what is constrained, is not known.
     *
     * @param trial a completed trial
     * @throws IllegalArgumentException if one is NaN or infinite; names it
     */
    public void check(Completed trial) {
        Stream.concat(objectives.stream(), constraints.stream().map(Constraint::objective))
                .forEach(objective -> {
                    double value = objective.value(trial);
                    Checks.argument(Double.isFinite(value), "Objective '%s' is %s.", objective.label(), value);
                    for (List<Double> members : List.of(List.of(value), List.of(value, value))) {
                        double together = objective.together(members);
                        Checks.argument(
                                Double.isFinite(together),
                                "Objective '%s' of an ensemble of %d is %s.",
                                objective.label(),
                                members.size(),
                                together);
                    }
                });
    }

    /**
     * What models are compared by, once they are there: by these objectives, or by latency and size if there are none.
     *
     * @return goals with at least one objective
     */
    public Goals ofModels() {
        return objectives.isEmpty() ? new Goals(List.of(Objectives.LATENCY, Objectives.SIZE), constraints) : this;
    }

    /**
     * Whether an ensemble keeps all constraints.
     *
     * @param members its members, or one trial alone
     * @return true if it does
     */
    public boolean areKept(List<Completed> members) {
        return violation(members) == 0;
    }

    /**
     * How far an ensemble is from keeping all constraints.
     *
     * @param members its members, or one trial alone
     * @return the excess over each bound as a multiple of it, summed; 0 if all are kept
     */
    public double violation(List<Completed> members) {
        return constraints.stream()
                .mapToDouble(constraint -> constraint.violation(members))
                .sum();
    }

    /**
     * What an ensemble has of an objective.
     *
     * @param objective of what
     * @param members its members
     * @return the value
     */
    public static double together(Objective objective, List<Completed> members) {
        return objective.together(members.stream().map(objective::value).toList());
    }

    /**
     * What is to be small of a trial. One that violates a constraint is worse in everything than all that keep them, and
     * than those that violate them less (Deb et al. 2002, doi:10.1109/4235.996017, section VI).
     *
     * @param trial a completed trial
     * @return the loss, then the objectives
     */
    public List<Double> values(Completed trial) {
        double violation = violation(List.of(trial));
        List<Double> values = new ArrayList<>();
        values.add(violation > 0 ? VIOLATED * (1 + violation) : trial.loss());
        for (Objective objective : objectives) {
            values.add(violation > 0 ? VIOLATED * (1 + violation) : objective.value(trial));
        }
        return values;
    }
}
