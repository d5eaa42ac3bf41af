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
 * @param continues the request whose checkpoint is continued, if any: one of the same learner, configuration, rows, folds
 *     and seed, and of fewer iterations
 * @param stop when the trial is pruned
 * @param seed the seed of everything random in the trial
 * @param limit the time that the trial may take from its start; an anytime learner ends with what it has by then
 * @param origin where the configuration comes from
 */
public record TrialRequest(
        long id,
        String learner,
        Configuration configuration,
        Fidelity fidelity,
        OptionalLong continues,
        StopRule stop,
        long seed,
        Duration limit,
        Origin origin) {

    /** Checks that nothing is null. */
    public TrialRequest {
        requireNonNull(learner, "learner");
        requireNonNull(configuration, "configuration");
        requireNonNull(fidelity, "fidelity");
        requireNonNull(continues, "continues");
        requireNonNull(stop, "stop");
        requireNonNull(limit, "limit");
        requireNonNull(origin, "origin");
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
                id,
                learner,
                configuration,
                fidelity,
                OptionalLong.empty(),
                StopRule.NEVER,
                seed,
                Duration.ofDays(365),
                Origin.START);
    }

    /**
     * The same request with another limit.
     *
     * @param other the time that the trial may take
     * @return a copy
     */
    public TrialRequest withLimit(Duration other) {
        return new TrialRequest(id, learner, configuration, fidelity, continues, stop, seed, other, origin);
    }

    /**
     * The same training again, but further.
     *
     * @param next the number of the new request
     * @param iterations the share of the iterations to reach
     * @return a request that continues this one
     */
    public TrialRequest continued(long next, double iterations) {
        Fidelity further = new Fidelity(iterations, fidelity.rows(), fidelity.folds());
        return new TrialRequest(next, learner, configuration, further, OptionalLong.of(id), stop, seed, limit, origin);
    }

    /**
     * The same configuration in a training of its own.
     *
     * @param next the number of the new request
     * @param other how much of the full training
     * @param own the seed of everything random in the trial
     * @return a request that continues none
     */
    public TrialRequest again(long next, Fidelity other, long own) {
        return new TrialRequest(next, learner, configuration, other, OptionalLong.empty(), stop, own, limit, origin);
    }

    /**
     * The same request with another origin.
     *
     * @param other where the configuration comes from
     * @return a copy
     */
    public TrialRequest withOrigin(Origin other) {
        return new TrialRequest(id, learner, configuration, fidelity, continues, stop, seed, limit, other);
    }

    /**
     * Whether another request asks for the same.
     *
     * @param other a request
     * @return true if nothing differs but the limit
     */
    public boolean isOnceMore(TrialRequest other) {
        return withLimit(other.limit).equals(other);
    }

    /**
     * Whether this can go on from the checkpoint of an earlier request.
     *
     * @param earlier the earlier request
     * @return true if nothing differs but limit and stop rule, and a share of the iterations that is no smaller
     */
    public boolean isLaterPartOf(TrialRequest earlier) {
        return learner.equals(earlier.learner)
                && configuration.equals(earlier.configuration)
                && fidelity.rows() == earlier.fidelity.rows()
                && fidelity.folds() == earlier.fidelity.folds()
                && fidelity.iterations() >= earlier.fidelity.iterations()
                && seed == earlier.seed;
    }

    /**
     * The same request with another stop rule.
     *
     * @param other when the trial is pruned
     * @return a copy
     */
    public TrialRequest withStop(StopRule other) {
        return new TrialRequest(id, learner, configuration, fidelity, continues, other, seed, limit, origin);
    }
}
