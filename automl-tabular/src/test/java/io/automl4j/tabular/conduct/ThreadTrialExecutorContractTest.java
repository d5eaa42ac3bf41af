package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialRunner;
import io.automl4j.testkit.TrialExecutorContract;

final class ThreadTrialExecutorContractTest extends TrialExecutorContract {
    @Override
    protected TrialExecutor executor(int slots, TrialRunner runner) {
        return new ThreadTrialExecutor(slots, runner, ArtifactStore.NONE);
    }
}
