package io.automl4j.neural.train;

import io.automl4j.neural.kernel.Weights;
import java.util.List;

/**
 * Adam with decoupled weight decay (Kingma and Ba 2015, arXiv:1412.6980; Loshchilov and Hutter 2019, arXiv:1711.05101).
 *
 * @implNote Confined to one thread.
 */
public final class AdamW implements Optimiser {
    private static final float EPSILON = 1e-8f;

    private final List<Group> groups;
    private final float beta1;
    private final float beta2;
    private final float[] means;
    private final float[] squares;
    /** A float counts exactly to 16 million steps. */
    private final float[] steps = new float[1];

    /**
     * At its beginning.
     *
     * @param groups of the parameters
     * @param parameters how many there are
     * @param beta1 how much of the mean gradient stays
     * @param beta2 how much of the mean squared gradient stays
     */
    public AdamW(List<Group> groups, int parameters, double beta1, double beta2) {
        this.groups = List.copyOf(groups);
        this.beta1 = (float) beta1;
        this.beta2 = (float) beta2;
        this.means = new float[parameters];
        this.squares = new float[parameters];
    }

    @Override
    public void step(Weights weights, double rate, double decay) {
        steps[0]++;
        float unbias1 = (float) (1 / (1 - Math.pow(beta1, steps[0])));
        float unbias2 = (float) (1 / (1 - Math.pow(beta2, steps[0])));
        for (Group group : groups) {
            if (group.rate() > 0) {
                float own = (float) (rate * group.rate());
                step(weights, group, own * unbias1, unbias2, group.decayed() ? (float) (1 - own * decay) : 1);
            }
        }
    }

    private void step(Weights weights, Group group, float rate, float unbias2, float kept) {
        float[] values = weights.values();
        float[] gradients = weights.gradients();
        for (int i = group.from(); i < group.to(); i++) {
            float gradient = gradients[i];
            float mean = beta1 * means[i] + (1 - beta1) * gradient;
            float square = beta2 * squares[i] + (1 - beta2) * gradient * gradient;
            means[i] = mean;
            squares[i] = square;
            values[i] = kept * values[i] - rate * mean / ((float) Math.sqrt(unbias2 * square) + EPSILON);
        }
    }

    @Override
    public float[][] state() {
        return new float[][] {steps, means, squares};
    }
}
