package io.automl4j.learners.xgboost;

import com.google.auto.service.AutoService;
import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Rungs;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gradient boosted trees by XGBoost (Chen and Guestrin 2016, doi:10.1145/2939672.2939785).
 */
@AutoService(LearnerProvider.class)
public final class XgBoostProvider implements LearnerProvider {
    /** By what they depend on: a warm start asks for those of a hundred tables. */
    private final Map<List<Boolean>, SearchSpace> spaces = new ConcurrentHashMap<>();

    private static final double NANOS_PER_CELL_AND_ROUND = 5;

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public Optional<String> unavailable() {
        return NativeXgBoost.problem();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return spaces.computeIfAbsent(List.of(shape.categorical() > 0, ManyLevels.isIn(shape)), unknown -> made(shape));
    }

    private static SearchSpace made(TaskShape shape) {
        SearchSpace.Builder space = SearchSpace.builder()
                .logReal("learning_rate", 0.01, 0.2, 0.05)
                .choice("growth", "by_depth", "by_leaf")
                .when("growth", "by_depth")
                .integer("max_depth", 3, 10, 6)
                .when("growth", "by_leaf")
                .logInteger("max_leaves", 8, 160, 31)
                .always()
                .logReal("min_child_weight", 0.3, 30, 1)
                .real("subsample", 0.5, 1, 0.8)
                .real("colsample_bytree", 0.4, 1, 0.8)
                .logReal("lambda", 0.01, 20, 1);
        if (shape.categorical() > 0) {
            space.choice("categories", "native", "ordinal");
        }
        ManyLevels.addTo(space, shape);
        return space.build();
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return XgBoostStarts.ALL;
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
        double rounds = 12 / configuration.real("learning_rate");
        double trees = shape.type() == TaskType.BINARY ? 1 : shape.outputs();
        double depth = configuration
                .find("max_depth")
                .map(value -> ((Number) value).doubleValue() / 6)
                .orElseGet(() -> Math.log(configuration.integer("max_leaves")) / Math.log(48));
        double cells = (shape.rows() + 400.0) * (shape.features() + 5.0);
        return Duration.ofNanos((long) (cells * rounds * trees * depth * NANOS_PER_CELL_AND_ROUND));
    }

    @Override
    public Learner create(Configuration configuration) {
        return new XgBoostLearner(configuration);
    }
}
