package io.automl4j.learners.prior;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.testkit.LearnerContract;

final class PriorContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new PriorProvider();
    }

    @Override
    protected boolean learnsFromFeatures() {
        return false;
    }
}
