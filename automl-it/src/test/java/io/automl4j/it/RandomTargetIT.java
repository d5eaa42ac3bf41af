package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * On whole runs: in thirty tables of 400 rows whose target is the toss of a coin nothing can be
 * found, so neither the validation scores of single trials nor the ensemble's score on rows kept apart may leave 0.5. The
 * ensemble's own validation score may: it is the best of several. Each learner by itself keeps {@code LearnerContract};
 * here one stands for those that watch a curve, one for those that do not.
 */
final class RandomTargetIT {
    private static final int TABLES = 30;
    private static final int ROWS = 400;
    private static final int KEPT_APART = 400;
    private static final int TRIALS = 4;

    @Test
    void findsNothingWhereNothingIs() {
        Map<String, List<Double>> byLearner = new TreeMap<>();
        List<Double> nested = new ArrayList<>();
        for (int seed = 1; seed <= TABLES; seed++) {
            Sample sample = SyntheticTables.randomTarget(ROWS + KEPT_APART, 1000 + seed);
            AutoModel model = AutoClassifier.builder()
                    .budget(Budget.trials(TRIALS))
                    .metric(new UnprunedAuc())
                    .learners("linear", "xgboost")
                    .validation(Validation.folds(3))
                    .seed(seed)
                    .build()
                    .fit(sample.slice(0, ROWS).table());
            model.leaderboard().stream()
                    .filter(row -> row.status() == LeaderboardRow.Status.COMPLETED
                            && !row.learner().equals("prior"))
                    .forEach(row -> byLearner
                            .computeIfAbsent(row.learner(), name -> new ArrayList<>())
                            .add(row.score()));
            nested.add(auc(model, sample.slice(ROWS, ROWS + KEPT_APART)));
        }
        assertThat(mean(nested)).isBetween(0.48, 0.52);
        assertThat(byLearner).containsOnlyKeys("linear", "xgboost");
        byLearner.forEach((learner, scores) -> {
            assertThat(scores).as(learner).hasSizeGreaterThanOrEqualTo(TABLES);
            assertThat(mean(scores)).as(learner).isBetween(0.48, 0.52);
        });
    }

    private static double auc(AutoModel model, Sample kept) {
        PredictedRows rows = model.predict(kept.table());
        boolean sameOrder = model.task().classes().equals(kept.task().classes());
        double auc = Metrics.ROC_AUC.score(kept.labels(), rows.values());
        return sameOrder ? auc : 1 - auc;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** ROC AUC that the prior has none of: with no prior to be worse than, no trial is pruned. A trial that predicts the same for every row fails. */
    private record UnprunedAuc() implements Metric {
        @Override
        public String name() {
            return "unpruned_auc";
        }

        @Override
        public boolean supports(TaskType type) {
            return type == TaskType.BINARY;
        }

        @Override
        public double optimum() {
            return 1;
        }

        @Override
        public boolean higherIsBetter() {
            return true;
        }

        @Override
        public double score(Labels truth, Predictions predictions) {
            DoubleSummaryStatistics range = IntStream.range(0, predictions.rows())
                    .mapToDouble(row -> predictions.get(row, 1))
                    .summaryStatistics();
            boolean ofPrior = range.getMax() - range.getMin() < 0.02;
            return ofPrior ? Double.NaN : Metrics.ROC_AUC.score(truth, predictions);
        }
    }
}
