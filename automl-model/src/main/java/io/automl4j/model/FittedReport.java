package io.automl4j.model;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Provenance;
import java.util.List;

/**
 * What is known about a fitted model beside the model itself.
 *
 * @param metric the name of the metric that was optimised
 * @param score its value for the ensemble on validation rows
 * @param leaderboard everything that was tried, best first
 * @param warnings what was noticed about the data
 * @param provenance where the model came from
 */
public record FittedReport(
        String metric,
        double score,
        List<LeaderboardRow> leaderboard,
        List<DataWarning> warnings,
        Provenance provenance) {

    /** Copies the lists. */
    public FittedReport {
        leaderboard = List.copyOf(leaderboard);
        warnings = List.copyOf(warnings);
    }
}
