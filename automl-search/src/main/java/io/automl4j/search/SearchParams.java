package io.automl4j.search;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.run.Goals;
import io.automl4j.api.trial.TrialOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a strategy explores.
 *
 * @param learners space and rungs of each learner by its name; the order breaks ties
 * @param opening configurations to begin with
 * @param folds the folds of a full trial
 * @param screening the folds of a first look at a configuration; as many as {@code folds} for none
 * @param seed the seed of everything random
 * @param most how many configurations are begun at most
 * @param outlay what trials are expected to take of the time that is left
 * @param seconds how long a trial took, for the shares of learners; in a search that is to be the same each time, no clock
 *     tells it
 * @param goals what is to be small, and what must be kept
 */
public record SearchParams(
        Map<String, Searched> learners,
        Opening opening,
        int folds,
        int screening,
        long seed,
        long most,
        Outlay outlay,
        ToDoubleFunction<TrialOutcome> seconds,
        Goals goals) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no learner, a start is of no learner in {@code learners}, or the first look is at no
     *     fold or more than all
     */
    public SearchParams {
        learners = Collections.unmodifiableMap(new LinkedHashMap<>(learners));
        requireNonNull(opening, "opening");
        requireNonNull(outlay, "outlay");
        requireNonNull(seconds, "seconds");
        requireNonNull(goals, "goals");
        Checks.argument(!learners.isEmpty(), "There is no space to search.");
        Checks.positive(folds, "folds");
        Checks.positive(screening, "screening");
        Checks.argument(screening <= folds, "A first look at %d folds is more than all %d.", screening, folds);
        for (Start start : opening.order(Map.of())) {
            Checks.argument(
                    learners.containsKey(start.learner()),
                    "A start is of '%s', which is none of %s.",
                    start.learner(),
                    learners.keySet());
        }
    }
}
