package io.automl4j.neural.learner;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import java.util.List;
import java.util.stream.Stream;

/** Multilayer perceptrons, beginning with those of RealMLP (Holzmüller et al. 2024, arXiv:2407.04491). */
public final class MlpProvider extends NetworkProvider {

    /** For {@link java.util.ServiceLoader}. */
    public MlpProvider() {
        super(NetworkFamily.MLP);
    }

    /** TD-S, for as many epochs as there is time for, and TD. */
    @Override
    public List<Configuration> starts(TaskShape shape) {
        boolean classes = shape.type().isClassification();
        Configuration small = Configuration.of(
                "activation", classes ? "selu" : "mish", "schedule", "coslog4", "learning_rate", classes ? 0.04 : 0.07);
        Configuration whole = small.with("mixed", "yes")
                .with("inputs", "periodic")
                .with("dropout", 0.15)
                .with("weight_decay", 0.02)
                .with("learning_rate", classes ? 0.04 : 0.2);
        return Stream.concat(
                        Stream.of(256, 64, 16).map(epochs -> small.with("epochs", epochs)),
                        Stream.of(256, 64, 16).map(epochs -> whole.with("epochs", epochs)))
                .toList();
    }
}
