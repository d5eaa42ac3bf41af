package io.automl4j.search;

import java.util.List;
import java.util.Optional;

/**
 * How far trials go: which go on to the next rung, and at which rung new configurations begin. Rungs are counted on the
 * longest ladder; shorter ones end at the same rung.
 *
 * @implNote Not thread-safe.
 */
interface Scheduler {

    /**
     * What to do.
     *
     * @param promoted the trial that goes on; empty for a new configuration
     * @param rung where to
     * @param bracket what the step belongs to
     */
    record Step(Optional<Trial> promoted, int rung, long bracket) {}

    /**
     * How a request ended.
     *
     * @param id its number, unknown where a run is resumed
     * @param learner the name of its learner
     * @param key what tells its configuration apart, see {@link Trial#key()}
     * @param rung how far it went
     * @param trial what it brought; empty if it did not complete
     */
    record Ended(long id, String learner, String key, int rung, Optional<Trial> trial) {
        static Ended of(long id, Trial trial) {
            return new Ended(id, trial.learner(), trial.key(), trial.rung(), Optional.of(trial));
        }
    }

    /**
     * The next step.
     *
     * @return a step, which is taken or refused; empty to wait for outcomes
     */
    Optional<Step> next();

    /**
     * Trials that might go on to all folds although it is not their turn.
     *
     * @return steps that go to the last rung, each of which may be taken or left alone; those that went furthest first
     */
    default List<Step> waiting() {
        return List.of();
    }

    /**
     * A step was taken.
     *
     * @param step what {@link #next} gave
     * @param id the number of the request that was made of it
     */
    void taken(Step step, long id);

    /**
     * A step is not taken: there is no new configuration, or the trial need not or cannot go on.
     *
     * @param step what {@link #next} gave
     */
    void refused(Step step);

    /**
     * A request has ended.
     *
     * @param ended how
     */
    void ended(Ended ended);
}
