package io.automl4j.api.trial;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a strategy asks for: train this learner with this configuration at this fidelity.
 *
 * @param id the number of the request, unique within the run
 * @param learner the name of the learner's provider
 * @param configuration the configuration, within the learner's space
 * @param fidelity how much of the full training
 * @param continues the request whose checkpoint is continued, if any
 * @param stop when the trial is pruned
 * @param seed the seed of everything random in the trial
 * @param limit the time that the trial may take from its start; an anytime learner ends with what it has by then
 */
public record TrialRequest(
        long id,
        String learner,
        Configuration configuration,
        Fidelity fidelity,
        OptionalLong continues,
        StopRule stop,
        long seed,
        Duration limit) {

    /** Checks that nothing is null. */
    public TrialRequest {
        requireNonNull(learner, "learner");
        requireNonNull(configuration, "configuration");
        requireNonNull(fidelity, "fidelity");
        requireNonNull(continues, "continues");
        requireNonNull(stop, "stop");
        requireNonNull(limit, "limit");
    }

    /**
     * A request for a new training that is never pruned.
     *
     * @param id the number of the request
     * @param learner the name of the learner's provider
     * @param configuration the configuration
     * @param fidelity how much of the full training
     * @param seed the seed of everything random in the trial
     * @return the request, without a limit
     */
    public static TrialRequest of(long id, String learner, Configuration configuration, Fidelity fidelity, long seed) {
        return new TrialRequest(
                id, learner, configuration, fidelity, OptionalLong.empty(), StopRule.NEVER, seed, Duration.ofDays(365));
    }

    /**
     * The same request with another limit.
     *
     * @param other the time that the trial may take
     * @return a copy
     */
    public TrialRequest withLimit(Duration other) {
        return new TrialRequest(id, learner, configuration, fidelity, continues, stop, seed, other);
    }

    /**
     * The same request with another stop rule.
     *
     * @param other when the trial is pruned
     * @return a copy
     */
    public TrialRequest withStop(StopRule other) {
        return new TrialRequest(id, learner, configuration, fidelity, continues, other, seed, limit);
    }
}
