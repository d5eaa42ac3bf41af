package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is tried on every table of a knowledge base, so that configurations compare across tables: the hand-set starts
 * of each learner, and Sobol points of its space, more of those with more parameters.
 */
public final class Design {
    private static final Map<String, Integer> POINTS =
            Map.of("mlp", 28, "resnet", 18, "xgboost", 24, "extra_trees", 9, "random_forest", 7, "linear", 6, "knn", 4);
    private static final int POINTS_OF_OTHERS = 4;

    private Design() {}

    /**
     * All recipes: the learners' own starts, then Sobol points of their spaces, none of those with no parameter or with more than
     * the sequence has dimensions, and what others found. Learners take turns, so that a design that is cut short has some of each.
     */
    static Recipes recipes(List<LearnerProvider> providers, List<Candidate> candidates) {
        List<Recipe> recipes =
                new ArrayList<>(inTurn(providers.stream().map(Design::handSet).toList()));
        recipes.addAll(inTurn(providers.stream().map(Design::points).toList()));
        for (Candidate candidate : candidates) {
            providers.stream()
                    .filter(provider -> provider.name().equals(candidate.learner()))
                    .forEach(provider -> recipes.add(new Recipe.Published(provider, candidate)));
        }
        return new Recipes(recipes);
    }

    private static List<Recipe> handSet(LearnerProvider provider) {
        int most = known(provider)
                .mapToInt(type -> provider.starts(rich(type)).size())
                .max()
                .orElse(0);
        return IntStream.range(0, most)
                .<Recipe>mapToObj(place -> new Recipe.HandSet(provider, place))
                .toList();
    }

    private static Stream<TaskType> known(LearnerProvider provider) {
        return Arrays.stream(TaskType.values()).filter(provider::knows);
    }

    private static List<Recipe> points(LearnerProvider provider) {
        Map<TaskType, SearchSpace> spaces = new EnumMap<>(TaskType.class);
        known(provider).forEach(type -> spaces.put(type, provider.space(rich(type))));
        int dimension =
                spaces.values().stream().mapToInt(SearchSpace::dimension).max().orElse(0);
        if (dimension == 0 || dimension > Sobol.MOST) {
            return List.of();
        }
        Sobol sobol = new Sobol(dimension);
        int count = POINTS.getOrDefault(provider.name(), POINTS_OF_OTHERS);
        return Stream.generate(sobol::next)
                .limit(count)
                .<Recipe>map(point -> designed(provider, spaces, point))
                .toList();
    }

    /** Of a space with fewer parameters the first coordinates count. */
    private static Recipe designed(LearnerProvider provider, Map<TaskType, SearchSpace> spaces, double[] point) {
        Map<TaskType, Configuration> configurations = new EnumMap<>(TaskType.class);
        // most learners have one space for all types
        IdentityHashMap<SearchSpace, Configuration> decoded = new IdentityHashMap<>();
        spaces.forEach((type, space) -> configurations.put(
                type,
                decoded.computeIfAbsent(space, unknown -> space.decode(Arrays.copyOf(point, space.dimension())))));
        return new Recipe.Designed(provider, configurations);
    }

    /** A table that has everything, so that configurations for it have all parameters. */
    private static TaskShape rich(TaskType type) {
        return new TaskShape(type, 1_000, type.isClassification() ? 2 : 1, 10, 10, 0, 1_000, true);
    }

    private static List<Recipe> inTurn(List<List<Recipe>> ofEach) {
        List<Recipe> all = new ArrayList<>();
        int longest = ofEach.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Recipe> some : ofEach) {
                if (i < some.size()) {
                    all.add(some.get(i));
                }
            }
        }
        return all;
    }

    /**
     * Everything that is tried on a table.
     *
     * @param providers the learners, which know such tasks
     * @param candidates what others found
     * @param shape the size of the task
     * @param most how long a training of a fold may be expected to take; longer ones are left out
     * @return complete configurations, each once: on a table without categories fewer than on one with them
     */
    public static List<Start> of(
            List<LearnerProvider> providers, List<Candidate> candidates, TaskShape shape, Duration most) {
        return recipes(providers, candidates).within(most, shape).on(shape).stream()
                .distinct()
                .toList();
    }
}
