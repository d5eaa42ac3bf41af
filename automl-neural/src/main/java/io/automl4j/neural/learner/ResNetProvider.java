package io.automl4j.neural.learner;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import java.util.List;
import java.util.stream.Stream;

/** Residual networks, beginning with configurations of rtdl (Gorishniy et al. 2021, arXiv:2106.11959). */
public final class ResNetProvider extends NetworkProvider {

    /** For {@link java.util.ServiceLoader}. */
    public ResNetProvider() {
        super(NetworkFamily.RESNET);
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        Configuration block = Configuration.of(
                "activation", "relu", "norm", "batch", "schedule", "cosine", "dropout", 0.25, "residual_dropout", 0.1);
        return Stream.of(128, 48, 16).map(epochs -> block.with("epochs", epochs)).toList();
    }
}
