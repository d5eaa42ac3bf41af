package io.automl4j.benchmarks.network;

import com.sun.management.ThreadMXBean;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.neural.kernel.Gemms;
import io.automl4j.neural.train.Descent;
import io.automl4j.neural.train.EpochTrainer;
import io.automl4j.neural.train.Initialisation;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.Loss;
import io.automl4j.neural.train.NativeTrainer;
import io.automl4j.neural.train.Recipe;
import io.automl4j.neural.train.Schedule;
import io.automl4j.neural.train.TrainingPlan;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A training of RealMLP-TD-S (arXiv:2407.04491) on 10,000 rows of 20 numbers: three layers of 256 units, batches of 256.
 *
 * @param seconds how long it took
 * @param allocated bytes that were allocated meanwhile on the heap and outside it, which is no less than what was held beyond
 *     the data
 */
record TdsRun(double seconds, long allocated) {
    private static final int ROWS = 10_000;
    private static final int COLUMNS = 20;
    private static final int WHOLE = 256;

    /** Trains for some epochs of the whole schedule of 256, in this thread. */
    static TdsRun of(int epochs) {
        Learned learned = learned();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes() + outside();
        long start = System.nanoTime();
        try (EpochTrainer trainer = new NativeTrainer(plan(), learned, Gemms.forThread(), 1)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                trainer.epoch(epoch, Cancellation.NEVER);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new TdsRun(seconds, threads.getCurrentThreadAllocatedBytes() + outside() - allocated);
        }
    }

    /** Bytes of buffers outside the heap. */
    private static long outside() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static TrainingPlan plan() {
        List<Integer> columns = IntStream.range(0, COLUMNS).boxed().toList();
        NetworkInputs inputs = new NetworkInputs(columns, List.of(), List.of(), 0, 0, true);
        LayerStyle style = new LayerStyle(ActivationFunction.SELU, false, Norm.NONE, 0, true);
        NetworkSpec spec = new Architecture(inputs, new Mlp(List.of(256, 256, 256), style), 1).network(2);
        Recipe recipe = Recipe.plain(WHOLE, 256, Descent.adamW(0.04, Schedule.COSLOG4, 0));
        float[] start = Initialisation.draw(spec, 1, new SplittableRandom(1));
        return new TrainingPlan(spec, recipe, new Loss.CrossEntropy(0), start);
    }

    private static Learned learned() {
        SplittableRandom random = new SplittableRandom(2);
        float[] values = new float[ROWS * COLUMNS];
        double[] targets = new double[ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < ROWS; row++) {
            targets[row] = values[row * COLUMNS] + random.nextGaussian() / 2 > 0 ? 1 : 0;
        }
        return StepCase.learned(values, targets);
    }
}
