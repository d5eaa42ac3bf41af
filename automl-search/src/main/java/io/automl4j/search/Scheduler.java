package io.automl4j.search;

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
     * The next step.
     *
     * @return a step, which is taken or refused; empty to wait for outcomes
     */
    Optional<Step> next();

    /**
     * A step was taken.
     *
     * @param step what {@link #next} gave
     * @param id the number of the request that was made of it
     */
    void taken(Step step, long id);

    /**
     * A step cannot be taken, since there is no new configuration.
     *
     * @param step what {@link #next} gave
     */
    void refused(Step step);

    /**
     * A request has ended.
     *
     * @param id its number, perhaps one that is unknown
     * @param trial what it brought; empty if it did not complete
     */
    void ended(long id, Optional<Trial> trial);
}
