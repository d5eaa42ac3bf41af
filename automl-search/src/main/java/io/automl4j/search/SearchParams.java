package io.automl4j.search;

import io.automl4j.api.Checks;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What a strategy explores.
 *
 * @param spaces the search space of each learner by its name; the order breaks ties
 * @param starts configurations to begin with, first things first
 * @param folds the folds of a full trial
 * @param screening the folds of a first look at a random configuration; as many as {@code folds} for none
 * @param seed the seed of everything random
 * @param affordable whether a learner's configuration fits into the time of a trial; others are drawn only where none does
 */
public record SearchParams(
        Map<String, SearchSpace> spaces,
        List<Start> starts,
        int folds,
        int screening,
        long seed,
        BiPredicate<String, Configuration> affordable) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no space or a start is of no learner in {@code spaces}
     */
    public SearchParams {
        spaces = Collections.unmodifiableMap(new LinkedHashMap<>(spaces));
        starts = List.copyOf(starts);
        Checks.argument(!spaces.isEmpty(), "There is no space to search.");
        Checks.positive(folds, "folds");
        Checks.positive(screening, "screening");
        Checks.argument(screening <= folds, "A first look at %d folds is more than all %d.", screening, folds);
        for (Start start : starts) {
            Checks.argument(
                    spaces.containsKey(start.learner()),
                    "A start is of '%s', which is none of %s.",
                    start.learner(),
                    spaces.keySet());
        }
    }
}
