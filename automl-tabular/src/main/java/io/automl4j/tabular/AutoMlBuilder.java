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
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.TaskType;
import io.automl4j.tabular.conduct.Learners;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be chosen about a run; each choice is checked when it is made, engine and device when the run is
 * built. Not thread-safe.
 */
public final class AutoMlBuilder {
    /** What kind of target is asked for. */
    enum Goal {
        CLASSES,
        NUMBERS,
        ANY
    }

    final Goal goal;
    Budget budget = Budget.of(Duration.ofSeconds(60));

    @Nullable
    Metric metric;

    @Nullable
    TaskType task;

    long seed = 1;
    int threads = Runtime.getRuntime().availableProcessors();
    List<String> learners = List.of();
    List<LearnerProvider> providers = List.of();
    List<DataWarning> warnings = List.of();
    Set<Part> leftOut = Set.of();
    Compute compute = Compute.DEFAULT;
    Map<String, Double> classWeights = Map.of();
    Validation validation = Validation.auto();
    AutoMlListener listener = AutoMlListener.NONE;
    NanoClock clock = NanoClock.SYSTEM;
    InstantSource dates = InstantSource.system();

    @Nullable
    Long startedAt;

    AutoMlBuilder(Goal goal) {
        this.goal = goal;
    }

    /** A copy, which further choices leave alone. */
    private AutoMlBuilder(AutoMlBuilder other) {
        goal = other.goal;
        budget = other.budget;
        metric = other.metric;
        task = other.task;
        seed = other.seed;
        threads = other.threads;
        learners = other.learners;
        providers = other.providers;
        warnings = other.warnings;
        leftOut = other.leftOut;
        compute = other.compute;
        classWeights = other.classWeights;
        validation = other.validation;
        listener = other.listener;
        clock = other.clock;
        dates = other.dates;
        startedAt = other.startedAt;
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
        boolean fits = goal == Goal.ANY || (goal == Goal.CLASSES) == type.isClassification();
        Checks.argument(
                fits, "%s is no task of this class.%nMaybe use the other of AutoClassifier and AutoRegressor.", type);
        task = type;
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
     * @param count the number of threads, all cores by default
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
     * @param told called in the thread of {@code fit}
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
     * @throws IllegalArgumentException if a learner on the class path does not know the engine
     * @throws io.automl4j.api.NoSuchDeviceException if there is no such device
     */
    public AutoMl build() {
        return new AutoMl(new AutoMlBuilder(this), allProviders());
    }

    Optional<TaskType> wantedTask() {
        return Optional.ofNullable(task)
                .or(() -> goal == Goal.NUMBERS ? Optional.of(TaskType.REGRESSION) : Optional.empty());
    }

    private List<LearnerProvider> allProviders() {
        return Stream.concat(Learners.onClassPath().stream(), providers.stream())
                .map(provider -> provider.on(compute))
                .toList();
    }
}
