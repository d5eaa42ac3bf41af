package io.automl4j.tabular.conduct;

import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Goals;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.meta.Starts;
import io.automl4j.search.StrategyChoice;
import io.automl4j.tabular.Validation;
import io.automl4j.tabular.validation.LabelledTable;
import io.automl4j.tabular.validation.Targets;
import io.automl4j.tabular.validation.ValidationPlanner;
import io.automl4j.testkit.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What single trials need: data, learners and a runner.
 *
 * @param data what is learned from
 * @param learners those of the class path
 * @param artifacts what trials leave
 */
record Runs(RunData data, Learners learners, MemoryArtifacts artifacts) {

    static Runs of(Sample sample, Validation validation) {
        LabelledTable labelled = Targets.of(sample.table(), sample.task(), Map.of());
        TaskShape shape = TaskShape.of(labelled.table(), sample.task());
        RunData data = new RunData(
                sample.task(),
                labelled.table(),
                labelled.labels(),
                ValidationPlanner.plan(labelled, sample.task(), validation, 1),
                Metrics.defaultFor(sample.task()),
                shape);
        return new Runs(
                data,
                Learners.choose(Learners.onClassPath(), List.of(), shape),
                new MemoryArtifacts(1 << 30, Goals.LOSS));
    }

    FoldTrialRunner runner() {
        return new FoldTrialRunner(data, learners, new Encodings(data, 1), Goals.LOSS, System::nanoTime);
    }

    /** The first start of a learner. */
    Configuration start(String learner) {
        var provider = learners.named(learner);
        return provider.space(data.shape()).repair(provider.starts(data.shape()).get(0));
    }

    TrialRequest request(long id, String learner, Fidelity fidelity) {
        return TrialRequest.of(id, learner, start(learner), fidelity, 5);
    }

    /** Runs a request and keeps what it leaves. */
    TrialResult run(TrialRequest request) {
        TrialResult result = runner().run(request, artifacts, Cancellation.NEVER);
        artifacts.keep(result);
        return result;
    }

    /** The same outcome at another cost. */
    static Completed costing(Completed done, Cost cost) {
        return new Completed(
                done.request(), done.score(), done.loss(), done.foldLosses(), done.iterations(), done.curve(), cost);
    }

    /** How a reproducible run of some goals is conducted. */
    static RunSettings settings(Goals goals, int threads) {
        return new RunSettings(
                Budget.trials(100),
                1,
                threads,
                StrategyChoice.DEFAULT,
                goals,
                true,
                Starts.HAND_SET,
                Set.of(),
                RunLog.NONE,
                result -> {},
                AutoMlListener.NONE,
                System::nanoTime,
                System.nanoTime());
    }
}
