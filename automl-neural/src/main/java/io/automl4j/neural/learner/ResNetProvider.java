package io.automl4j.neural.learner;

import com.google.auto.service.AutoService;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Residual networks, beginning with configurations of rtdl (Gorishniy et al. 2021, arXiv:2106.11959). */
@AutoService(LearnerProvider.class)
public final class ResNetProvider extends NetworkProvider {

    private static final int PASSES = 400_000;

    /** By epochs: a warm start asks for those of a hundred tables. */
    private final Map<Integer, List<Configuration>> starts = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public ResNetProvider() {
        this(new NativeEngine());
    }

    private ResNetProvider(NetworkEngine engine) {
        super(NetworkFamily.RESNET, engine);
    }

    @Override
    NetworkProvider by(NetworkEngine other) {
        return new ResNetProvider(other);
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return starts.computeIfAbsent(NetworkSpaces.epochs(shape, PASSES), ResNetProvider::starts);
    }

    private static List<Configuration> starts(int epochs) {
        Configuration block = Configuration.of(
                "activation",
                "relu",
                "norm",
                "batch",
                "schedule",
                "coslog4",
                "dropout",
                0.25,
                "residual_dropout",
                0.1,
                "weight_decay",
                0.01,
                "epochs",
                epochs);
        return List.of(
                block.with("width", 64),
                block,
                block.with("width", 192, "blocks", 3, "dropout", 0.4, "residual_dropout", 0.0));
    }
}
