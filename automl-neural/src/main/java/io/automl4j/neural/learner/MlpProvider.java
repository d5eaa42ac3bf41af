package io.automl4j.neural.learner;

import com.google.auto.service.AutoService;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import java.util.List;

/** Multilayer perceptrons, beginning with those of RealMLP (Holzmüller et al. 2024, arXiv:2407.04491). */
@AutoService(LearnerProvider.class)
public final class MlpProvider extends NetworkProvider {

    private static final int PASSES = 400_000;
    private static final int PASSES_OF_SMALL = 1_200_000;

    /** For {@link java.util.ServiceLoader}. */
    public MlpProvider() {
        this(new NativeEngine());
    }

    private MlpProvider(NetworkEngine engine) {
        super(NetworkFamily.MLP, engine);
    }

    @Override
    NetworkProvider by(NetworkEngine other) {
        return new MlpProvider(other);
    }

    /** A small one, TD-S, one of several members (TabM, arXiv:2410.24210), and TD. */
    @Override
    public List<Configuration> starts(TaskShape shape) {
        boolean classes = shape.type().isClassification();
        Configuration simple = Configuration.of(
                "activation",
                classes ? "selu" : "mish",
                "schedule",
                "coslog4",
                "learning_rate",
                classes ? 0.04 : 0.07,
                "weight_decay",
                1e-5,
                "epochs",
                NetworkSpaces.epochs(shape, PASSES));
        return List.of(
                simple.with("layers", 2).with("width", 64).with("epochs", NetworkSpaces.epochs(shape, PASSES_OF_SMALL)),
                simple,
                simple.with("layers", 2).with("width", 128).with("members", "8"),
                simple.with("mixed", "yes")
                        .with("inputs", "periodic")
                        .with("initialisation", "data")
                        .with("dropout", 0.15)
                        .with("weight_decay", 0.02)
                        .with("learning_rate", classes ? 0.04 : 0.2));
    }
}
