package io.automl4j.search;

import java.util.random.RandomGenerator;

/**
 * Where configurations of one learner come from. Told of trials at each fidelity; the later of two trials of one
 * configuration is the further one. A trial may be told again, with another loss, once it is known how its folds compare with others.
 *
 * @implNote Not thread-safe. What it proposes depends on what it was told, in that order, and on the generator alone.
 */
interface Proposer {

    /**
     * Takes a completed trial into account.
     *
     * @param trial a trial of this learner
     */
    void learn(Trial trial);

    /**
     * Where to look next.
     *
     * @param random the source of randomness
     * @return a point, perhaps one that was proposed before
     */
    Proposal propose(RandomGenerator random);
}
