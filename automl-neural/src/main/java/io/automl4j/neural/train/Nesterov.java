package io.automl4j.neural.train;

import io.automl4j.neural.kernel.Weights;
import java.util.List;

/**
 * Stochastic gradient descent with Nesterov's momentum in the form of Sutskever et al. 2013 (ICML), and decoupled weight
 * decay: {@code v ← μ v - η g}, then {@code θ ← (1 - η λ) θ + μ v - η g}.
 *
 * @implNote Confined to one thread.
 */
public final class Nesterov implements Optimiser {
    private final List<Group> groups;
    private final float momentum;
    private final float[] velocities;

    /**
     * At its beginning.
     *
     * @param groups of the parameters
     * @param parameters how many there are
     * @param momentum how much of the velocity stays
     */
    public Nesterov(List<Group> groups, int parameters, double momentum) {
        this.groups = List.copyOf(groups);
        this.momentum = (float) momentum;
        this.velocities = new float[parameters];
    }

    @Override
    public void step(Weights weights, double rate, double decay) {
        float[] values = weights.values();
        float[] gradients = weights.gradients();
        for (Group group : groups) {
            float own = (float) (rate * group.rate());
            float kept = group.decayed() ? (float) (1 - own * decay) : 1;
            for (int i = group.from(); group.rate() > 0 && i < group.to(); i++) {
                float slope = own * gradients[i];
                float velocity = momentum * velocities[i] - slope;
                velocities[i] = velocity;
                values[i] = kept * values[i] + momentum * velocity - slope;
            }
        }
    }

    @Override
    public float[][] state() {
        return new float[][] {velocities};
    }
}
