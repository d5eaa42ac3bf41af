package io.automl4j.learners.linear;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.testkit.LearnerContract;

final class LinearContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new LinearProvider();
    }
}
