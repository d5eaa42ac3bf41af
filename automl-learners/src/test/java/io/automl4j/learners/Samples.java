package io.automl4j.learners;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded tables with numbers, codes and, if wanted, missing cells, whose target depends on the first three columns. */
public final class Samples {
    private static final int LEVELS = 40;

    private Samples() {}

    public static Task task(TaskType type) {
        return switch (type) {
            case BINARY -> new Task(type, "y", List.of("no", "yes"));
            case MULTICLASS -> new Task(type, "y", List.of("a", "b", "c", "d"));
            case REGRESSION -> new Task(type, "y", List.of());
            case QUANTILE -> new Task(type, "y", List.of(), List.of(0.1, 0.5, 0.9));
        };
    }

    public static EncodedRows rows(int rows, boolean missing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * 4];
        for (int row = 0; row < rows; row++) {
            values[row * 4] = (float) (random.nextDouble() * 6 - 3);
            values[row * 4 + 1] = (float) Math.rint(random.nextDouble() * 20);
            values[row * 4 + 2] = random.nextInt(LEVELS);
            values[row * 4 + 3] = (float) random.nextDouble();
            for (int i = 1; i < 3 && missing; i++) {
                values[row * 4 + i] = random.nextDouble() < 0.15 ? Float.NaN : values[row * 4 + i];
            }
        }
        List<Feature> features = List.of(
                new Feature("x", 0), new Feature("count", 0), new Feature("level", LEVELS), new Feature("noise", 0));
        return EncodedRows.of(features, values, rows);
    }

    /** A noisy target: which level a row has matters, and whether it is odd. */
    public static Labels labels(EncodedRows rows, TaskType type, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] targets = new double[rows.rows()];
        for (int row = 0; row < targets.length; row++) {
            float count = rows.get(row, 1);
            float level = rows.get(row, 2);
            double signal = 1.5 * rows.get(row, 0)
                    + (Float.isNaN(count) ? 2 : count / 10)
                    + (Float.isNaN(level) ? -2 : level % 2 == 1 ? 2 : -1);
            double noisy = signal + random.nextDouble() - 0.5;
            targets[row] = switch (type) {
                case BINARY -> noisy > 1 ? 1 : 0;
                case MULTICLASS -> noisy < -2 ? 0 : noisy < 1 ? 1 : noisy < 4 ? 2 : 3;
                case REGRESSION, QUANTILE -> 1000 + 100 * noisy;
            };
        }
        return Labels.of(targets);
    }

    public static FoldData fold(TaskType type, boolean missing) {
        EncodedRows train = rows(400, missing, 1);
        EncodedRows watch = rows(150, missing, 2);
        return new FoldData(task(type), train, labels(train, type, 3), watch, labels(watch, type, 4));
    }

    public static TaskShape shape(Task task, int rows) {
        return new TaskShape(task.type(), rows, task.outputs(), 3, 1, 0, LEVELS, true);
    }

    /** The learner of the first starting configuration. */
    public static Learner first(LearnerProvider provider, Task task, int rows) {
        SearchSpace space = provider.space(shape(task, rows));
        return provider.create(space.repair(provider.starts(shape(task, rows)).get(0)));
    }

    public static FittedModel fit(Learner learner, FoldData data, int iterations, long seed) {
        try (Training training = learner.start(data, seed)) {
            int last = Math.min(iterations, learner.plan().maximum());
            training.advance(last, Cancellation.NEVER);
            return training.model(last);
        }
    }

    public static float[] predict(FittedModel model, EncodedRows rows) {
        float[] out = new float[rows.rows() * model.outputs()];
        model.predict(rows, out);
        return out;
    }

    /** What a training that watches should report: the mean log loss, squared error or pinball loss on the watched rows. */
    public static double watchedLoss(FittedModel model, FoldData data) {
        float[] predicted = predict(model, data.watch());
        int outputs = model.outputs();
        double loss = 0;
        for (int row = 0; row < data.watch().rows(); row++) {
            double target = data.watchLabels().target(row);
            switch (data.task().type()) {
                case BINARY, MULTICLASS ->
                    loss -= Math.log(
                            predicted[row * outputs + data.watchLabels().label(row)]);
                case REGRESSION -> loss += Math.pow(predicted[row] - target, 2);
                case QUANTILE -> {
                    // XGBoost judges quantiles in order
                    Arrays.sort(predicted, row * outputs, (row + 1) * outputs);
                    for (int i = 0; i < outputs; i++) {
                        double above = target - predicted[row * outputs + i];
                        double quantile = data.task().quantiles().get(i);
                        loss += Math.max(quantile * above, (quantile - 1) * above) / outputs;
                    }
                }
            }
        }
        return loss / data.watch().rows();
    }
}
