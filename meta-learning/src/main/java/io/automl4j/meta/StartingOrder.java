package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The hand-set portfolio: the starting configurations of every learner in one order, by task, size and cost. Families
 * take turns, so that the ensemble has different members early, and the cheap ones come first among equals.
 *
 * <p>The order of the families follows what ensembles of tables of this size draw on most: boosting first, then
 * forests and networks, then linear models and neighbours, which are cheap and different rather than strong.
 */
public final class StartingOrder {
    /** Strength of the families by rank; unknown ones come after the known. */
    private static final List<String> FAMILIES =
            List.of("xgboost", "lightgbm", "extra_trees", "random_forest", "mlp", "resnet", "linear", "knn");
    /** Where linear models are as strong as trees: few rows, or more columns than rows. */
    private static final int FEW_ROWS = 2_000;

    private StartingOrder() {}

    /**
     * The starting configurations that fit into a budget.
     *
     * @param providers the learners in use, which know such tasks
     * @param shape the size of the task
     * @param perTrial the longest time that a trial may be expected to take; longer ones are left out, unless nothing
     *     of the family were left: then its cheapest one is kept at the end
     * @param folds how many trainings a trial takes
     * @return starts, first things first
     */
    public static List<Start> of(List<LearnerProvider> providers, TaskShape shape, Duration perTrial, int folds) {
        List<Ranked> ranked = new ArrayList<>();
        for (LearnerProvider provider : providers) {
            List<Configuration> starts = provider.starts(shape);
            for (int round = 0; round < starts.size(); round++) {
                Configuration whole = provider.space(shape).repair(starts.get(round));
                Duration cost = provider.forecast(whole, shape).multipliedBy(folds);
                ranked.add(new Ranked(new Start(provider.name(), whole), round, strength(provider, shape), cost));
            }
        }
        ranked.sort(Comparator.comparing((Ranked r) -> r.cost().compareTo(perTrial) > 0)
                .thenComparingInt(Ranked::round)
                .thenComparingInt(Ranked::strength)
                .thenComparing(Ranked::cost));
        return keepAffordable(ranked, perTrial);
    }

    /** The first start of each learner, in the order of all. */
    static List<Start> firstOfEach(List<Start> starts) {
        Set<String> met = new HashSet<>();
        return starts.stream().filter(start -> met.add(start.learner())).toList();
    }

    private static List<Start> keepAffordable(List<Ranked> ranked, Duration perTrial) {
        List<Start> kept = new ArrayList<>();
        for (Ranked candidate : ranked) {
            String family = candidate.start().learner();
            boolean affordable = candidate.cost().compareTo(perTrial) <= 0;
            boolean familyMissing = kept.stream().noneMatch(s -> s.learner().equals(family));
            boolean cheapest = ranked.stream()
                    .filter(r -> r.start().learner().equals(family))
                    .allMatch(r -> r.cost().compareTo(candidate.cost()) >= 0);
            if (affordable || (familyMissing && cheapest)) {
                kept.add(candidate.start());
            }
        }
        return kept;
    }

    private static int strength(LearnerProvider provider, TaskShape shape) {
        int rank = FAMILIES.indexOf(provider.name());
        boolean linearShines = shape.rows() < FEW_ROWS || shape.features() > shape.rows();
        if (provider.name().equals("linear") && linearShines) {
            return 0;
        }
        return rank < 0 ? FAMILIES.size() : rank;
    }

    private record Ranked(Start start, int round, int strength, Duration cost) {}
}
