package io.automl4j.smile;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.testkit.LearnerContract;

final class RandomForestContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new RandomForestProvider();
    }
}
