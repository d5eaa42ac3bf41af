package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskType;
import java.util.List;
import java.util.Map;

/** A configuration for any table: what it is on a table depends on the table's task, size and columns. */
sealed interface Recipe {
    /** The learner of the recipe. */
    LearnerProvider provider();

    /**
     * The configuration, perhaps with values that a table's space has not.
     *
     * @param type the type of the table's task
     * @param starts what the learner itself would start with there
     */
    Configuration on(TaskType type, List<Configuration> starts);

    /** Whether it was found on a table, of which it therefore says nothing. */
    default boolean wasTunedOn(String table) {
        return false;
    }

    /**
     * One of the learner's own starts.
     *
     * @param provider the learner
     * @param place its place among the starts; tables with fewer take the last one
     */
    record HandSet(LearnerProvider provider, int place) implements Recipe {
        @Override
        public Configuration on(TaskType type, List<Configuration> starts) {
            return starts.get(Math.min(place, starts.size() - 1));
        }
    }

    /**
     * A point of the design.
     *
     * @param provider the learner
     * @param configurations its values where a table has everything, by the type of the task
     */
    record Designed(LearnerProvider provider, Map<TaskType, Configuration> configurations) implements Recipe {
        @Override
        public Configuration on(TaskType type, List<Configuration> starts) {
            return requireNonNull(configurations.get(type));
        }
    }

    /**
     * What somebody else found.
     *
     * @param provider the learner
     * @param candidate its values, and where they come from
     */
    record Published(LearnerProvider provider, Candidate candidate) implements Recipe {
        @Override
        public Configuration on(TaskType type, List<Configuration> starts) {
            return candidate.configuration();
        }

        @Override
        public boolean wasTunedOn(String table) {
            return candidate.wasTunedOn(table);
        }
    }
}
