package io.automl4j.dl4j;

import io.automl4j.api.Checks;
import io.automl4j.api.Seeds;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.predictor.Link;
import io.automl4j.neural.train.Batches;
import io.automl4j.neural.train.EpochTrainer;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.Loss;
import io.automl4j.neural.train.TrainingPlan;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Trains by DL4J's own loop, updaters and schedules. */
final class Dl4jTrainer implements EpochTrainer {
    private final TrainingPlan plan;
    private final Learned learned;
    private final Batches batches;
    private final Dl4jNetwork network;
    private final float[] input;
    private final int members;
    private final long seed;

    /**
     * A trainer at its beginning.
     *
     * @throws IllegalArgumentException if DL4J has no such loss, or does not clip gradients in this way
     */
    Dl4jTrainer(TrainingPlan plan, Learned learned, long seed) {
        boolean classes = learned.link() == Link.SOFTMAX;
        Loss known = classes ? new Loss.CrossEntropy(0) : new Loss.SquaredError();
        Checks.argument(
                plan.loss().equals(known),
                "DL4J trains with %s here, not with %s.%nMaybe take the engine 'native'.",
                known,
                plan.loss());
        this.plan = plan;
        this.learned = learned;
        this.batches = new Batches(plan.recipe(), learned, seed);
        int steps = plan.recipe().epochs() * batches.perEpoch();
        this.network = Dl4jNetwork.of(plan, classes, steps, DataType.FLOAT);
        this.input = new float[batches.size() * learned.rows().width()];
        this.members = plan.spec().members();
        this.seed = seed;
    }

    @Override
    public void epoch(int epoch, Cancellation cancellation) {
        batches.begin(epoch);
        // what is dropped depends on the epoch alone, as everything else does
        Nd4j.getRandom().setSeed(Seeds.mix(seed, epoch));
        int steps = batches.perEpoch();
        for (int step = 0; step < steps; step++) {
            cancellation.check();
            batches.fill(step, input);
            MultiDataSet rows = rows();
            graph().fit(rows);
            for (INDArray array : rows.getFeatures()) {
                array.close();
            }
            rows.getLabels(0).close();
            plan.recipe().checkLoss(graph().score(), epoch + (double) step / steps);
        }
    }

    private ComputationGraph graph() {
        return network.graph();
    }

    private MultiDataSet rows() {
        EncodedRows rows = EncodedRows.of(learned.rows().features(), input, batches.size());
        return new MultiDataSet(network.inputs(rows), new INDArray[] {labels()});
    }

    /** A row of targets and a weight for each member; weights are 1 on average. */
    private INDArray labels() {
        double total = 0;
        for (float weight : batches.weights()) {
            total += weight;
        }
        int width = learned.width();
        float[] labels = new float[batches.size() * members * (width + 1)];
        for (int i = 0; i < batches.size() * members; i++) {
            int row = i / members;
            System.arraycopy(batches.targets(), row * width, labels, i * (width + 1), width);
            labels[i * (width + 1) + width] = (float) (total > 0 ? batches.weights()[row] * batches.size() / total : 0);
        }
        return Nd4j.create(labels, new long[] {(long) batches.size() * members, width + 1}, 'c');
    }

    @Override
    public void close() {
        graph().close();
    }

    @Override
    public float[] parameters() {
        return network.parameters();
    }

    @Override
    public List<float[]> state() {
        float[] steps = {graph().getConfiguration().getIterationCount()};
        return List.of(
                steps,
                graph().params().dup().data().asFloat(),
                graph().getUpdater(true).getUpdaterStateViewArray().dup().data().asFloat());
    }

    @Override
    public void restore(List<float[]> state) {
        graph().getConfiguration().setIterationCount((int) state.get(0)[0]);
        INDArray parameters = graph().params();
        parameters.assign(Nd4j.createFromArray(state.get(1)).reshape(parameters.shape()));
        INDArray memory = graph().getUpdater(true).getUpdaterStateViewArray();
        memory.assign(Nd4j.createFromArray(state.get(2)).reshape(memory.shape()));
    }
}
