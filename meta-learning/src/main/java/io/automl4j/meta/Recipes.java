package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Recipes, and what they are on tables. A matrix asks for those of a hundred tables, most of which have the same spaces. */
final class Recipes {
    private final List<Recipe> all;
    /** By space and values, since learners have few spaces, and configurations of the design are the same on most tables. */
    private final IdentityHashMap<SearchSpace, IdentityHashMap<Configuration, Start>> known = new IdentityHashMap<>();
    /** By space the starts of learners, of which many tables have the same. */
    private final IdentityHashMap<SearchSpace, List<List<Configuration>>> handSets = new IdentityHashMap<>();

    /** A learner on a table. */
    private record OnTable(
            LearnerProvider learner,
            TaskType type,
            SearchSpace space,
            List<Configuration> handSet,
            IdentityHashMap<Configuration, Start> known) {
        Start of(Recipe recipe) {
            return known.computeIfAbsent(
                    recipe.on(type, handSet), values -> new Start(learner.name(), space.repair(values)));
        }
    }

    Recipes(List<Recipe> all) {
        this.all = List.copyOf(all);
    }

    List<Recipe> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    /**
     * Complete configurations on a table, one for each recipe; some may be the same. Learners that know no such tasks have empty ones,
     * which nobody can have tried.
     */
    List<Start> on(TaskShape shape) {
        IdentityHashMap<LearnerProvider, OnTable> learners = new IdentityHashMap<>();
        List<Start> starts = new ArrayList<>(all.size());
        for (Recipe recipe : all) {
            starts.add(
                    recipe.provider().knows(shape.type())
                            ? learners.computeIfAbsent(recipe.provider(), learner -> on(learner, shape))
                                    .of(recipe)
                            : new Start(recipe.provider().name(), Configuration.EMPTY));
        }
        return starts;
    }

    private OnTable on(LearnerProvider learner, TaskShape shape) {
        SearchSpace space = learner.space(shape);
        return new OnTable(
                learner,
                shape.type(),
                space,
                handSet(space, learner.starts(shape)),
                known.computeIfAbsent(space, unknown -> new IdentityHashMap<>()));
    }

    /** Equal starts are the same objects, for what is known of them. */
    private List<Configuration> handSet(SearchSpace space, List<Configuration> starts) {
        List<List<Configuration>> met = handSets.computeIfAbsent(space, unknown -> new ArrayList<>());
        int place = met.indexOf(starts);
        if (place >= 0) {
            return met.get(place);
        }
        met.add(starts);
        return starts;
    }

    /** Those of which a training on all rows is not expected to take longer. */
    Recipes within(Duration most, TaskShape shape) {
        List<Duration> forecasts = forecasts(shape);
        return new Recipes(IntStream.range(0, all.size())
                .filter(i -> forecasts.get(i).compareTo(most) <= 0)
                .mapToObj(all::get)
                .toList());
    }

    /** How long a training of each on all rows is expected to take. */
    List<Duration> forecasts(TaskShape shape) {
        List<Start> starts = on(shape);
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).provider().forecast(starts.get(i).configuration(), shape))
                .toList();
    }
}
