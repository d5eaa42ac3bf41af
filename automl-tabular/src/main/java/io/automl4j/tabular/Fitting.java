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
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Part;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.meta.Experience;
import io.automl4j.meta.KnowledgeBase;
import io.automl4j.meta.Starts;
import io.automl4j.meta.TableProfile;
import io.automl4j.meta.WarmStart;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FittedReport;
import io.automl4j.model.Front;
import io.automl4j.model.ModelParts;
import io.automl4j.tabular.conduct.Conductor;
import io.automl4j.tabular.conduct.ExperienceRecorder;
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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run on its table: what is to be learned, by whom, and the model of what was found. */
final class Fitting {
    /**
     * A table, and what tells it from others.
     *
     * @param table the rows
     * @param fingerprint SHA-256 of names, kinds and cells
     */
    record Rows(Table table, String fingerprint) {
        static Rows of(Table table) {
            return new Rows(table, Fingerprints.of(table));
        }

        boolean areThoseOf(Table other) {
            return table.schema().columns().equals(other.schema().columns())
                    && fingerprint.equals(Fingerprints.of(other));
        }
    }

    /** Of so many trials at a time for each processor none would be ready before the deadline. */
    private static final int MOST_THREADS = 4;

    private final Choices settings;
    private final String fingerprint;
    private final RunData data;
    private final List<DataWarning> warnings;
    private final Optional<KnowledgeRecorder> recorder;
    private final TableProfile profile;
    private final Inherited inherited;
    private final Starts starts;
    private final ExperienceRecorder recorded;
    private final Conductor conductor;

    /**
     * Looks at the table, and tells the listener what it sees.
     *
     * @param settings how the run is conducted
     * @param available all learners that can be chosen from
     * @param rows the table
     * @param log keeps what is found
     * @param startedAt the reading of the clock from which the budget counts
     */
    Fitting(Choices settings, List<LearnerProvider> available, Rows rows, RunLog log, long startedAt) {
        this.settings = settings;
        CompletableFuture<Void> known = CompletableFuture.runAsync(this::loadKnowledge);
        this.fingerprint = rows.fingerprint();
        Table table = rows.table();
        Task task = task(table);
        Metric metric = metric(task);
        LabelledTable labelled = Targets.of(table, task, settings.classWeights());
        ValidationPlan plan = ValidationPlanner.plan(labelled, task, settings.validation(), settings.seed());
        LintReport lint = DataLint.inspect(labelled, task, plan);
        TaskShape shape = TaskShape.of(lint.table(), task);
        // where there is no column to learn from no search finds more than the prior
        Learners usable = usable(available, shape);
        this.data = new RunData(task, lint.table(), labelled.labels(), plan, metric, shape);
        this.inherited = Inherited.of(settings.earlier(), data, labelled.table(), usable.searched());
        Learners learners = (shape.features() == 0 ? usable.baselinesOnly() : usable).from(inherited.pretrained());
        List<DataWarning> noticed = new ArrayList<>(warnings(labelled, lint, learners));
        noticed.addAll(inherited.warnings());
        this.recorder = recorder(noticed);
        this.profile = profile(labelled, task);
        this.starts = inherited.pretrained().before(starts(known, learners.searched(), noticed));
        this.warnings = List.copyOf(noticed);
        settings.listener()
                .on(new AutoMlEvent.Started(
                        task, metric.name(), shape.rows(), shape.features(), plan.describe(), log.spent()));
        warnings.forEach(warning -> settings.listener().on(new AutoMlEvent.Warned(warning)));
        this.recorded = new ExperienceRecorder(data);
        recorder.ifPresent(keeper -> keeper.check(experience(keeper)));
        this.conductor = new Conductor(data, learners, how(startedAt, log));
    }

    private RunSettings how(long startedAt, RunLog log) {
        return new RunSettings(
                settings.budget(),
                settings.seed(),
                Math.min(settings.threads(), MOST_THREADS * Runtime.getRuntime().availableProcessors()),
                settings.strategy(),
                settings.goals(),
                settings.determinism() == Determinism.REPRODUCIBLE,
                starts,
                settings.leftOut(),
                log,
                this::learned,
                settings.listener(),
                settings.clock(),
                startedAt);
    }

    /** What a training reaches that begins with weights says nothing of its configuration. */
    private void learned(TrialResult result) {
        if (recorder.isPresent()
                && !inherited.pretrained().hasWeightsFor(result.outcome().request())) {
            recorded.accept(result);
        }
    }

    private Task task(Table table) {
        Optional<TaskType> numbers =
                settings.goal() == Choices.Goal.NUMBERS ? Optional.of(TaskType.REGRESSION) : Optional.empty();
        Task task =
                TaskInference.infer(table, Optional.ofNullable(settings.task()).or(() -> numbers));
        if (settings.goal() == Choices.Goal.CLASSES && task.type() == TaskType.REGRESSION) {
            // the caller asked for classes: every distinct number is one
            return TaskInference.infer(table, Optional.of(TaskType.MULTICLASS));
        }
        return settings.quantiles().isEmpty() ? task : task.withQuantiles(settings.quantiles());
    }

    private Metric metric(Task task) {
        Metric usual = Metrics.defaultFor(task);
        Metric metric = settings.metric() == null ? usual : settings.metric();
        boolean ofOthers = task.type() == TaskType.QUANTILE
                && Metrics.knows(metric)
                && !metric.name().equals(usual.name());
        if (!metric.supports(task.type()) || ofOthers) {
            throw new IllegalArgumentException("Metric '%s' is not defined for a %s task.%nMaybe one of these: %s"
                    .formatted(
                            metric.name(),
                            task.type(),
                            Stream.concat(
                                            Stream.of(usual),
                                            Metrics.all().stream().filter(m -> m.supports(task.type())))
                                    .map(Metric::name)
                                    .distinct()
                                    .toList()));
        }
        return metric;
    }

    /** Whoever names learners wants one of them, not the answer that needs none. */
    private Learners usable(List<LearnerProvider> available, TaskShape shape) {
        Learners learners = Learners.choose(available, settings.learners(), shape);
        if (learners.searched().isEmpty() && !learners.warnings().isEmpty()) {
            throw new NothingFittedException("None of the learners can be used here.%n%s"
                    .formatted(learners.warnings().stream()
                            .map(DataWarning::message)
                            .collect(Collectors.joining(String.format("%n")))));
        }
        return learners;
    }

    private List<DataWarning> warnings(LabelledTable labelled, LintReport lint, Learners learners) {
        List<DataWarning> noticed = new ArrayList<>(settings.warnings());
        noticed.addAll(labelled.warnings());
        noticed.addAll(lint.warnings());
        noticed.addAll(learners.warnings());
        if (!settings.compute().equals(Compute.DEFAULT)
                && learners.searched().stream()
                        .allMatch(learner -> learner.on(settings.compute()).equals(learner))) {
            noticed.add(new DataWarning(
                    DataWarning.Kind.LEARNER,
                    "",
                    "Engine '%s' and device %s are for networks, and no network is searched."
                            .formatted(
                                    settings.compute().engine(),
                                    settings.compute().device()),
                    "They were not used; networks are searched unless only other learners are named."));
        }
        learners.searched().stream()
                .flatMap(learner -> learner.notice().stream())
                .distinct()
                .map(notice -> new DataWarning(DataWarning.Kind.LEARNER, "", notice, "It is searched all the same."))
                .forEach(noticed::add);
        if (data.shape().features() == 0) {
            noticed.add(new DataWarning(
                    DataWarning.Kind.NO_FEATURES,
                    "",
                    "There is no column to learn from.",
                    "The model predicts the same for every row."));
        }
        return List.copyOf(noticed);
    }

    /** Searches, and measures what was found. */
    AutoModel run() {
        RunResult result = conductor.run();
        Optional<DataWarning> unrecorded = record();
        LatencyProbe probe = new LatencyProbe(NanoClock.SYSTEM, conductor.awaitQuiet());
        ModelParts measured = probe.measure(parts(result), data.table());
        // what was measured must not decide where runs are to be the same
        ModelParts chosen = settings.determinism() == Determinism.REPRODUCIBLE
                ? measured
                : new MeasuredChoice(settings.goals()).of(measured, settings.listener());
        settings.listener()
                .on(new AutoMlEvent.Finished(result.spent(), result.outcomes().size()));
        return AutoModel.of(unrecorded.map(chosen::warned).orElse(chosen));
    }

    /** A model that was found must not be lost because what was learned on the way cannot be kept. */
    private Optional<DataWarning> record() {
        try {
            recorder.ifPresent(keeper -> keeper.add(experience(keeper)));
            return Optional.empty();
        } catch (DataException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            DataWarning warning = unrecorded(e);
            settings.listener().on(new AutoMlEvent.Warned(warning));
            return Optional.of(warning);
        }
    }

    /** What cannot be read is not replaced, and costs no run. */
    private Optional<KnowledgeRecorder> recorder(List<DataWarning> noticed) {
        Optional<KnowledgeRecorder> wanted = Optional.ofNullable(settings.recorder());
        try {
            wanted.ifPresent(KnowledgeRecorder::earlier);
            return wanted;
        } catch (DataException | UncheckedIOException e) {
            noticed.add(unrecorded(e));
            return Optional.empty();
        }
    }

    private static DataWarning unrecorded(RuntimeException problem) {
        return new DataWarning(
                DataWarning.Kind.KNOWLEDGE,
                "",
                String.valueOf(problem.getMessage()),
                "What is learned about configurations is not recorded.");
    }

    private TableProfile profile(LabelledTable labelled, Task task) {
        if (settings.profile() != null) {
            return settings.profile();
        }
        if (recorder.isPresent()) {
            return TableProfile.of(labelled.table(), labelled.labels(), task);
        }
        return warmStarts() ? TableProfile.counted(labelled.table(), labelled.labels(), task) : TableProfile.NONE;
    }

    private boolean warmStarts() {
        return settings.starts() == null
                && !settings.leftOut().contains(Part.WARM_START)
                && !settings.leftOut().contains(Part.STARTS);
    }

    /** While the table is looked at; it is loaded once in a JVM. */
    private void loadKnowledge() {
        if (warmStarts()) {
            KnowledgeBase.shipped(problem -> {});
        }
    }

    private Starts starts(CompletableFuture<Void> known, List<LearnerProvider> searched, List<DataWarning> noticed) {
        if (warmStarts()) {
            known.join();
            KnowledgeBase shipped = KnowledgeBase.shipped(problem -> noticed.add(unused(problem)));
            return new WarmStart(knowledge(shipped, searched, noticed), profile, data.metric());
        }
        Starts byHand = settings.leftOut().contains(Part.STARTS) ? Starts.FIRST_OF_EACH : Starts.HAND_SET;
        return settings.starts() == null ? byHand : settings.starts();
    }

    /** Where something of the caller's own knowledge base cannot be used the search begins without it. */
    private KnowledgeBase knowledge(KnowledgeBase shipped, List<LearnerProvider> searched, List<DataWarning> noticed) {
        if (settings.knowledge() == null) {
            return shipped;
        }
        try {
            KnowledgeBase own = KnowledgeBase.read(settings.knowledge(), problem -> noticed.add(unused(problem)));
            List<String> strange = own.strangeTo(searched);
            if (!strange.isEmpty()) {
                noticed.add(unused(new DataException(
                        "Of what the learners of this search begin with nothing is known on %d of the tables of '%s', such as '%s'."
                                .formatted(strange.size(), settings.knowledge(), strange.get(0)))));
            }
            return shipped.and(own);
        } catch (DataException e) {
            noticed.add(unused(e));
            return shipped;
        }
    }

    private static DataWarning unused(DataException problem) {
        return new DataWarning(
                DataWarning.Kind.KNOWLEDGE, "", String.valueOf(problem.getMessage()), "The search begins without it.");
    }

    private Experience experience(KnowledgeRecorder keeper) {
        return new Experience(
                keeper.table(),
                data.shape(),
                data.metric().name(),
                data.plan().describe(),
                profile.sketch(),
                profile.metaFeatures(),
                recorded.attempts());
    }

    /** The best trial so far, while another thread is in {@link #run}. */
    Optional<AutoModel> best() {
        return conductor.best().map(this::parts).map(parts -> AutoModel.of(parts.with(Front.NONE)));
    }

    /** Ends {@link #run} soon. May be called by any thread. */
    void stop() {
        conductor.stop();
    }

    private ModelParts parts(RunResult result) {
        List<DataWarning> all = new ArrayList<>(warnings);
        all.addAll(result.warnings());
        FittedReport report = new FittedReport(
                data.metric().name(),
                result.score(),
                Leaderboards.of(result, data.metric()),
                all,
                new Provenance(
                        "AutoML4J " + Versions.library(),
                        Versions.runtime(),
                        settings.dates().instant(),
                        settings.seed(),
                        data.metric().name(),
                        data.table().rows(),
                        fingerprint,
                        settings.budget().time(),
                        result.spent(),
                        data.plan().describe()),
                result.importance(),
                inherited.traces());
        return new ModelParts(
                data.task(),
                data.table().schema(),
                result.encoders(),
                result.members(),
                result.front().points().get(0).processing(),
                result.front(),
                result.others(),
                report);
    }
}
