package io.automl4j.neural.train;

import io.automl4j.api.Seeds;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.neural.kernel.TrainingGraph;
import io.automl4j.neural.kernel.Weights;
import java.util.SplittableRandom;

/**
 * Takes the steps of an epoch. What an epoch does depends on the seed and its number alone, so that a training can be
 * stopped between two and goes on exactly.
 *
 * @implNote Confined to one thread; allocates nothing between the steps.
 */
final class Steps {
    private final Recipe recipe;
    private final Loss loss;
    private final TrainingGraph graph;
    private final Weights weights;
    private final Optimiser optimiser;
    private final int members;
    private final EncodedRows rows;
    private final float[] targets;
    private final float[] rowWeights;
    private final int width;
    private final long seed;

    private final int[] order;
    private final float[] batchTargets;
    private final float[] batchWeights;

    /** Targets {@code [rows × width]} and weights of the rows that are learned from. */
    record Learned(EncodedRows rows, float[] targets, float[] weights, int width) {}

    /** What is trained. */
    record Trained(TrainingGraph graph, Weights weights, Optimiser optimiser, int members) {}

    Steps(Recipe recipe, Loss loss, Trained trained, Learned learned, long seed) {
        this.recipe = recipe;
        this.loss = loss;
        this.graph = trained.graph();
        this.weights = trained.weights();
        this.optimiser = trained.optimiser();
        this.members = trained.members();
        this.rows = learned.rows();
        this.targets = learned.targets();
        this.rowWeights = learned.weights();
        this.width = learned.width();
        this.seed = seed;
        this.order = new int[rows.rows()];
        int batch = batch();
        this.batchTargets = new float[batch * width];
        this.batchWeights = new float[batch];
    }

    /** Rows of a step: no more than there are. */
    private int batch() {
        return Math.min(recipe.batch(), rows.rows());
    }

    /** Steps of an epoch; what is left over takes part in another one. */
    int perEpoch() {
        return rows.rows() / batch();
    }

    /**
     * Takes the steps of an epoch.
     *
     * @param epoch its number, from 0
     * @return the mean loss of its steps
     */
    double epoch(int epoch, Cancellation cancellation) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, epoch));
        shuffle(random);
        int steps = perEpoch();
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            cancellation.check();
            double progress = (epoch + (double) step / steps) / recipe.epochs();
            sum += step(step * batch(), progress, random);
        }
        return sum / steps;
    }

    private void shuffle(SplittableRandom random) {
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private double step(int from, double progress, SplittableRandom random) {
        int batch = batch();
        float kept = (float) (recipe.mixup() > 0 ? Beta.symmetric(recipe.mixup(), random) : 1);
        for (int i = 0; i < batch; i++) {
            // mixed with the next row of the batch, which is a random one
            fill(i, order[from + i], order[from + (i + 1) % batch], kept);
        }
        graph.forward(batch, random);
        double value = loss.gradients(
                new Loss.Batch(graph.scores(), batchTargets, batchWeights, batch, members, width),
                graph.scoreGradients());
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("The loss is %s at epoch %.2f of %d.%nMaybe the learning rate %s is too high."
                    .formatted(value, progress * recipe.epochs(), recipe.epochs(), recipe.rate()));
        }
        graph.backward(batch);
        Gradients.clip(weights.gradients(), recipe.clip());
        optimiser.step(
                weights,
                recipe.rate() * recipe.schedule().factor(progress),
                recipe.decay() * recipe.decaySchedule().factor(progress));
        return value;
    }

    private void fill(int to, int row, int other, float kept) {
        int columns = rows.width();
        float[] values = rows.values();
        float[] input = graph.input();
        if (kept == 1) {
            System.arraycopy(values, row * columns, input, to * columns, columns);
            System.arraycopy(targets, row * width, batchTargets, to * width, width);
            batchWeights[to] = rowWeights[row];
            return;
        }
        for (int i = 0; i < columns; i++) {
            input[to * columns + i] = kept * values[row * columns + i] + (1 - kept) * values[other * columns + i];
        }
        for (int i = 0; i < width; i++) {
            batchTargets[to * width + i] = kept * targets[row * width + i] + (1 - kept) * targets[other * width + i];
        }
        batchWeights[to] = kept * rowWeights[row] + (1 - kept) * rowWeights[other];
    }
}
