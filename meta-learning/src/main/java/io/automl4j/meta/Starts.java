package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.task.TaskShape;
import io.automl4j.search.Opening;
import java.time.Duration;
import java.util.List;

/** With which configurations a search begins. */
@FunctionalInterface
public interface Starts {
    /** Those that the learners themselves bring. */
    Starts HAND_SET =
            (providers, shape, perTrial, folds) -> Opening.of(StartingOrder.of(providers, shape, perTrial, folds));

    /** Of those the first one of each learner. */
    Starts FIRST_OF_EACH = (providers, shape, perTrial, folds) ->
            Opening.of(StartingOrder.firstOfEach(StartingOrder.of(providers, shape, perTrial, folds)));

    /**
     * The configurations that a search begins with.
     *
     * @param providers the learners in use, which know such tasks
     * @param shape the size of the task
     * @param perTrial the longest time that a trial may be expected to take
     * @param folds how many trainings a trial takes
     * @return the starts
     */
    Opening of(List<LearnerProvider> providers, TaskShape shape, Duration perTrial, int folds);

    /**
     * Whether the search ends with them.
     *
     * @return false, as a search goes on after its beginning
     */
    default boolean only() {
        return false;
    }
}
