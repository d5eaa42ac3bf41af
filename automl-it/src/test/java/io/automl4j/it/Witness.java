package io.automl4j.it;

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
import io.automl4j.learners.linear.LinearProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Linear regression that notes which rows it is trained on, told by their targets, which are whole and different. */
final class Witness implements LearnerProvider {
    private final LearnerProvider linear = new LinearProvider();
    private final List<Set<Integer>> trainings = new ArrayList<>();

    /** The different sets of targets of trainings so far. */
    synchronized List<Set<Integer>> trainings() {
        return trainings.stream().distinct().toList();
    }

    private synchronized void note(FoldData data) {
        Set<Integer> targets = new TreeSet<>();
        for (int row = 0; row < data.labels().rows(); row++) {
            targets.add((int) Math.round(data.labels().target(row)));
        }
        trainings.add(targets);
    }

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public Set<Capability> capabilities() {
        return linear.capabilities();
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return linear.space(shape);
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return linear.starts(shape);
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return linear.encoder(configuration, shape);
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        return linear.forecast(configuration, shape);
    }

    @Override
    public Learner create(Configuration configuration) {
        Learner learner = linear.create(configuration);
        return new Learner() {
            @Override
            public IterationPlan plan() {
                return learner.plan();
            }

            @Override
            public Training start(FoldData data, long seed) {
                note(data);
                return learner.start(data, seed);
            }
        };
    }
}
