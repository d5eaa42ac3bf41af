package io.automl4j.tabular;

import io.automl4j.api.DataException;
import io.automl4j.api.NothingFittedException;
import io.automl4j.api.learner.Compute;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FittedReport;
import io.automl4j.model.ModelParts;
import io.automl4j.model.file.Node;
import io.automl4j.tabular.conduct.Conductor;
import io.automl4j.tabular.conduct.Leaderboards;
import io.automl4j.tabular.conduct.Learners;
import io.automl4j.tabular.conduct.RunData;
import io.automl4j.tabular.conduct.RunLog;
import io.automl4j.tabular.conduct.RunResult;
import io.automl4j.tabular.conduct.RunSettings;
import io.automl4j.tabular.lint.DataLint;
import io.automl4j.tabular.lint.LintReport;
import io.automl4j.tabular.validation.LabelledTable;
import io.automl4j.tabular.validation.Targets;
import io.automl4j.tabular.validation.TaskInference;
import io.automl4j.tabular.validation.ValidationPlan;
import io.automl4j.tabular.validation.ValidationPlanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of the search, made by {@link AutoMlBuilder}.
 *
 * @implNote {@link #stop()} may be called by any thread; {@link #fit} by one.
 */
public final class AutoMl {
    private final AutoMlBuilder settings;
    /** All learners that can be chosen from. */
    private final List<LearnerProvider> available;

    private final AtomicReference<@Nullable Conductor> running = new AtomicReference<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;

    AutoMl(AutoMlBuilder settings, List<LearnerProvider> available) {
        this.settings = settings;
        this.available = available;
    }

    /**
     * A builder for a task that is inferred from the target: classes or numbers.
     *
     * @return a builder with the defaults
     */
    public static AutoMlBuilder builder() {
        return new AutoMlBuilder(AutoMlBuilder.Goal.ANY);
    }

    /**
     * A builder for the rest of a run that was begun in a work directory. All choices are those of the run; listeners are
     * to be set again.
     *
     * @param folder its {@link AutoMlBuilder#workDirectory}
     * @return a builder, whose run is started by {@link #resume}
     * @throws io.automl4j.api.DataException if there is no run in the folder, or it is of another version
     */
    public static AutoMlBuilder resuming(Path folder) {
        AutoMlBuilder builder = Settings.load(WorkDirectory.settings(folder)).workDirectory(folder);
        builder.resumes = true;
        return builder;
    }

    /**
     * Searches for the best model that the budget buys.
     *
     * @param table the training rows, with a target
     * @return the model
     * @throws IllegalStateException if this run was started before
     * @throws io.automl4j.api.DataException if the table cannot be learned from; says why
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public AutoModel fit(Table table) {
        if (settings.resumes) {
            throw new IllegalStateException("This run has a table already. Maybe call resume().");
        }
        begin();
        if (settings.workDirectory == null) {
            return fit(table, RunLog.NONE);
        }
        Node chosen = Settings.save(settings).put("data", Fingerprints.of(table));
        try (WorkDirectory directory = WorkDirectory.begin(settings.workDirectory, table, chosen)) {
            return fit(table, directory.log());
        }
    }

    /**
     * Goes on with the run of {@link #resuming}. What it took before counts, the pause does not.
     *
     * @return the model
     * @throws IllegalStateException if there is none to go on with, or this run was started before
     * @throws io.automl4j.api.DataException if the folder is damaged, or another process uses it; says what to do
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public AutoModel resume() {
        Path folder = settings.workDirectory;
        if (folder == null || !settings.resumes) {
            throw new IllegalStateException("This run is a new one. Maybe call fit(table).");
        }
        begin();
        try (WorkDirectory directory = WorkDirectory.again(folder)) {
            Table table = directory.table();
            if (!Fingerprints.of(table).equals(WorkDirectory.settings(folder).text("data"))) {
                throw new DataException("The table in '%s' is not that of its run.%nMaybe begin anew in another folder."
                        .formatted(folder));
            }
            return fit(table, directory.log());
        }
    }

    private void begin() {
        if (started.getAndSet(true)) {
            throw new IllegalStateException("This run was started before. Maybe build another one.");
        }
    }

    private AutoModel fit(Table table, RunLog log) {
        Long start = settings.startedAt;
        long startedAt =
                (start == null ? settings.clock.nanos() : start) - log.spent().toNanos();
        Task task = task(table);
        Metric metric = metric(task);
        LabelledTable labelled = Targets.of(table, task, settings.classWeights);
        ValidationPlan plan = ValidationPlanner.plan(labelled, task, settings.validation, settings.seed);
        LintReport lint = DataLint.inspect(labelled, task, plan);
        TaskShape shape = TaskShape.of(lint.table(), task);
        // where there is no column to learn from no search finds more than the prior
        Learners learners = shape.features() == 0 ? usable(shape).baselinesOnly() : usable(shape);

        List<DataWarning> warnings = warnings(labelled, lint, learners, shape);
        String fingerprint = Fingerprints.of(table);
        announce(task, metric, shape, plan, warnings);

        RunData data = new RunData(task, lint.table(), labelled.labels(), plan, metric, shape);
        RunResult result = conduct(new Conductor(data, learners, how(startedAt, log)));
        settings.listener.on(
                new AutoMlEvent.Finished(result.spent(), result.outcomes().size()));
        warnings.addAll(result.warnings());
        FittedReport report = new FittedReport(
                metric.name(),
                result.score(),
                Leaderboards.of(result, metric),
                warnings,
                provenance(fingerprint, data, result));
        return AutoModel.of(new ModelParts(task, lint.table().schema(), result.encoders(), result.members(), report));
    }

    private RunSettings how(long startedAt, RunLog log) {
        return new RunSettings(
                settings.budget,
                settings.seed,
                settings.threads,
                settings.strategy,
                settings.goals,
                settings.determinism == Determinism.REPRODUCIBLE,
                settings.leftOut,
                log,
                settings.listener,
                settings.clock,
                startedAt);
    }

    private List<DataWarning> warnings(LabelledTable labelled, LintReport lint, Learners learners, TaskShape shape) {
        List<DataWarning> warnings = new ArrayList<>(settings.warnings);
        warnings.addAll(labelled.warnings());
        warnings.addAll(lint.warnings());
        warnings.addAll(learners.warnings());
        if (!settings.compute.equals(Compute.DEFAULT)
                && learners.searched().stream()
                        .allMatch(learner -> learner.on(settings.compute).equals(learner))) {
            warnings.add(new DataWarning(
                    DataWarning.Kind.LEARNER,
                    "",
                    "Engine '%s' and device %s are for networks, and no network is searched."
                            .formatted(settings.compute.engine(), settings.compute.device()),
                    "They were not used; networks are searched unless only other learners are named."));
        }
        if (shape.features() == 0) {
            warnings.add(new DataWarning(
                    DataWarning.Kind.NO_FEATURES,
                    "",
                    "There is no column to learn from.",
                    "The model predicts the same for every row."));
        }
        return warnings;
    }

    /** Whoever names learners wants one of them, not the answer that needs none. */
    private Learners usable(TaskShape shape) {
        Learners learners = Learners.choose(available, settings.learners, shape);
        if (learners.searched().isEmpty() && !learners.warnings().isEmpty()) {
            throw new NothingFittedException("None of the learners can be used here.%n%s"
                    .formatted(learners.warnings().stream()
                            .map(DataWarning::message)
                            .collect(Collectors.joining(String.format("%n")))));
        }
        return learners;
    }

    private RunResult conduct(Conductor conductor) {
        running.set(conductor);
        if (stopped) {
            conductor.stop();
        }
        try {
            return conductor.run();
        } finally {
            running.set(null);
        }
    }

    /** Ends the search soon; {@link #fit} then returns the best of what was found. May be called by any thread. */
    public void stop() {
        stopped = true;
        Conductor conductor = running.get();
        if (conductor != null) {
            conductor.stop();
        }
    }

    private Task task(Table table) {
        Task task = TaskInference.infer(table, settings.wantedTask());
        if (settings.goal == AutoMlBuilder.Goal.CLASSES && task.type() == TaskType.REGRESSION) {
            // the caller asked for classes: every distinct number is one
            return TaskInference.infer(table, java.util.Optional.of(TaskType.MULTICLASS));
        }
        return task;
    }

    private Metric metric(Task task) {
        Metric metric = settings.metric == null ? Metrics.defaultFor(task.type()) : settings.metric;
        if (!metric.supports(task.type())) {
            throw new IllegalArgumentException("Metric '%s' is not defined for a %s task.%nMaybe one of these: %s"
                    .formatted(
                            metric.name(),
                            task.type(),
                            Metrics.all().stream()
                                    .filter(m -> m.supports(task.type()))
                                    .map(Metric::name)
                                    .toList()));
        }
        return metric;
    }

    private void announce(Task task, Metric metric, TaskShape shape, ValidationPlan plan, List<DataWarning> warnings) {
        settings.listener.on(
                new AutoMlEvent.Started(task, metric.name(), shape.rows(), shape.features(), plan.describe()));
        warnings.forEach(warning -> settings.listener.on(new AutoMlEvent.Warned(warning)));
    }

    private Provenance provenance(String fingerprint, RunData data, RunResult result) {
        return new Provenance(
                "AutoML4J " + Versions.library(),
                Versions.runtime(),
                settings.dates.instant(),
                settings.seed,
                data.metric().name(),
                data.table().rows(),
                fingerprint,
                settings.budget.time(),
                result.spent(),
                data.plan().describe());
    }
}
