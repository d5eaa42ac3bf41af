package io.automl4j.search;

import java.util.random.RandomGenerator;

/**
 * One proposer as a rule, another one now and then.
 *
 * @param usual as a rule
 * @param other now and then
 * @param share of proposals that the other one makes
 */
record Mixed(Proposer usual, Proposer other, double share) implements Proposer {

    @Override
    public void learn(Trial trial) {
        usual.learn(trial);
        other.learn(trial);
    }

    @Override
    public Proposal propose(RandomGenerator random) {
        return random.nextDouble() < share ? other.propose(random) : usual.propose(random);
    }
}
