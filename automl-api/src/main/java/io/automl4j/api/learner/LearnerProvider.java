package io.automl4j.api.learner;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A family of learners: found by {@link java.util.ServiceLoader}, proved by {@code LearnerContract} of the testkit.
 * Implementations are stateless and safe for use by many threads.
 */
public interface LearnerProvider {

    /**
     * The name in journals, command lines and leaderboards, such as {@code xgboost}.
     *
     * @return lower-case letters, digits and underscores
     */
    String name();

    /**
     * Why the learner cannot be used on this machine, such as a native library that does not load.
     *
     * @return the reason, or empty if it can be used
     */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * What whoever searches with it should know, such as that it found no GPU.
     *
     * @return a sentence, or empty
     */
    default Optional<String> notice() {
        return Optional.empty();
    }

    /**
     * Whether this is the answer that needs no search: it is there within milliseconds, so that any interruption has
     * an answer; every trial has to beat it; it is part of a model only where nothing else was fitted.
     *
     * @return true for a baseline, which is not searched
     */
    default boolean isBaseline() {
        return false;
    }

    /**
     * Whether a search tries this learner only where its user names it: one that has not been shown to make ensembles
     * better in the same time.
     *
     * @return true if it waits to be named
     */
    default boolean isOptIn() {
        return false;
    }

    /**
     * The same learner, computing in another way or elsewhere. Learners that know one way only give themselves.
     *
     * @param compute with what, and where
     * @return this, or a provider of the same name
     * @throws IllegalArgumentException if the engine is unknown
     * @throws io.automl4j.api.NoSuchDeviceException if there is no such device
     */
    default LearnerProvider on(Compute compute) {
        return this;
    }

    /**
     * Whether trainings can begin with the weights of an earlier model, see {@link Learner#from}.
     *
     * @return false if every training begins anew
     */
    default boolean transfersWeights() {
        return false;
    }

    /**
     * What the learner can do by itself.
     *
     * @return the capabilities
     */
    Set<Capability> capabilities();

    /**
     * Whether the learner has tasks of a type among its capabilities; for others it is not asked for spaces, starts or forecasts.
     *
     * @param type the type of a task
     * @return false if it can learn none of that type
     */
    default boolean knows(TaskType type) {
        return capabilities().contains(Capability.valueOf(type.name()));
    }

    /**
     * Why the learner makes no sense for a task, such as one with too many rows.
     *
     * @param shape the size of the task
     * @return the reason, or empty if it applies
     */
    default Optional<String> notApplicable(TaskShape shape) {
        return Optional.empty();
    }

    /**
     * The search space.
     *
     * @param shape the size of the task
     * @return the space
     */
    SearchSpace space(TaskShape shape);

    /**
     * Strong configurations to begin with, best first; partial ones are repaired by {@link SearchSpace#repair}.
     *
     * @param shape the size of the task
     * @return two to six configurations, or one where there is nothing to choose
     */
    List<Configuration> starts(TaskShape shape);

    /**
     * The fidelities of this learner.
     *
     * @param shape the size of the task
     * @return the rungs
     */
    default Rungs rungs(TaskShape shape) {
        return Rungs.FULL;
    }

    /**
     * How rows are encoded for a configuration.
     *
     * @param configuration a configuration of the space
     * @param shape the size of the task
     * @return the encoding
     */
    EncoderSpec encoder(Configuration configuration, TaskShape shape);

    /**
     * A rough forecast, before anything was measured, of one full training on all rows in one thread.
     *
     * @param configuration a configuration of the space
     * @param shape the size of the task
     * @return the expected duration
     */
    Duration forecast(Configuration configuration, TaskShape shape);

    /**
     * The learner of a configuration.
     *
     * @param configuration a configuration of the space
     * @return the learner
     */
    Learner create(Configuration configuration);
}
