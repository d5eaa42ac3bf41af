package io.automl4j.neural.learner;

import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.neural.train.Augmentation;
import io.automl4j.neural.train.Averaging;
import io.automl4j.neural.train.Descent;
import io.automl4j.neural.train.Loss;
import io.automl4j.neural.train.Recipe;
import io.automl4j.neural.train.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The search space of networks, and what its values mean. */
final class NetworkSpaces {
    static final int FREQUENCIES = 16;
    static final int DIMENSION = 4;
    /** Those that end near 0, so that a network is at its best in the end. */
    private static final Schedule[] SCHEDULES = {
        Schedule.COSLOG4, Schedule.COSINE, Schedule.FLAT_COS, Schedule.ONE_CYCLE, Schedule.COSINE_RESTARTS
    };

    private static final String[] LOSSES_OF_CLASSES = {"cross_entropy", "focal"};
    private static final String[] LOSSES_OF_NUMBERS = {"squared", "huber", "absolute"};

    private NetworkSpaces() {}

    static SearchSpace space(NetworkFamily family, TaskShape shape, boolean everyLoss) {
        SearchSpace.Builder space = SearchSpace.builder();
        family.addTo(space);
        space.logInteger("epochs", 8, 256, 64)
                .choice("activation", names(ActivationFunction.values()))
                .choice("mixed", "no", "yes")
                .choice("norm", names(Norm.values()))
                .real("dropout", 0, 0.5, 0)
                .choice("optimiser", "adamw", "nesterov")
                .logReal("weight_decay", 1e-5, 0.1, 1e-3)
                .choice("schedule", names(SCHEDULES))
                .choice("averaging", "none", "ema", "swa")
                .when("schedule", "coslog4")
                .choice("snapshots", "no", "yes")
                .always()
                .choice("members", "1", "8", "16")
                .choice("augmentation", "none", "mixup", "cutout")
                .when("augmentation", "mixup")
                .real("mixup", 0.02, 0.5, 0.2)
                .always()
                .when("augmentation", "cutout")
                .real("cutout", 0, 0.3, 0.1)
                .always()
                .choice("initialisation", "plain", "data")
                .choice("inputs", "plain", "periodic")
                .when("inputs", "periodic")
                .logReal("frequency_spread", 0.05, 1, 0.1)
                .always();
        if (everyLoss) {
            if (shape.type() != TaskType.QUANTILE) {
                space.choice("loss", shape.type().isClassification() ? LOSSES_OF_CLASSES : LOSSES_OF_NUMBERS);
            }
            space.choice("clipping", "none", "norm");
        }
        ManyLevels.addTo(space, shape);
        return space.build();
    }

    static String[] names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static <E extends Enum<E>> E constant(Class<E> type, Configuration configuration, String name) {
        return Enum.valueOf(type, configuration.choice(name).toUpperCase(Locale.ROOT));
    }

    static LayerStyle style(NetworkFamily family, Configuration configuration) {
        return new LayerStyle(
                constant(ActivationFunction.class, configuration, "activation"),
                configuration.choice("mixed").equals("yes"),
                constant(Norm.class, configuration, "norm"),
                (float) configuration.real("dropout"),
                family.isTangent());
    }

    static boolean isPeriodic(Configuration configuration) {
        return configuration.choice("inputs").equals("periodic");
    }

    /** A number that is 0 where it does not apply. */
    private static double optional(Configuration configuration, String name) {
        return configuration.find(name).isPresent() ? configuration.real(name) : 0;
    }

    static boolean beginsByData(Configuration configuration) {
        return configuration.choice("initialisation").equals("data");
    }

    static int members(Configuration configuration) {
        return Integer.parseInt(configuration.choice("members"));
    }

    static NetworkInputs inputs(NetworkFamily family, Configuration configuration, InputColumns columns) {
        return new NetworkInputs(
                columns.numbers(),
                columns.flags(),
                columns.embeddings(),
                isPeriodic(configuration) ? FREQUENCIES : 0,
                DIMENSION,
                family.isTangent());
    }

    static Recipe recipe(Configuration configuration, int rows) {
        // spread labels would spoil probabilities
        Augmentation augmentation =
                new Augmentation(0, optional(configuration, "mixup"), optional(configuration, "cutout"));
        return new Recipe(
                configuration.integer("epochs"),
                batch(rows),
                descent(configuration),
                augmentation,
                averaging(configuration));
    }

    private static Averaging averaging(Configuration configuration) {
        if (isChosen(configuration, "snapshots", "yes")) {
            // the ends of cycles, which no other schedule has there
            return Averaging.SNAPSHOTS;
        }
        Averaging chosen = constant(Averaging.class, configuration, "averaging");
        // statistics of batches are those of one set of weights: their mean belongs to none, as the paper of SWA says
        return chosen == Averaging.SWA && configuration.choice("norm").equals("batch") ? Averaging.EMA : chosen;
    }

    private static Descent descent(Configuration configuration) {
        double rate = configuration.real("learning_rate");
        Schedule schedule = constant(Schedule.class, configuration, "schedule");
        double decay = configuration.real("weight_decay");
        Descent descent = configuration.choice("optimiser").equals("adamw")
                ? Descent.adamW(rate, schedule, decay)
                : Descent.nesterov(rate, schedule, decay);
        return isChosen(configuration, "clipping", "norm") ? descent.clipped(1) : descent;
    }

    static Loss loss(Configuration configuration, Task task) {
        if (isChosen(configuration, "loss", "focal")) {
            return new Loss.CrossEntropy(1);
        }
        if (isChosen(configuration, "loss", "huber")) {
            return new Loss.Huber(1);
        }
        return isChosen(configuration, "loss", "absolute") ? new Loss.Pinball(List.of(0.5)) : Loss.of(task);
    }

    private static boolean isChosen(Configuration configuration, String name, String value) {
        return configuration.find(name).filter(value::equals).isPresent();
    }

    /**
     * Epochs of a start: no more than 128, and fewer of many rows, so that a start takes seconds rather than minutes on
     * one processor.
     *
     * @param passes how many rows are to be gone through in all, as often as each is
     */
    static int epochs(TaskShape shape, int passes) {
        return Math.max(16, Math.min(128, passes / shape.rows()));
    }

    /** The sizes of pytabkit (arXiv:2407.04491), doubled from step to step. */
    static int batch(int rows) {
        if (rows <= 1024) {
            return 64;
        }
        if (rows <= 8192) {
            return 128;
        }
        return rows <= 30_000 ? 256 : rows <= 100_000 ? 512 : 1024;
    }
}
