package io.automl4j.tabular;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.Compute;
import io.automl4j.api.learner.Compute.Device;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.Starts;
import io.automl4j.meta.TableProfile;
import io.automl4j.model.AutoModel;
import io.automl4j.search.StrategyChoice;
import io.automl4j.tabular.Choices.Goal;
import io.automl4j.tabular.conduct.Learners;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be chosen about a run; each choice is checked when it is made, engine and device when the run is
 * built. Not thread-safe.
 */
public final class AutoMlBuilder {
    private final Goal goal;
    private Budget budget = Budget.of(Duration.ofSeconds(60));
    private @Nullable Metric metric;
    private @Nullable TaskType task;
    private List<Double> quantiles = List.of();
    private long seed = 1;
    private int threads = Runtime.getRuntime().availableProcessors();
    private List<String> learners = List.of();
    private List<LearnerProvider> providers = List.of();
    private List<DataWarning> warnings = List.of();
    private Set<Part> leftOut = Set.of();
    private StrategyChoice strategy = StrategyChoice.DEFAULT;
    private Goals goals = Goals.LOSS;
    private Determinism determinism = Determinism.FAST;
    private Compute compute = Compute.DEFAULT;
    private Map<String, Double> classWeights = Map.of();
    private Validation validation = Validation.auto();
    private AutoMlListener listener = AutoMlListener.NONE;
    private NanoClock clock = NanoClock.SYSTEM;
    private InstantSource dates = InstantSource.system();
    private @Nullable Long startedAt;
    private @Nullable Path workDirectory;
    private @Nullable Starts starts;
    private @Nullable Path knowledge;
    private @Nullable KnowledgeRecorder recorder;
    private @Nullable AutoModel earlier;
    private @Nullable TableProfile profile;
    private Map<String, String> notes = Map.of();
    private boolean resumes;

    AutoMlBuilder(Goal goal) {
        this.goal = goal;
    }

    /**
     * How long the run may take, from the call of {@code fit} until the model is there.
     *
     * @param time the time, 60 seconds by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public AutoMlBuilder budget(Duration time) {
        return budget(Budget.of(requireNonNull(time, "budget")));
    }

    /**
     * What the run may use.
     *
     * @param amount time, trials, or both
     * @return this builder
     */
    public AutoMlBuilder budget(Budget amount) {
        budget = requireNonNull(amount, "budget");
        return this;
    }

    /**
     * What is optimised.
     *
     * @param measure a metric of {@link io.automl4j.api.metric.Metrics} or of your own
     * @return this builder
     */
    public AutoMlBuilder metric(Metric measure) {
        metric = requireNonNull(measure, "metric");
        return this;
    }

    /**
     * The type of the task, where the guess from the target would be another one.
     *
     * @param type the type
     * @return this builder
     */
    public AutoMlBuilder task(TaskType type) {
        Checks.argument(type != TaskType.QUANTILE, "Which quantiles are wanted is said by quantiles(0.05, 0.5, 0.95).");
        boolean fits = goal == Goal.ANY || (goal == Goal.CLASSES) == type.isClassification();
        Checks.argument(
                fits, "%s is no task of this class.%nMaybe use the other of AutoClassifier and AutoRegressor.", type);
        task = type;
        return this;
    }

    /**
     * Predicts quantiles of a number in place of its mean, such as the ends of an interval. Not all learners can; the metric is
     * {@link io.automl4j.api.metric.Metrics#meanPinball} unless it is of the caller's own.
     *
     * @param shares how much of the targets lies below each, rising, between 0 and 1
     * @return this builder
     * @throws IllegalArgumentException if there is none, they do not rise, or classes are asked for
     */
    public AutoMlBuilder quantiles(double... shares) {
        List<Double> wanted = Arrays.stream(shares).boxed().toList();
        Checks.argument(!wanted.isEmpty(), "There are no quantiles.%nMaybe take 0.05, 0.5, 0.95.");
        Task.checkQuantiles(wanted);
        task(TaskType.REGRESSION);
        quantiles = wanted;
        return this;
    }

    /**
     * The seed of everything random.
     *
     * @param number any number, 1 by default
     * @return this builder
     */
    public AutoMlBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * How many trials run at the same time, one thread each.
     *
     * @param count the number of threads, all cores by default; more than four for each core are as four
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public AutoMlBuilder threads(int count) {
        threads = Checks.positive(count, "threads");
        return this;
    }

    /**
     * The learners to use, by default all on the class path but those that are opt-in.
     *
     * @param names names such as {@code xgboost}; the prior is always there
     * @return this builder
     */
    public AutoMlBuilder learners(String... names) {
        learners = List.of(names);
        return this;
    }

    /**
     * Learners beside those on the class path. One that is opt-in must be named by {@link #learners} too.
     *
     * @param added providers
     * @return this builder
     */
    public AutoMlBuilder with(LearnerProvider... added) {
        providers = List.of(added);
        return this;
    }

    /**
     * With what networks are trained.
     *
     * @param name {@code native} by default, or {@code dl4j} where the module automl-dl4j is on the class path
     * @return this builder
     */
    public AutoMlBuilder engine(String name) {
        compute = new Compute(name, compute.device());
        return this;
    }

    /**
     * Where networks are trained.
     *
     * @param where {@link Device#AUTO} by default: what the engine finds
     * @return this builder
     */
    public AutoMlBuilder device(Device where) {
        compute = new Compute(compute.engine(), where);
        return this;
    }

    /**
     * Leaves parts of the run out, none by default.
     *
     * @param parts such as {@link Part#ENSEMBLE}, for a model of one member
     * @return this builder
     */
    public AutoMlBuilder without(Part... parts) {
        leftOut = Set.copyOf(List.of(parts));
        return this;
    }

    /**
     * How the search explores.
     *
     * @param label {@code evolution}, {@code random}, {@code nsga2}, {@code aging}, {@code smac} or {@code tpe}, perhaps with
     *     a schedule, such as {@code tpe+hyperband}; see {@link StrategyChoice}. The default is {@code evolution}
     * @return this builder
     * @throws IllegalArgumentException if there is no such strategy; names those that there are
     */
    public AutoMlBuilder strategy(String label) {
        strategy = StrategyChoice.of(label);
        return this;
    }

    /**
     * What is to be small besides the loss, nothing by default.
     *
     * @param besides such as {@link io.automl4j.api.run.Objectives#LATENCY}, or of your own
     * @return this builder
     */
    public AutoMlBuilder objectives(Objective... besides) {
        goals = new Goals(List.of(besides), goals.constraints());
        return this;
    }

    /**
     * What the model has to keep, nothing by default.
     *
     * @param bounds upper bounds of objectives
     * @return this builder
     */
    public AutoMlBuilder constraints(Goals.Constraint... bounds) {
        goals = new Goals(goals.objectives(), List.of(bounds));
        return this;
    }

    /**
     * More that is known of past tables, beside what the library brings: the search begins with what did best on them. What
     * is known of this very table is left out.
     *
     * @param folder the folder of a knowledge base, as {@link KnowledgeBuild} and {@link #recorder} make it
     * @return this builder
     */
    public AutoMlBuilder knowledge(Path folder) {
        knowledge = requireNonNull(folder, "folder");
        return this;
    }

    /**
     * Where the run leaves what it learned about configurations; nowhere by default. A work directory does not keep this
     * choice, and a run that is resumed leaves what its folder still has of earlier trials.
     *
     * @param where a folder, and a name for the table
     * @return this builder
     */
    public AutoMlBuilder recorder(KnowledgeRecorder where) {
        recorder = requireNonNull(where, "where");
        return this;
    }

    /**
     * An earlier model, with whose networks the search begins: their configurations, and their weights as far as columns and
     * classes are the same. Without weights, and with a warning, where the model may have learned rows of this table, as
     * validation would deceive then.
     *
     * @param model a model for classes or numbers, as they are predicted now
     * @return this builder
     */
    public AutoMlBuilder warmStartFrom(AutoModel model) {
        earlier = requireNonNull(model, "model");
        return this;
    }

    /**
     * What two runs with equal choices have in common.
     *
     * @param how {@link Determinism#FAST} by default; the other one asks for a budget of trials
     * @return this builder
     */
    public AutoMlBuilder determinism(Determinism how) {
        determinism = requireNonNull(how, "determinism");
        return this;
    }

    /**
     * Where the run keeps what it finds, so that {@link AutoMl#resuming} can go on after its process has ended. Nothing is
     * kept by default.
     *
     * @param folder a folder without a run, made if it does not exist
     * @return this builder
     */
    public AutoMlBuilder workDirectory(Path folder) {
        workDirectory = requireNonNull(folder, "folder");
        resumes = false;
        return this;
    }

    /** The run that a work directory holds already. */
    AutoMlBuilder resuming(Path folder) {
        workDirectory = folder;
        resumes = true;
        return this;
    }

    /** Tries these configurations, in place of those that past tables teach, for a table of this profile. */
    AutoMlBuilder experiment(Starts tried, TableProfile whole) {
        starts = tried;
        profile = whole;
        return this;
    }

    /**
     * A text that the work directory keeps for whoever resumes the run, such as where the model is to go.
     *
     * @param name its name
     * @param text the text
     * @return this builder
     */
    public AutoMlBuilder note(String name, String text) {
        Map<String, String> more = new TreeMap<>(notes);
        more.put(name, text);
        notes = Map.copyOf(more);
        return this;
    }

    /**
     * A text that was kept.
     *
     * @param name its name
     * @return the text, or empty if there is none
     */
    public Optional<String> note(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    /**
     * The task that was asked for.
     *
     * @return empty if the target decides
     */
    public Optional<TaskType> task() {
        return Optional.ofNullable(task)
                .or(() -> goal == Goal.NUMBERS ? Optional.of(TaskType.REGRESSION) : Optional.empty());
    }

    /**
     * What the run may use.
     *
     * @return time, trials, or both
     */
    public Budget budget() {
        return budget;
    }

    /**
     * What was noticed while the table was read; it becomes part of the report.
     *
     * @param noticed such as what {@link TableReader#warnings} was told
     * @return this builder
     */
    public AutoMlBuilder warnings(List<DataWarning> noticed) {
        warnings = List.copyOf(noticed);
        return this;
    }

    /**
     * Weights of classes, multiplied into the weights of rows.
     *
     * @param weights weights by class as written in the table; 1 for those that are absent
     * @return this builder
     */
    public AutoMlBuilder classWeights(Map<String, Double> weights) {
        Checks.argument(goal != Goal.NUMBERS, "Regression has no classes to weight: %s.", weights);
        classWeights = Map.copyOf(weights);
        return this;
    }

    /**
     * How trials are validated.
     *
     * @param how folds or hold-out, chosen by the number of rows by default
     * @return this builder
     */
    public AutoMlBuilder validation(Validation how) {
        validation = requireNonNull(how, "validation");
        return this;
    }

    /**
     * Who is told what happens.
     *
     * @param told called in the thread of {@code fit}, or in that of the run where it was started beside you
     * @return this builder
     */
    public AutoMlBuilder listener(AutoMlListener told) {
        listener = requireNonNull(told, "listener");
        return this;
    }

    /**
     * The clock that measures the budget.
     *
     * @param monotonic a monotonic clock, the JVM's by default
     * @return this builder
     */
    public AutoMlBuilder clock(NanoClock monotonic) {
        clock = requireNonNull(monotonic, "clock");
        return this;
    }

    /**
     * Where dates in the provenance come from.
     *
     * @param source a source of instants, the system's by default
     * @return this builder
     */
    public AutoMlBuilder dates(InstantSource source) {
        dates = requireNonNull(source, "dates");
        return this;
    }

    /**
     * From when the budget counts, where that is not the call of {@code fit}.
     *
     * @param nanos a reading of the clock, such as the start of the JVM
     * @return this builder
     */
    public AutoMlBuilder startedAt(long nanos) {
        startedAt = nanos;
        return this;
    }

    /**
     * The run as chosen.
     *
     * @return a run that can be started once
     * @throws IllegalArgumentException if a learner on the class path does not know the engine, or a reproducible run is
     *     to end by time
     * @throws io.automl4j.api.NoSuchDeviceException if there is no such device
     */
    public AutoMl build() {
        Choices choices = choices();
        choices.check();
        Stream<LearnerProvider> all = Stream.concat(Learners.onClassPath().stream(), providers.stream());
        return new AutoMl(choices, all.map(provider -> provider.on(compute)).toList());
    }

    Choices choices() {
        return new Choices(
                goal,
                budget,
                metric,
                task,
                quantiles,
                seed,
                threads,
                learners,
                providers,
                warnings,
                leftOut,
                strategy,
                goals,
                determinism,
                compute,
                classWeights,
                validation,
                listener,
                clock,
                dates,
                startedAt,
                workDirectory,
                starts,
                knowledge,
                recorder,
                earlier,
                profile,
                notes,
                resumes);
    }
}
