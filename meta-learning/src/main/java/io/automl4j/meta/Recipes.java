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
import java.util.Objects;

/** Recipes, and what they are on tables. A matrix asks for those of a hundred tables, most of which have the same spaces. */
final class Recipes {
    private final List<Recipe> all;
    /** The points of the design, and what others found, within spaces. */
    private final Map<Place, Map<Recipe, Configuration>> designed = new HashMap<>();

    /** A space of tables of a type. */
    private record Place(String learner, TaskType type, SearchSpace space) {}

    /** A learner on a table. */
    private record OnTable(Place place, List<Configuration> starts, Map<Recipe, Configuration> designed) {
        Configuration of(Recipe recipe) {
            if (recipe instanceof Recipe.HandSet handSet) {
                return place.space().repair(starts.get(Math.min(handSet.place(), starts.size() - 1)));
            }
            return designed.computeIfAbsent(recipe, unknown -> place.space().repair(values(unknown)));
        }

        private Configuration values(Recipe recipe) {
            return recipe instanceof Recipe.Designed point
                    ? Objects.requireNonNull(point.configurations().get(place.type()))
                    : ((Recipe.Published) recipe).candidate().configuration();
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
                place, provider.starts(shape), designed.computeIfAbsent(place, unknown -> new IdentityHashMap<>()));
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
