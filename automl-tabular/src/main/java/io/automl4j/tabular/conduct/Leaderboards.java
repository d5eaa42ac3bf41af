package io.automl4j.tabular.conduct;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.LeaderboardRow.Status;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.Member;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Everything that was tried, best first. */
public final class Leaderboards {
    private Leaderboards() {}

    /**
     * The leaderboard of a run.
     *
     * @param result what the run found
     * @param metric what was optimised
     * @return completed trials of all folds by score, then those of fewer folds, whose scores are of fewer rows, then
     *     the others in the order in which they ended, and last what was made after the search
     */
    public static List<LeaderboardRow> of(RunResult result, Metric metric) {
        Comparator<LeaderboardRow> bestFirst = Comparator.<LeaderboardRow>comparingInt(
                        row -> Double.isNaN(row.score()) ? Integer.MAX_VALUE : -row.folds())
                .thenComparingDouble(row -> Double.isNaN(row.score()) ? 0 : metric.toLoss(row.score()));
        Stream<LeaderboardRow> tried = result.outcomes().stream()
                .map(outcome -> row(outcome, result.members()))
                .sorted(bestFirst);
        Stream<LeaderboardRow> made = result.made().stream()
                .map(outcome -> row(
                        outcome,
                        Status.named(outcome.request().origin().operator()),
                        outcome.score(),
                        weight(outcome, result.members()),
                        made(outcome)));
        return Stream.concat(tried, made).toList();
    }

    /** By iterations alone trees after a part of them are told from the whole ones. */
    private static String made(TrialOutcome.Completed outcome) {
        String parents = "of trials " + outcome.request().origin().parents();
        OptionalDouble iterations =
                outcome.iterations().stream().mapToInt(Integer::intValue).average();
        return iterations.isEmpty()
                ? parents
                : "%s, %d iterations".formatted(parents, Math.round(iterations.getAsDouble()));
    }

    private static LeaderboardRow row(TrialOutcome outcome, List<Member> members) {
        return outcome.fold(
                completed -> row(completed, Status.COMPLETED, completed.score(), weight(completed, members), ""),
                pruned -> row(pruned, Status.PRUNED, Double.NaN, 0, ""),
                failed -> row(failed, Status.FAILED, Double.NaN, 0, failed.type() + ": " + failed.message()));
    }

    private static LeaderboardRow row(
            TrialOutcome outcome, Status status, double score, double weight, String message) {
        TrialRequest request = outcome.request();
        return new LeaderboardRow(
                request.id(),
                request.learner(),
                status,
                score,
                request.fidelity().folds(),
                weight,
                outcome.cost().wall(),
                outcome.cost().operationsPerRow(),
                request.configuration(),
                message);
    }

    private static double weight(TrialOutcome outcome, List<Member> members) {
        return members.stream()
                .filter(member -> member.trial() == outcome.request().id())
                .mapToDouble(Member::weight)
                .sum();
    }
}
