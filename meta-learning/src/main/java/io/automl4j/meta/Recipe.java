package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskType;
import java.util.Map;

/** A configuration for any table: what it is on a table depends on the table's task, size and columns. */
sealed interface Recipe {
    /** The learner of the recipe. */
    LearnerProvider provider();

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
    record HandSet(LearnerProvider provider, int place) implements Recipe {}

    /**
     * A point of the design.
     *
     * @param provider the learner
     * @param configurations its values where a table has everything, by the type of the task
     */
    record Designed(LearnerProvider provider, Map<TaskType, Configuration> configurations) implements Recipe {}

    /**
     * What somebody else found.
     *
     * @param provider the learner
     * @param candidate its values, and where they come from
     */
    record Published(LearnerProvider provider, Candidate candidate) implements Recipe {
        @Override
        public boolean wasTunedOn(String table) {
            return candidate.wasTunedOn(table);
        }
    }
}
