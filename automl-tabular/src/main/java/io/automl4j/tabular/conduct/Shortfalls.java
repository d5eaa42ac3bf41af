package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.trial.TrialOutcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run did not reach, in words.
 *
 * @param learners who was to learn
 * @param budget how long it took at most
 * @param rows rows of the table
 * @param stopped whether somebody ended it
 */
record Shortfalls(Learners learners, Duration budget, int rows, boolean stopped) {
    private static final Set<Objective> MEASURED = Set.of(Objectives.LATENCY, Objectives.SIZE);

    /** Why there is no trial that learned, top causes first. */
    String causes(List<TrialOutcome> outcomes) {
        Map<String, Long> counted = outcomes.stream()
                .map(outcome -> outcome.fold(
                        completed -> "", pruned -> "pruned", failed -> failed.type() + ": " + failed.message()))
                .filter(cause -> !cause.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        String listed = counted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .map(entry -> "%n  %d x %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
        String hint = stopped
                ? "It was stopped before that: maybe let it run longer."
                : "Maybe the budget of %s is too short for %d rows.".formatted(seconds(budget), rows);
        return "No trial of %s could be completed.%s%n%s"
                .formatted(
                        learners.searched().stream().map(LearnerProvider::name).toList(), listed, hint);
    }

    /** A model that says the same of every row must not pass for the result of a search. */
    DataWarning nothingLearned(List<TrialOutcome> outcomes) {
        return new DataWarning(
                DataWarning.Kind.NOTHING_LEARNED, "", causes(outcomes), "The model predicts the same for every row.");
    }

    /** Where a column told something the model would be better than one that looks at none. */
    static DataWarning noBetter(Metric metric, double score, double baseline) {
        return new DataWarning(
                DataWarning.Kind.NOTHING_LEARNED,
                "",
                String.format(
                        Locale.ROOT,
                        "On rows that it was not trained on the model has %s %.6g, and the same answer for every row %.6g.",
                        metric.name(),
                        score,
                        baseline),
                "The model is kept. Maybe the columns tell nothing of the target.");
    }

    /**
     * The constraints that an ensemble does not keep.
     *
     * @param goals the constraints
     * @param choice the ensemble
     * @param counted whether latency and size are judged as they were counted; else they will be measured
     */
    static List<DataWarning> violated(Goals goals, EnsembleChoice choice, boolean counted) {
        return goals.constraints().stream()
                .filter(bound -> counted || !MEASURED.contains(bound.objective()))
                .filter(bound -> Goals.together(bound.objective(), choice.outcomes()) > bound.most())
                .map(bound -> new DataWarning(
                        DataWarning.Kind.CONSTRAINT,
                        "",
                        "No trial that learned keeps all constraints: '%s' is %s, but must be at most %s."
                                .formatted(
                                        bound.objective().label(),
                                        bound.objective().amount(Goals.together(bound.objective(), choice.outcomes())),
                                        bound.objective().amount(bound.most())),
                        "The model is the trial that comes nearest to it."))
                .toList();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9).replaceFirst("\\.?0+ s$", " s");
    }
}
