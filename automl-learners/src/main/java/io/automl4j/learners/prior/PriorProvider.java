package io.automl4j.learners.prior;

import com.google.auto.service.AutoService;
import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.model.predictor.FixedTraining;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The shares of the classes, or the mean: the answer that is always there, and the measure of every other. */
@AutoService(LearnerProvider.class)
public final class PriorProvider implements LearnerProvider {

    @Override
    public String name() {
        return "prior";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return new SearchSpace(List.of());
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return List.of(Configuration.EMPTY);
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return EncoderSpec.TREE;
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        return Duration.ofMillis(1);
    }

    @Override
    public Learner create(Configuration configuration) {
        return new Learner() {
            @Override
            public IterationPlan plan() {
                return IterationPlan.SINGLE;
            }

            @Override
            public Training start(FoldData data, long seed) {
                return FixedTraining.prior(data);
            }
        };
    }
}
