package io.automl4j.learners.lightgbm;

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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gradient boosted trees, grown leaf by leaf, by LightGBM (Ke et al. 2017). Two of the starting configurations follow
 * AutoGluon's published portfolio, which was tuned on tables of the benchmark.
 */
@AutoService(LearnerProvider.class)
public final class LightGbmProvider implements LearnerProvider {
    private static final List<Configuration> STARTS = List.of(
            Configuration.of("learning_rate", 0.05, "num_leaves", 31, "min_data_in_leaf", 20),
            Configuration.of(
                    "learning_rate",
                    0.03,
                    "num_leaves",
                    128,
                    "feature_fraction",
                    0.9,
                    "min_data_in_leaf",
                    3,
                    "many_levels",
                    "statistics"),
            Configuration.of(
                    "learning_rate",
                    0.0186,
                    "num_leaves",
                    22,
                    "feature_fraction",
                    0.74,
                    "min_data_in_leaf",
                    6,
                    "categories",
                    "ordinal"),
            Configuration.of(
                    "learning_rate", 0.047,
                    "num_leaves", 89,
                    "feature_fraction", 0.62,
                    "bagging_fraction", 0.8,
                    "min_data_in_leaf", 56));
    /** By what they depend on: a warm start asks for those of a hundred tables. */
    private final Map<List<Boolean>, SearchSpace> spaces = new ConcurrentHashMap<>();

    private static final double NANOS_PER_CELL_AND_ROUND = 1.2;

    @Override
    public String name() {
        return "lightgbm";
    }

    @Override
    public Optional<String> unavailable() {
        return NativeLightGbm.problem();
    }

    /** Beside XGBoost no difference could be shown: {@code lightgbm-30s} in {@code benchmarks/RESULTS.md}. */
    @Override
    public boolean isOptIn() {
        return true;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.QUANTILE));
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return spaces.computeIfAbsent(List.of(shape.categorical() > 0, ManyLevels.isIn(shape)), unknown -> made(shape));
    }

    private static SearchSpace made(TaskShape shape) {
        SearchSpace.Builder space = SearchSpace.builder()
                .logReal("learning_rate", 0.01, 0.2, 0.05)
                .logInteger("num_leaves", 8, 255, 31)
                .logInteger("min_data_in_leaf", 2, 60, 20)
                .real("feature_fraction", 0.4, 1, 0.9)
                .real("bagging_fraction", 0.5, 1, 1)
                .logReal("lambda_l2", 0.001, 20, 0.1);
        if (shape.categorical() > 0) {
            space.choice("categories", "native", "ordinal");
        }
        ManyLevels.addTo(space, shape);
        return space.build();
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return STARTS;
    }

    /** The binding goes on with a live booster only, so a checkpoint would be of no use. */
    @Override
    public Rungs rungs(TaskShape shape) {
        return Rungs.ofIterations(Rungs.Onward.RESTARTS);
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return new EncoderSpec(Encoding.TREE, ManyLevels.of(configuration), false);
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        double rounds = 12 / configuration.real("learning_rate");
        double trees = shape.outputs() > 2 ? shape.outputs() : 1;
        double leaves = Math.log(configuration.integer("num_leaves")) / Math.log(31);
        double cells = (shape.rows() + 1000.0) * (shape.features() + 5.0);
        return Duration.ofNanos((long) (cells * rounds * trees * leaves * NANOS_PER_CELL_AND_ROUND));
    }

    @Override
    public Learner create(Configuration configuration) {
        return new LightGbmLearner(configuration);
    }
}
