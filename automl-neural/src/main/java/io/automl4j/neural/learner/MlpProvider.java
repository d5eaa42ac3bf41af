package io.automl4j.neural.learner;

import com.google.auto.service.AutoService;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Multilayer perceptrons, beginning with those of RealMLP (Holzmüller et al. 2024, arXiv:2407.04491). */
@AutoService(LearnerProvider.class)
public final class MlpProvider extends NetworkProvider {

    private static final int PASSES = 400_000;
    private static final int PASSES_OF_SMALL = 1_200_000;

    /** By what they depend on: a warm start asks for those of a hundred tables. */
    private final Map<List<Object>, List<Configuration>> starts = new ConcurrentHashMap<>();

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
        int epochs = NetworkSpaces.epochs(shape, PASSES);
        int ofSmall = NetworkSpaces.epochs(shape, PASSES_OF_SMALL);
        return starts.computeIfAbsent(List.of(classes, epochs, ofSmall), unknown -> starts(classes, epochs, ofSmall));
    }

    private static List<Configuration> starts(boolean classes, int epochs, int ofSmall) {
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
                epochs);
        return List.of(
                simple.with("layers", 2, "width", 64, "epochs", ofSmall),
                simple,
                simple.with("layers", 2, "width", 128, "members", "8"),
                simple.with(
                        "mixed",
                        "yes",
                        "inputs",
                        "periodic",
                        "initialisation",
                        "data",
                        "dropout",
                        0.15,
                        "weight_decay",
                        0.02,
                        "learning_rate",
                        classes ? 0.04 : 0.2));
    }
}
