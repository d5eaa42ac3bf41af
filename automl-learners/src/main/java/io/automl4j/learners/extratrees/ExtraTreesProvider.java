package io.automl4j.learners.extratrees;

import com.google.auto.service.AutoService;
import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Rungs;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.model.predictor.ForestLearner;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Extremely randomised trees (Geurts, Ernst and Wehenkel 2006, doi:10.1007/s10994-006-6226-1). */
@AutoService(LearnerProvider.class)
public final class ExtraTreesProvider implements LearnerProvider {
    private static final List<Configuration> OF_CLASSES = starts(2);
    private static final List<Configuration> OF_NUMBERS = starts(1);
    /** By what they depend on: a warm start asks for those of a hundred tables. */
    private final Map<Boolean, SearchSpace> spaces = new ConcurrentHashMap<>();

    private static final int TREES = 100;
    private static final double NANOS = 9;

    @Override
    public String name() {
        return "extra_trees";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.BINARY,
                Capability.MULTICLASS,
                Capability.REGRESSION,
                Capability.WEIGHTS,
                Capability.MISSING);
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return spaces.computeIfAbsent(ManyLevels.isIn(shape), unknown -> made(shape));
    }

    private static SearchSpace made(TaskShape shape) {
        SearchSpace.Builder space =
                SearchSpace.builder().logReal("features", 0.1, 1, 0.5).logInteger("min_rows_in_leaf", 1, 20, 2);
        ManyLevels.addTo(space, shape);
        return space.build();
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return shape.type().isClassification() ? OF_CLASSES : OF_NUMBERS;
    }

    private static List<Configuration> starts(int leaf) {
        return List.of(
                Configuration.of("features", 0.5, "min_rows_in_leaf", leaf),
                Configuration.of("features", 1.0, "min_rows_in_leaf", 3, "many_levels", "statistics"),
                Configuration.of("features", 0.3, "min_rows_in_leaf", 1));
    }

    @Override
    public Rungs rungs(TaskShape shape) {
        return Rungs.ofIterations(Rungs.Onward.CONTINUES);
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return new EncoderSpec(Encoding.TREE, ManyLevels.of(configuration), false);
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        double levels = Math.log(shape.rows() + 2.0) / Math.log(2);
        double columns = 1 + configuration.real("features") * shape.features();
        return Duration.ofNanos((long) (TREES * shape.rows() * levels * columns * NANOS));
    }

    @Override
    public Learner create(Configuration configuration) {
        GrowthRule rule = new GrowthRule(configuration.real("features"), configuration.integer("min_rows_in_leaf"));
        return new ForestLearner(
                new IterationPlan(TREES, 5, 0),
                (data, seed, forest) -> new ExtraTreesTraining(data, rule, seed, forest));
    }
}
