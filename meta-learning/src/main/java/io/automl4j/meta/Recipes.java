package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Recipes, and what they are on tables. A matrix asks for those of a hundred tables, most of which have the same spaces. */
final class Recipes {
    private final List<Recipe> all;
    /** Configurations within spaces, since those of the design are the same on most tables. */
    private final Map<Place, IdentityHashMap<Configuration, Configuration>> repaired = new HashMap<>();

    /** A space of tables of a type. */
    private record Place(String learner, TaskType type, SearchSpace space) {}

    /** A learner on a table. */
    private record OnTable(
            Place place, List<Configuration> starts, IdentityHashMap<Configuration, Configuration> repaired) {
        Configuration of(Recipe recipe) {
            return repaired.computeIfAbsent(recipe.on(place.type(), starts), place.space()::repair);
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

    /** Complete configurations on a table, one for each recipe; some may be the same. */
    List<Start> on(TaskShape shape) {
        IdentityHashMap<LearnerProvider, OnTable> learners = new IdentityHashMap<>();
        return all.stream()
                .map(recipe -> new Start(
                        recipe.provider().name(),
                        learners.computeIfAbsent(recipe.provider(), of -> on(of, shape))
                                .of(recipe)))
                .toList();
    }

    private OnTable on(LearnerProvider provider, TaskShape shape) {
        Place place = new Place(provider.name(), shape.type(), provider.space(shape));
        return new OnTable(
                place, provider.starts(shape), repaired.computeIfAbsent(place, unknown -> new IdentityHashMap<>()));
    }

    /** Those of which a training on all rows is not expected to take longer. */
    Recipes within(Duration most, TaskShape shape) {
        List<Start> starts = on(shape);
        List<Recipe> some = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LearnerProvider provider = all.get(i).provider();
            if (provider.forecast(starts.get(i).configuration(), shape).compareTo(most) <= 0) {
                some.add(all.get(i));
            }
        }
        return new Recipes(some);
    }
}
