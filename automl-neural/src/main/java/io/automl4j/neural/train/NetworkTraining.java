package io.automl4j.neural.train;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.task.Labels;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.model.predictor.NetworkModel.Target;
import io.automl4j.neural.kernel.Gemm;
import io.automl4j.neural.kernel.TrainingGraph;
import io.automl4j.neural.kernel.Weights;
import java.util.List;

/** A network that learns, an epoch an iteration. Numbers are learned standardised. */
public final class NetworkTraining implements Training {
    private final NetworkSpec spec;
    private final Recipe recipe;
    private final Weights weights;
    private final Optimiser optimiser;
    private final Steps steps;
    private final Link link;
    private final Target target;
    private int epoch;

    /** What is trained and how. */
    public record Plan(NetworkSpec spec, Recipe recipe, Loss loss, List<Group> groups, float[] start) {}

    /**
     * A training at its beginning.
     *
     * @param plan what is trained, from where, and how
     * @param data what it learns from
     * @param gemm multiplies
     * @param seed of everything random
     */
    public NetworkTraining(Plan plan, FoldData data, Gemm gemm, long seed) {
        this.spec = plan.spec();
        this.recipe = plan.recipe();
        this.weights = Weights.of(plan.start().clone());
        this.optimiser = recipe.squares() > 0
                ? new AdamW(plan.groups(), spec.parameters(), recipe.momentum(), recipe.squares())
                : new Nesterov(plan.groups(), spec.parameters(), recipe.momentum());
        boolean classes = data.task().type().isClassification();
        this.link = classes ? Link.SOFTMAX : Link.IDENTITY;
        this.target = classes ? Target.PLAIN : Standardised.of(data.labels());
        EncodedRows rows = data.train();
        int batch = Math.min(recipe.batch(), rows.rows());
        TrainingGraph graph = new TrainingGraph(spec, weights, rows.width(), batch, gemm);
        this.steps = new Steps(
                recipe,
                plan.loss(),
                new Steps.Trained(graph, weights, optimiser, spec.members()),
                new Steps.Learned(rows, targets(data.labels(), classes), weights(data.labels()), spec.scores()),
                seed);
    }

    private float[] targets(Labels labels, boolean classes) {
        int width = spec.scores();
        float[] targets = new float[labels.rows() * width];
        float spread = (float) recipe.smoothing() / width;
        for (int row = 0; row < labels.rows(); row++) {
            if (classes) {
                for (int i = 0; i < width; i++) {
                    targets[row * width + i] = spread;
                }
                targets[row * width + labels.label(row)] += 1 - (float) recipe.smoothing();
            } else {
                targets[row] = (float) ((labels.target(row) - target.centre()) / target.spread());
            }
        }
        return targets;
    }

    private static float[] weights(Labels labels) {
        float[] weights = new float[labels.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) labels.weight(row);
        }
        return weights;
    }

    @Override
    public int iteration() {
        return epoch;
    }

    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        while (epoch < toIteration) {
            steps.epoch(epoch, cancellation);
            epoch++;
        }
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return Double.NaN;
    }

    @Override
    public FittedModel model(int ofIteration) {
        return NetworkModel.of(spec, weights.values(), link, target);
    }

    @Override
    public Block checkpoint() {
        return Checkpoint.write(epoch, weights.values(), optimiser.state());
    }

    /**
     * Goes on from a checkpoint.
     *
     * @param checkpoint of a training of the same plan, data and seed
     */
    public void restore(Block checkpoint) {
        epoch = Checkpoint.read(checkpoint, weights.values(), optimiser.state());
    }
}
