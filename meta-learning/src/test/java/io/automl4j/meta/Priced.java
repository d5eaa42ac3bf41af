package io.automl4j.meta;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A learner whose starts take so many seconds for a fold. */
record Priced(String name, int... seconds) implements LearnerProvider {
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return SearchSpace.builder().integer("seconds", 1, 9, 5).build();
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return Arrays.stream(seconds)
                .mapToObj(each -> Configuration.of("seconds", each))
                .toList();
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return new EncoderSpec(Encoding.TREE, ManyLevels.CODES, false);
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        return Duration.ofSeconds(configuration.integer("seconds"));
    }

    @Override
    public Learner create(Configuration configuration) {
        throw new UnsupportedOperationException("Nothing is trained here.");
    }
}
