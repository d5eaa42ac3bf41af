package io.automl4j.tabular.conduct;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.model.Member;
import io.automl4j.model.encode.FittedEncoder;
import java.time.Duration;
import java.util.List;

/**
 * What a run found.
 *
 * @param encoders the encoders that the members refer to
 * @param members the ensemble
 * @param score its metric on validation rows
 * @param outcomes everything that was tried, in the order in which it ended
 * @param warnings what the search has to say of itself
 * @param spent the time it took
 */
public record RunResult(
        List<FittedEncoder> encoders,
        List<Member> members,
        double score,
        List<TrialOutcome> outcomes,
        List<DataWarning> warnings,
        Duration spent) {

    /** Copies the lists. */
    public RunResult {
        encoders = List.copyOf(encoders);
        members = List.copyOf(members);
        outcomes = List.copyOf(outcomes);
        warnings = List.copyOf(warnings);
    }
}
