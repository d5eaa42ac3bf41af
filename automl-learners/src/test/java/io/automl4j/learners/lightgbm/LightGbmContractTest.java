package io.automl4j.learners.lightgbm;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.testkit.LearnerContract;

final class LightGbmContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new LightGbmProvider();
    }
}
