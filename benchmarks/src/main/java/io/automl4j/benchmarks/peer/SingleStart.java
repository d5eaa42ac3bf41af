package io.automl4j.benchmarks.peer;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** A learner of which only one start is tried. */
final class SingleStart implements LearnerProvider {
    static final String NAME = "single_start";

    private final LearnerProvider provider;
    private final int start;

    /**
     * A start.
     *
     * @param learner the learner's name
     * @param start the number of the start, from 0
     */
    SingleStart(String learner, int start) {
        this.provider = ServiceLoader.load(LearnerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.name().equals(learner))
                .findFirst()
                .orElseThrow();
        this.start = start;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return provider.capabilities();
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return provider.space(shape);
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return List.of(provider.starts(shape).get(start));
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return provider.encoder(configuration, shape);
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        return provider.forecast(configuration, shape);
    }

    @Override
    public Learner create(Configuration configuration) {
        return provider.create(configuration);
    }
}
