package io.automl4j.smile;

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

/**
 * Random forests (Breiman 2001, doi:10.1023/A:1010933404324) of Smile's classification and regression trees. Bagging
 * and averaging are done here: one tree an iteration in the calling thread, leaf shares averaged as they are. Smile's
 * own forest uses the common pool, cannot be stopped, and smooths the leaves of many classes too much.
 */
@AutoService(LearnerProvider.class)
public final class RandomForestProvider implements LearnerProvider {
    /** By what they depend on: a warm start asks for those of a hundred tables. */
    private final Map<Boolean, SearchSpace> spaces = new ConcurrentHashMap<>();

    private static final int TREES = 100;
    private static final double NANOS = 38;

    @Override
    public String name() {
        return "random_forest";
    }

    @Override
    public Set<Capability> capabilities() {
        // Smile's trees know no NaN; bags are drawn in proportion to the weights
        return EnumSet.of(Capability.BINARY, Capability.MULTICLASS, Capability.REGRESSION, Capability.WEIGHTS);
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return spaces.computeIfAbsent(ManyLevels.isIn(shape), unknown -> made(shape));
    }

    private static SearchSpace made(TaskShape shape) {
        SearchSpace.Builder space =
                SearchSpace.builder().logReal("features", 0.05, 1, 0.3).logInteger("node_size", 1, 30, 2);
        ManyLevels.addTo(space, shape);
        return space.build();
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        double root = Math.max(0.05, 1 / Math.sqrt(Math.max(1, shape.features())));
        return shape.type().isClassification()
                ? List.of(
                        Configuration.of("features", root, "node_size", 1),
                        Configuration.of("features", 0.6, "node_size", 5, "many_levels", "statistics"))
                : List.of(
                        Configuration.of("features", 0.4, "node_size", 3),
                        Configuration.of("features", 0.75, "node_size", 2, "many_levels", "statistics"));
    }

    @Override
    public Rungs rungs(TaskShape shape) {
        return Rungs.ofIterations(Rungs.Onward.CONTINUES);
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return new EncoderSpec(Encoding.TREE, ManyLevels.of(configuration), true);
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        double levels = Math.log(shape.rows() + 2.0) / Math.log(2);
        double columns = 2 + configuration.real("features") * shape.features();
        return Duration.ofNanos((long) (TREES * (double) shape.rows() * levels * columns * NANOS / 4));
    }

    @Override
    public Learner create(Configuration configuration) {
        double features = configuration.real("features");
        int nodeSize = configuration.integer("node_size");
        return new ForestLearner(
                new IterationPlan(TREES, 4, 0),
                (data, seed, forest) -> new ForestTraining(data, features, nodeSize, seed, forest));
    }
}
