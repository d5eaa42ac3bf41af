package io.automl4j.benchmarks.network;

import io.automl4j.api.learner.Compute.Device;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.dl4j.Dl4jEngine;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.Body;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkNode;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.ResNet;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.model.predictor.NetworkModel.Target;
import io.automl4j.neural.kernel.Gemm;
import io.automl4j.neural.kernel.Gemm.Matrix;
import io.automl4j.neural.kernel.Gemm.Shape;
import io.automl4j.neural.kernel.Gemms;
import io.automl4j.neural.kernel.Operand;
import io.automl4j.neural.train.Augmentation;
import io.automl4j.neural.train.Descent;
import io.automl4j.neural.train.EpochTrainer;
import io.automl4j.neural.train.Initialisation;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.Loss;
import io.automl4j.neural.train.NativeTrainer;
import io.automl4j.neural.train.Recipe;
import io.automl4j.neural.train.Schedule;
import io.automl4j.neural.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One size of network and batch, of which single steps of AdamW are timed.
 *
 * @param residual whether the body is a ResNet of two blocks; else an MLP of three layers
 * @param batch rows of a step
 * @param width of hidden layers
 * @param norm how sums are normalised
 */
record StepCase(boolean residual, int batch, int width, Norm norm) {
    private static final int COLUMNS = 20;
    private static final int CLASSES = 2;
    private static final long SEED = 1;

    private TrainingPlan plan() {
        List<Integer> columns = IntStream.range(0, COLUMNS).boxed().toList();
        NetworkInputs inputs = new NetworkInputs(columns, List.of(), List.of(), 0, 0, false);
        LayerStyle style = new LayerStyle(ActivationFunction.SELU, false, norm, 0, false);
        Body body = residual ? new ResNet(width, 2, 1, 0, style) : new Mlp(List.of(width, width, width), style);
        NetworkSpec spec = new Architecture(inputs, body, 1).network(CLASSES);
        Recipe recipe = Recipe.plain(1_000_000, batch, Descent.adamW(1e-3, Schedule.CONSTANT, 0));
        float[] start = Initialisation.draw(spec, 1, new SplittableRandom(SEED));
        return new TrainingPlan(spec, recipe, new Loss.CrossEntropy(0), start);
    }

    /** As many rows as a batch has, so that an epoch is a step. */
    Learned rows() {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] values = new float[batch * COLUMNS];
        double[] targets = new double[batch];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < batch; row++) {
            targets[row] = row % CLASSES;
        }
        return learned(values, targets);
    }

    /** Rows of numbers, and to which of two classes each belongs. */
    static Learned learned(float[] values, double[] targets) {
        List<Feature> features = IntStream.range(0, values.length / targets.length)
                .mapToObj(i -> new Feature("x" + i, 0))
                .toList();
        Task task = new Task(TaskType.BINARY, "y", List.of("no", "yes"));
        EncodedRows rows = EncodedRows.of(features, values, targets.length);
        return Learned.of(FoldData.of(task, rows, Labels.of(targets)), Augmentation.NONE);
    }

    /** The network as it begins. */
    NetworkModel model() {
        TrainingPlan plan = plan();
        return NetworkModel.of(plan.spec(), List.of(plan.start()), Link.SOFTMAX, Target.PLAIN);
    }

    /** A step of the own kernels. */
    Runnable ours() {
        return step(new NativeTrainer(plan(), rows(), Gemms.forThread(), SEED));
    }

    /** The same step by DL4J. */
    Runnable dl4j() {
        return step(new Dl4jEngine().on(Device.CPU).trainer(plan(), rows(), SEED));
    }

    private static Runnable step(EpochTrainer trainer) {
        int[] epoch = {0};
        return () -> trainer.epoch(epoch[0]++, Cancellation.NEVER);
    }

    /**
     * The products of that step and nothing else, with operands that are where OpenBLAS reads them: of each dense layer one
     * forwards and two backwards, but for the first one, as nobody needs gradients by columns.
     */
    Runnable products() {
        Gemm gemm = Gemms.forThread();
        List<Runnable> products = new ArrayList<>();
        NetworkSpec spec = plan().spec();
        for (NetworkNode node : spec.nodes()) {
            if (node.operation() instanceof Dense layer) {
                int in = layer.inputs();
                int out = layer.outputs();
                float[] rows = new float[batch * in];
                float[] weights = new float[in * out];
                float[] sums = new float[batch * out];
                products.add(product(gemm, new Shape(batch, out, in, false, false), rows, weights, sums));
                products.add(product(gemm, new Shape(in, out, batch, true, false), rows, sums, weights));
                if (!spec.nodes().get(node.inputs().get(0)).operation().isSource()) {
                    products.add(product(gemm, new Shape(batch, in, out, false, true), sums, weights, rows));
                }
            }
        }
        return () -> products.forEach(Runnable::run);
    }

    private static Runnable product(Gemm gemm, Shape shape, float[] a, float[] b, float[] c) {
        int aRows = shape.transposeA() ? shape.k() : shape.m();
        int bRows = shape.transposeB() ? shape.n() : shape.k();
        int aColumns = a.length / aRows;
        int bColumns = b.length / bRows;
        Operand first = new Operand();
        Operand second = new Operand();
        first.set(new Matrix(a, 0, aColumns), aRows, aColumns);
        second.set(new Matrix(b, 0, bColumns), bRows, bColumns);
        return () -> gemm.multiply(shape, 1, first, second, 0, new Matrix(c, 0, shape.n()));
    }
}
