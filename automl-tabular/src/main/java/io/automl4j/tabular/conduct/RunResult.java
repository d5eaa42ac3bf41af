package io.automl4j.tabular.conduct;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.model.Front;
import io.automl4j.model.Member;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.explain.Importance;
import java.time.Duration;
import java.util.List;

/**
 * What a run found.
 *
 * @param encoders the encoders that the members refer to
 * @param members the most accurate ensemble
 * @param front that ensemble and cheaper ones, not measured yet; at least one
 * @param others the members that only the cheaper ones have
 * @param outcomes everything that was tried, in the order in which it ended
 * @param made what was made of it after the search
 * @param warnings what the search has to say of itself
 * @param spent the time it took
 * @param importance how much the models of folds rely on each column, of the most accurate ensemble; may be none
 */
public record RunResult(
        List<FittedEncoder> encoders,
        List<Member> members,
        Front front,
        List<Member> others,
        List<TrialOutcome> outcomes,
        List<Completed> made,
        List<DataWarning> warnings,
        Duration spent,
        Importance importance) {

    /** Copies the lists. */
    public RunResult {
        encoders = List.copyOf(encoders);
        members = List.copyOf(members);
        others = List.copyOf(others);
        outcomes = List.copyOf(outcomes);
        made = List.copyOf(made);
        warnings = List.copyOf(warnings);
    }

    /**
     * The metric of the most accurate ensemble on validation rows.
     *
     * @return the score
     */
    public double score() {
        return front.points().get(0).score();
    }

    /** The same result with what was made after the search. */
    RunResult with(List<Completed> after) {
        return new RunResult(encoders, members, front, others, outcomes, after, warnings, spent, importance);
    }

    /** The same result with something else made of its ensembles. */
    RunResult with(Front other) {
        return new RunResult(encoders, members, other, others, outcomes, made, warnings, spent, importance);
    }

    /**
     * The same result with the importance of columns.
     *
     * @param known how much the most accurate ensemble relies on each
     * @param until the time it took with that
     * @return a copy
     */
    RunResult with(Importance known, Duration until) {
        return new RunResult(encoders, members, front, others, outcomes, made, warnings, until, known);
    }
}
