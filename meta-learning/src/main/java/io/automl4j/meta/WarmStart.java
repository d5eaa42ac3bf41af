package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.TaskShape;
import io.automl4j.search.Opening;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.List;

/**
 * Begins with the hand-set starts in the order of what did best on past tables, and knows what comes after them; where too little is known,
 * with the hand-set starts in their own order.
 *
 * @param base what is known
 * @param profile the table at hand; what was found on it before is left out
 * @param metric what is optimised
 */
public record WarmStart(KnowledgeBase base, TableProfile profile, Metric metric) implements Starts {
    /** Fewer tables are too few to tell what is good in general. */
    private static final int FEWEST = 5;

    /** Checks that nothing is null. */
    public WarmStart {
        requireNonNull(base, "base");
        requireNonNull(profile, "profile");
        requireNonNull(metric, "metric");
    }

    @Override
    public Opening of(List<LearnerProvider> providers, TaskShape shape, Duration perTrial, int folds) {
        List<Start> handSet = StartingOrder.of(providers, shape, perTrial, folds);
        KnowledgeBase others = base.excludeSimilarTo(profile.sketch());
        Recipes recipes = Design.recipes(providers, others.candidates()).within(perTrial.dividedBy(folds), shape);
        RegretMatrix matrix = RegretMatrix.of(recipes, others.experiences(), MetricFamily.of(metric, shape.type()));
        if (matrix.rows() < FEWEST) {
            return Opening.of(handSet);
        }
        double[] ofType = Likeness.ofType(matrix, shape.type());
        double[] near = Likeness.near(ofType, matrix, Nearness.COUNTS, profile.metaFeatures());
        return new LearnedOpening(matrix.taking(recipes.forecasts(shape)), near, recipes.on(shape), handSet);
    }
}
