package io.automl4j.learners.extratrees;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.testkit.LearnerContract;

final class ExtraTreesContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new ExtraTreesProvider();
    }
}
