package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Provenance;
import io.automl4j.model.explain.Importance;
import java.util.ArrayList;
import java.util.List;

/**
 * How a model came about.
 *
 * @param metric the name of the metric
 * @param score the metric of the whole model on validation rows; NaN if it is not known
 * @param leaderboard everything that was tried, best first
 * @param warnings what was noticed about the data
 * @param provenance where the model came from
 * @param importance how much the models of folds rely on each column for rows that they were not trained on; {@link
 *     Importance#NONE} if it was not computed, or is that of another ensemble
 * @param traces by what the rows are recognised that its members were trained on: one for each table; none in files of before
 *     there were traces
 */
public record FittedReport(
        String metric,
        double score,
        List<LeaderboardRow> leaderboard,
        List<DataWarning> warnings,
        Provenance provenance,
        Importance importance,
        List<RowTrace> traces) {

    /** The name of the learner that gives the same answer for every row. */
    private static final String PRIOR = "prior";

    /** Copies the lists. */
    public FittedReport {
        requireNonNull(metric, "metric");
        requireNonNull(provenance, "provenance");
        requireNonNull(importance, "importance");
        leaderboard = List.copyOf(leaderboard);
        warnings = List.copyOf(warnings);
        traces = List.copyOf(traces);
    }

    /**
     * A report without importance, that leaves no trace of rows.
     *
     * @param metric the name of the metric
     * @param score the metric of the whole model on validation rows; NaN if it is not known
     * @param leaderboard everything that was tried, best first
     * @param warnings what was noticed about the data
     * @param provenance where the model came from
     */
    public FittedReport(
            String metric,
            double score,
            List<LeaderboardRow> leaderboard,
            List<DataWarning> warnings,
            Provenance provenance) {
        this(metric, score, leaderboard, warnings, provenance, Importance.NONE, List.of());
    }

    /** The score of the same answer for every row; NaN if it was not tried. */
    double prior() {
        return leaderboard.stream()
                .filter(row -> row.learner().equals(PRIOR))
                .mapToDouble(LeaderboardRow::score)
                .findFirst()
                .orElse(Double.NaN);
    }

    /**
     * The report of one trial's model: its score instead of the ensemble's.
     *
     * @param trial the number of the trial
     * @return a copy
     */
    FittedReport only(long trial) {
        double alone = leaderboard.stream()
                .filter(row -> row.trial() == trial)
                .mapToDouble(LeaderboardRow::score)
                .findFirst()
                .orElse(Double.NaN);
        return new FittedReport(metric, alone, leaderboard, warnings, provenance, Importance.NONE, traces);
    }

    FittedReport warned(DataWarning warning) {
        List<DataWarning> more = new ArrayList<>(warnings);
        more.add(warning);
        return new FittedReport(metric, score, leaderboard, more, provenance, importance, traces);
    }

    /** The report of another ensemble of the front: its score, and the weights that its members have in it. */
    FittedReport at(OperatingPoint point) {
        List<LeaderboardRow> rows = leaderboard.stream()
                .map(row -> row.withWeight(point.shares().getOrDefault(row.trial(), 0.0)))
                .toList();
        return new FittedReport(metric, point.score(), rows, warnings, provenance, Importance.NONE, traces);
    }
}
