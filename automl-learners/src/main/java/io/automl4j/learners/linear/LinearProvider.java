package io.automl4j.learners.linear;

import com.google.auto.service.AutoService;
import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.predictor.FixedTraining;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Logistic, softmax, ridge and quantile regression with a quadratic penalty, on the encoding of networks. */
@AutoService(LearnerProvider.class)
public final class LinearProvider implements LearnerProvider {
    /** By what they depend on: a warm start asks for those of a hundred tables. */
    private final Map<Boolean, SearchSpace> spaces = new ConcurrentHashMap<>();

    private static final double NANOS_PER_PRODUCT = 2.5;
    private static final int USUAL_ITERATIONS = 100;

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.BINARY,
                Capability.MULTICLASS,
                Capability.REGRESSION,
                Capability.QUANTILE,
                Capability.WEIGHTS);
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return spaces.computeIfAbsent(ManyLevels.isIn(shape), unknown -> made(shape));
    }

    private static SearchSpace made(TaskShape shape) {
        SearchSpace.Builder space = SearchSpace.builder().logReal("penalty", 1e-6, 3, 1e-3);
        ManyLevels.addTo(space, shape);
        return space.build();
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        double perRow = 1.0 / Math.max(10, shape.rows());
        return List.of(
                Configuration.of("penalty", Math.max(1e-6, perRow)),
                Configuration.of("penalty", Math.min(1, 20 * perRow)),
                Configuration.of("penalty", Math.min(1, 20 * perRow), "many_levels", "codes"));
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return new EncoderSpec(Encoding.NETWORK, ManyLevels.of(configuration), true);
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        double columns = shape.numeric() + 6.0 * shape.categorical() + 50.0 * shape.text() + 1;
        double scores = shape.type() == TaskType.BINARY ? 1 : shape.outputs();
        return Duration.ofNanos((long) (2 * shape.rows() * columns * scores * USUAL_ITERATIONS * NANOS_PER_PRODUCT));
    }

    @Override
    public Learner create(Configuration configuration) {
        double penalty = configuration.real("penalty");
        return new Learner() {
            @Override
            public IterationPlan plan() {
                return IterationPlan.SINGLE;
            }

            @Override
            public Training start(FoldData data, long seed) {
                return FixedTraining.suits(data) ? FixedTraining.prior(data) : new LinearTraining(data, penalty);
            }
        };
    }
}
