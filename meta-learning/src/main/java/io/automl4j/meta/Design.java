package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * The Sobol points of some learners; none of those with no parameter, or with more than the sequence has dimensions.
     *
     * @param providers the learners
     * @param type the type of the task: some parameters depend on it
     * @return configurations that any table's space repairs; learners take turns, so that a design that is cut short has
     *     some of each
     */
    public static List<Start> points(List<LearnerProvider> providers, TaskType type) {
        TaskShape shape = rich(type);
        List<List<Start>> ofEach = new ArrayList<>();
        for (LearnerProvider provider : providers) {
            SearchSpace space = provider.space(shape);
            if (space.dimension() == 0 || space.dimension() > Sobol.MOST) {
                continue;
            }
            Sobol sobol = new Sobol(space.dimension());
            List<Start> points = new ArrayList<>();
            for (int i = 0; i < POINTS.getOrDefault(provider.name(), POINTS_OF_OTHERS); i++) {
                points.add(new Start(provider.name(), space.decode(sobol.next())));
            }
            ofEach.add(points);
        }
        return inTurn(ofEach);
    }

    /** A table that has everything, so that configurations for it have all parameters. */
    static TaskShape rich(TaskType type) {
        return new TaskShape(type, 1_000, type.isClassification() ? 2 : 1, 10, 10, 0, 1_000, true);
    }

    private static List<Start> inTurn(List<List<Start>> ofEach) {
        List<Start> all = new ArrayList<>();
        int longest = ofEach.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Start> some : ofEach) {
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
     * @param providers the learners
     * @param shape the size of the task
     * @param most how long a training of a fold may be expected to take; longer ones are left out
     * @return complete configurations, each once: on a table without categories fewer than on one with them
     */
    public static List<Start> of(List<LearnerProvider> providers, TaskShape shape, Duration most) {
        List<List<Start>> ofEach = new ArrayList<>();
        for (LearnerProvider provider : providers) {
            ofEach.add(provider.starts(shape).stream()
                    .map(start -> new Start(provider.name(), start))
                    .toList());
        }
        List<Start> design = inTurn(ofEach);
        design.addAll(points(providers, shape.type()));
        return repaired(design, providers, shape, most);
    }

    private static List<Start> repaired(
            List<Start> design, List<LearnerProvider> providers, TaskShape shape, Duration most) {
        Set<Start> once = new HashSet<>();
        List<Start> repaired = new ArrayList<>();
        for (Start start : design) {
            for (LearnerProvider provider : providers) {
                if (provider.name().equals(start.learner())) {
                    Configuration whole = provider.space(shape).repair(start.configuration());
                    Start complete = new Start(start.learner(), whole);
                    if (provider.forecast(whole, shape).compareTo(most) <= 0 && once.add(complete)) {
                        repaired.add(complete);
                    }
                }
            }
        }
        return repaired;
    }
}
