package io.automl4j.tabular;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.Compute;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.Starts;
import io.automl4j.meta.TableProfile;
import io.automl4j.model.AutoModel;
import io.automl4j.search.StrategyChoice;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen of a run, as {@link AutoMlBuilder} had it when the run was built.
 *
 * @param goal what kind of target is asked for
 * @param budget what the run may use
 * @param metric what is optimised; null for the usual one of the task
 * @param task the kind of task; null if the target tells
 * @param quantiles shares of a quantile regression; none for other tasks
 * @param seed the seed of everything random
 * @param threads how many trials run at a time
 * @param learners the names of those that are searched; none for the usual ones
 * @param providers learners of the caller
 * @param warnings what was noticed before the run
 * @param leftOut parts that are left out
 * @param strategy how the search explores
 * @param goals what is to be small besides the loss, and what is to be kept
 * @param determinism whether the run is to be repeatable
 * @param compute where networks are trained
 * @param classWeights weights of classes by name, 1 for others
 * @param validation how models are validated
 * @param listener who is told what happens
 * @param clock measures the budget
 * @param dates where dates in the provenance come from
 * @param startedAt the reading of the clock from which the budget counts; null for the call of {@code fit}
 * @param workDirectory where the run is kept; null for nowhere
 * @param starts configurations in place of those that past tables teach; null for those
 * @param knowledge a folder of the user's own knowledge base; null for none
 * @param recorder who takes what is found down; null for nobody
 * @param earlier the model that the search begins with; null for none
 * @param profile that of the whole table, where a part of it is learned from; null if it is the whole
 * @param notes texts for whoever resumes the run, by name
 * @param resumes whether the work directory holds the run already
 */
record Choices(
        Goal goal,
        Budget budget,
        @Nullable Metric metric,
        @Nullable TaskType task,
        List<Double> quantiles,
        long seed,
        int threads,
        List<String> learners,
        List<LearnerProvider> providers,
        List<DataWarning> warnings,
        Set<Part> leftOut,
        StrategyChoice strategy,
        Goals goals,
        Determinism determinism,
        Compute compute,
        Map<String, Double> classWeights,
        Validation validation,
        AutoMlListener listener,
        NanoClock clock,
        InstantSource dates,
        @Nullable Long startedAt,
        @Nullable Path workDirectory,
        @Nullable Starts starts,
        @Nullable Path knowledge,
        @Nullable KnowledgeRecorder recorder,
        @Nullable AutoModel earlier,
        @Nullable TableProfile profile,
        Map<String, String> notes,
        boolean resumes) {

    /** What kind of target is asked for. */
    enum Goal {
        CLASSES,
        NUMBERS,
        ANY
    }

    /**
     * Refuses choices that contradict each other.
     *
     * @throws IllegalArgumentException if a reproducible run is to end, or to be judged, by time, or experience with quantiles is
     *     to be recorded
     */
    void check() {
        Checks.argument(
                recorder == null || quantiles.isEmpty(),
                "What is learned about quantiles does not help other tables, so it is not recorded.%nMaybe leave the recorder out.");
        if (determinism == Determinism.REPRODUCIBLE) {
            Checks.argument(
                    !budget.endsByTime(),
                    "A reproducible run ends after a number of trials, not after %s.%nMaybe take Budget.trials(200).",
                    budget.time());
            Checks.argument(
                    !goals.objectives().contains(Objectives.TIME)
                            && goals.constraints().stream().noneMatch(bound -> bound.objective() == Objectives.TIME),
                    "The time of trials differs from run to run.%nMaybe take latency, which is counted, in its place.");
        }
    }
}
