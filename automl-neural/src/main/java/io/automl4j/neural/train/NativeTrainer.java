package io.automl4j.neural.train;

import io.automl4j.api.trial.Cancellation;
import io.automl4j.neural.kernel.Gemm;
import io.automl4j.neural.kernel.TrainingGraph;
import io.automl4j.neural.kernel.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains by the kernels of this module.
 *
 * @implNote No step allocates an array.
 */
public final class NativeTrainer implements EpochTrainer {
    private final TrainingPlan plan;
    private final Batches batches;
    private final Weights weights;
    private final TrainingGraph graph;
    private final Optimiser optimiser;
    private final int width;

    /**
     * A trainer at its beginning.
     *
     * @param plan what is trained, from where, and how
     * @param learned what it learns from
     * @param gemm multiplies
     * @param seed of everything random
     */
    public NativeTrainer(TrainingPlan plan, Learned learned, Gemm gemm, long seed) {
        this.plan = plan;
        this.width = learned.width();
        this.batches = new Batches(plan.recipe(), learned, seed);
        this.weights = Weights.of(plan.start().clone());
        this.graph = new TrainingGraph(plan.spec(), weights, learned.rows().width(), batches.size(), gemm);
        this.optimiser =
                Optimiser.of(plan.recipe().descent(), plan.groups(), plan.spec().parameters());
    }

    @Override
    public void epoch(int epoch, Cancellation cancellation) {
        batches.begin(epoch);
        int steps = batches.perEpoch();
        for (int step = 0; step < steps; step++) {
            cancellation.check();
            step(step, epoch + (double) step / steps);
        }
    }

    private void step(int step, double epochs) {
        Recipe recipe = plan.recipe();
        Descent descent = recipe.descent();
        int batch = batches.size();
        batches.fill(step, graph.input());
        graph.forward(batch, batches.random());
        double value = plan.loss()
                .gradients(
                        new Loss.Batch(
                                graph.scores(),
                                batches.targets(),
                                batches.weights(),
                                batch,
                                plan.spec().members(),
                                width),
                        graph.scoreGradients());
        recipe.checkLoss(value, epochs);
        graph.backward(batch);
        Gradients.clip(weights.gradients(), descent.clip());
        double progress = epochs / recipe.epochs();
        optimiser.step(
                weights,
                descent.rate() * descent.schedule().factor(progress),
                descent.decay() * descent.decaySchedule().factor(progress));
    }

    @Override
    public float[] parameters() {
        return weights.values();
    }

    @Override
    public List<float[]> state() {
        return arrays().stream().map(float[]::clone).toList();
    }

    @Override
    public void restore(List<float[]> state) {
        List<float[]> arrays = arrays();
        for (int i = 0; i < arrays.size(); i++) {
            System.arraycopy(state.get(i), 0, arrays.get(i), 0, arrays.get(i).length);
        }
    }

    private List<float[]> arrays() {
        List<float[]> arrays = new ArrayList<>(List.of(optimiser.state()));
        arrays.add(weights.values());
        return arrays;
    }
}
