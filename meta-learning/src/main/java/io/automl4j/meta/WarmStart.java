package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.TaskShape;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Begins with what did best on past tables, near ones above all; after every two of those a learner that has not had its
 * turn gets one, since ensembles gain most from models that are not kin. The hand-set starts come last, and alone where too
 * little is known.
 *
 * @param base what is known
 * @param profile the table at hand; what was found on it before is left out
 * @param metric what is optimised
 */
public record WarmStart(KnowledgeBase base, TableProfile profile, Metric metric) implements Starts {
    /** Fewer tables are too few to tell what is good in general. */
    private static final int FEWEST = 5;

    private static final int PORTFOLIO = 24;
    private static final int BETWEEN_LEARNERS = 2;

    /** Checks that nothing is null. */
    public WarmStart {
        requireNonNull(base, "base");
        requireNonNull(profile, "profile");
        requireNonNull(metric, "metric");
    }

    @Override
    public List<Start> of(List<LearnerProvider> providers, TaskShape shape, Duration perTrial, int folds) {
        List<Start> handSet = StartingOrder.of(providers, shape, perTrial, folds);
        List<Experience> past =
                base.of(shape.type()).excludeSimilarTo(profile.sketch()).experiences();
        if (past.size() < FEWEST) {
            return handSet;
        }
        List<Recipe> recipes = Design.recipes(providers, shape.type()).stream()
                .filter(recipe -> recipe.cost(shape).multipliedBy(folds).compareTo(perTrial) <= 0)
                .toList();
        MetricFamily family = MetricFamily.of(metric, shape.type());
        RegretMatrix matrix = RegretMatrix.of(recipes, past, family);
        double[] weights =
                Nearness.weights(past.stream().map(Experience::metaFeatures).toList(), profile.metaFeatures());
        List<Start> best = Portfolio.order(matrix, weights, matrix.columns()).stream()
                .map(recipe -> recipes.get(recipe).start(shape))
                .distinct()
                .toList();
        Set<Start> order = new LinkedHashSet<>(varied(best));
        order.addAll(handSet);
        return List.copyOf(order);
    }

    /** The first of an order, with the first of each learner not far behind them. */
    private static List<Start> varied(List<Start> best) {
        List<Start> varied = new ArrayList<>();
        Set<String> met = new LinkedHashSet<>();
        int since = 0;
        for (Start start : best.subList(0, Math.min(PORTFOLIO, best.size()))) {
            varied.add(start);
            since = met.add(start.learner()) ? 0 : since + 1;
            if (since == BETWEEN_LEARNERS) {
                Optional<Start> other = best.stream()
                        .filter(candidate -> !met.contains(candidate.learner()))
                        .findFirst();
                other.ifPresent(first -> {
                    varied.add(first);
                    met.add(first.learner());
                });
                since = 0;
            }
        }
        return varied;
    }
}
