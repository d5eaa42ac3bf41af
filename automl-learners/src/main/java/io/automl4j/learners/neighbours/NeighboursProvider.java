package io.automl4j.learners.neighbours;

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
import io.automl4j.model.predictor.NeighboursModel;
import io.automl4j.model.predictor.NeighboursModel.Vote;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The nearest neighbours on the encoding of networks; of larger tables a random sample is stored. */
@AutoService(LearnerProvider.class)
public final class NeighboursProvider implements LearnerProvider {
    private static final SearchSpace SPACE = SearchSpace.builder()
            .logInteger("neighbours", 2, 60, 15)
            .choice("vote", "distance", "equal")
            .build();
    private static final List<Configuration> STARTS = List.of(
            Configuration.of("neighbours", 15, "vote", "distance"),
            Configuration.of("neighbours", 40, "vote", "distance"));
    private static final int MOST_COLUMNS = 300;
    private static final int MOST_ROWS = 100_000;

    @Override
    public String name() {
        return "knn";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.BINARY, Capability.MULTICLASS, Capability.REGRESSION, Capability.WEIGHTS);
    }

    @Override
    public Optional<String> notApplicable(TaskShape shape) {
        if (shape.features() > MOST_COLUMNS) {
            return Optional.of("%d columns are more than %d.".formatted(shape.features(), MOST_COLUMNS));
        }
        return shape.rows() > MOST_ROWS
                ? Optional.of("%d rows are more than %d.".formatted(shape.rows(), MOST_ROWS))
                : Optional.empty();
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return SPACE;
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return STARTS;
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return EncoderSpec.NETWORK;
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        double stored = Math.min(NeighboursModel.MOST_ROWS, shape.rows());
        double columns = shape.numeric() + 5.0 * shape.categorical() + 50.0 * shape.text() + 1;
        return Duration.ofNanos((long) (stored * shape.rows() / 4.0 * columns * 0.15));
    }

    @Override
    public Learner create(Configuration configuration) {
        Vote vote = new Vote(
                configuration.integer("neighbours"),
                configuration.choice("vote").equals("distance"));
        return new Learner() {
            @Override
            public IterationPlan plan() {
                return IterationPlan.SINGLE;
            }

            @Override
            public Training start(FoldData data, long seed) {
                return new NeighboursTraining(data, vote, seed);
            }
        };
    }
}
