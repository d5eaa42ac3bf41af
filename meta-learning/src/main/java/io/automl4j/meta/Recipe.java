package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.List;

/** A configuration for any table: what it is on a table depends on the table's task, size and columns. */
sealed interface Recipe {
    /** The learner of the recipe. */
    LearnerProvider provider();

    /** The complete configuration on a table. */
    Configuration on(TaskShape shape);

    /** What a training on all rows is expected to take. */
    default Duration cost(TaskShape shape) {
        return provider().forecast(on(shape), shape);
    }

    default Start start(TaskShape shape) {
        return new Start(provider().name(), on(shape));
    }

    /**
     * One of the learner's own starts.
     *
     * @param provider the learner
     * @param place its place among the starts; tables with fewer take the last one
     */
    record HandSet(LearnerProvider provider, int place) implements Recipe {
        @Override
        public Configuration on(TaskShape shape) {
            List<Configuration> starts = provider.starts(shape);
            return provider.space(shape).repair(starts.get(Math.min(place, starts.size() - 1)));
        }
    }

    /**
     * A point of the design.
     *
     * @param provider the learner
     * @param point coordinates in the unit cube of the learner's space for a table that has everything; of a space with fewer
     *     parameters the first ones count
     */
    record Designed(LearnerProvider provider, List<Double> point) implements Recipe {
        @Override
        public Configuration on(TaskShape shape) {
            SearchSpace rich = provider.space(Design.rich(shape.type()));
            double[] coordinates = point.stream()
                    .limit(rich.dimension())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            return provider.space(shape).repair(rich.decode(coordinates));
        }
    }
}
