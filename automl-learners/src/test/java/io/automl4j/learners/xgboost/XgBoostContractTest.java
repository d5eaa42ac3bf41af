package io.automl4j.learners.xgboost;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.testkit.LearnerContract;

final class XgBoostContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new XgBoostProvider();
    }
}
