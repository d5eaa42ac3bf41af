package io.automl4j.learners.neighbours;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.testkit.LearnerContract;

final class NeighboursContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new NeighboursProvider();
    }
}
