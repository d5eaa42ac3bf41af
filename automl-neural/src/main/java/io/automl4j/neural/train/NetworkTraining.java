package io.automl4j.neural.train;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.model.predictor.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that learns; its iterations are {@link Milestones}, at each of which the parameters are kept. Numbers are
 * learned standardised.
 */
public final class NetworkTraining implements Training {
    /** Watched rows are predicted in blocks, between which a training can be cancelled. */
    private static final int BLOCK = 256;

    private final TrainingPlan plan;
    private final FoldData data;
    private final Learned learned;
    private final EpochTrainer trainer;
    /** What the network predicts with. */
    private final float[] mean;
    /** The same after each iteration. */
    private final List<float[]> snapshots = new ArrayList<>();
    /** The watched loss after each iteration. */
    private final float[] losses = new float[Milestones.COUNT];

    /**
     * A training at its beginning.
     *
     * @param plan what is trained, from where, and how
     * @param data the fold that it learns from
     * @param learned what its training rows teach
     * @param trainer takes the steps
     */
    public NetworkTraining(TrainingPlan plan, FoldData data, Learned learned, EpochTrainer trainer) {
        this.plan = plan;
        this.data = data;
        this.learned = learned;
        this.trainer = trainer;
        this.mean = plan.start().clone();
    }

    @Override
    public int iteration() {
        return snapshots.size();
    }

    /** What was cancelled, or interrupted, is as it was after its last iteration, from where it can go on. */
    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        Cancellation ending = cancellation.orInterrupted();
        while (iteration() < toIteration) {
            List<float[]> before = trainer.state();
            int done = iteration();
            try {
                iterate(ending);
                snapshots.add(mean.clone());
                losses[done] = watchedLossNow(ending);
            } catch (CancelledException e) {
                trainer.restore(before);
                snapshots.subList(done, snapshots.size()).clear();
                float[] last = done == 0 ? plan.start() : snapshots.get(done - 1);
                System.arraycopy(last, 0, mean, 0, mean.length);
                throw e;
            }
        }
    }

    private void iterate(Cancellation cancellation) {
        Recipe recipe = plan.recipe();
        int end = Milestones.epochs(iteration() + 1, recipe.epochs());
        for (int epoch = Milestones.epochs(iteration(), recipe.epochs()); epoch < end; epoch++) {
            trainer.epoch(epoch, cancellation);
            average(recipe.averaging().share(epoch, recipe.epochs()));
        }
    }

    private void average(float share) {
        float[] values = trainer.parameters();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = share == 1 ? values[i] : mean[i] + share * (values[i] - mean[i]);
        }
    }

    /** NaN where no rows are watched. */
    private float watchedLossNow(Cancellation cancellation) {
        if (data.watch().rows() == 0) {
            return Float.NaN;
        }
        FittedModel model = model(iteration());
        int rows = data.watch().rows();
        float[] predicted = new float[rows * model.outputs()];
        for (int from = 0; from < rows; from += BLOCK) {
            cancellation.check();
            EncodedRows block = data.watch()
                    .select(IntStream.range(from, Math.min(rows, from + BLOCK)).toArray());
            float[] out = new float[block.rows() * model.outputs()];
            model.predict(block, out);
            System.arraycopy(out, 0, predicted, from * model.outputs(), out.length);
        }
        Metric metric = data.task().type().isClassification() ? Metrics.LOG_LOSS : Metrics.defaultFor(data.task());
        return (float) metric.loss(data.watchLabels(), Predictions.of(predicted, model.outputs()));
    }

    @Override
    public double watchedLoss(int iteration) {
        return losses[iteration - 1];
    }

    @Override
    public FittedModel model(int iteration) {
        List<float[]> sets = new ArrayList<>(List.of(snapshots.get(iteration - 1)));
        Milestones.cyclesBefore(iteration).stream()
                .limit(plan.recipe().averaging().cycles())
                .forEach(cycle -> sets.add(snapshots.get(cycle - 1)));
        return NetworkModel.of(plan.spec(), sets, learned.link(), learned.target());
    }

    @Override
    public Block checkpoint() {
        List<float[]> arrays = new ArrayList<>(own());
        arrays.addAll(trainer.state());
        return Checkpoint.write(iteration(), arrays);
    }

    /**
     * Goes on from a checkpoint.
     *
     * @param checkpoint of a training of the same plan, data and seed
     * @throws IllegalArgumentException if it is none
     */
    public void restore(Block checkpoint) {
        int iteration = Checkpoint.iteration(checkpoint);
        Checks.in(iteration, "iteration", 0, Milestones.COUNT);
        snapshots.clear();
        for (int i = 0; i < iteration; i++) {
            snapshots.add(new float[plan.spec().parameters()]);
        }
        List<float[]> arrays = new ArrayList<>(own());
        List<float[]> state = trainer.state();
        arrays.addAll(state);
        Checkpoint.read(checkpoint, arrays);
        trainer.restore(state);
    }

    private List<float[]> own() {
        List<float[]> own = new ArrayList<>(snapshots);
        own.add(losses);
        own.add(mean);
        return own;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
