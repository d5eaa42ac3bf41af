package io.automl4j.neural.learner;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.testkit.LearnerContract;

final class MlpContractTest extends LearnerContract {
    @Override
    protected LearnerProvider provider() {
        return new MlpProvider();
    }

    @Override
    protected Configuration quick(Configuration first) {
        return first.with("width", 64).with("epochs", 32);
    }
}
