package io.automl4j.tabular.conduct;

import io.automl4j.api.NothingFittedException;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Part;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.meta.Starts;
import io.automl4j.model.Member;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.explain.Importance;
import io.automl4j.search.Opening;
import io.automl4j.search.SearchParams;
import io.automl4j.search.Searched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conducts a run: asks the strategy, feeds the executor, keeps what comes back, and in the end lets the ensembles be
 * chosen. It knows neither the learners' insides nor threads.
 *
 * @implNote {@link #stop()} and {@link #best()} may be called by any thread; everything else happens in the thread that
 *     calls {@link #run}.
 */
public final class Conductor {
    /** What is kept of trials must not depend on the heap where runs are to be the same. */
    private static final long REPRODUCIBLE_BYTES = 256L << 20;

    /** The time of importance by count, where nothing measured may count. */
    private static final Duration REPRODUCIBLE_IMPORTANCE = Duration.ofSeconds(2);

    private final RunData data;
    private final Learners learners;
    private final RunSettings settings;
    private final Encodings encodings;
    private final FoldTrialRunner runner;
    private final ArtifactStore artifacts;
    private final Ledger ledger;
    private final GuardedLog log;
    /** What was found before a resume, until it is taken in. */
    private List<TrialResult> earlier;

    private final Pace pace = new Pace();
    private final Shortfalls shortfalls;
    private final List<TrialOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stopped;

    /**
     * A run that has not begun.
     *
     * @param data what is learned from
     * @param learners who learns
     * @param settings how
     */
    public Conductor(RunData data, Learners learners, RunSettings settings) {
        this.data = data;
        this.learners = learners;
        this.settings = settings;
        this.encodings = new Encodings(data, settings.seed());
        this.runner = new FoldTrialRunner(data, learners, encodings, settings.goals(), settings.clock());
        this.artifacts = new MemoryArtifacts(
                settings.reproducible()
                        ? REPRODUCIBLE_BYTES
                        : Runtime.getRuntime().maxMemory() / 4,
                settings.goals());
        this.log = new GuardedLog(settings.log());
        this.shortfalls =
                new Shortfalls(learners, settings.budget().time(), data.table().rows());
        // reading takes time, which must not be that of choosing the ensemble
        this.earlier = log.earlier();
        this.ledger = new Ledger(
                settings.budget(),
                settings.clock(),
                settings.startedAt(),
                after(data, settings.goals()),
                !earlier.isEmpty());
    }

    private static Set<Ledger.After> after(RunData data, Goals goals) {
        Set<Ledger.After> after =
                EnumSet.of(data.plan().coversAllRows() ? Ledger.After.SINGLE_MODELS : Ledger.After.REFIT);
        if (Compaction.costCounts(goals)) {
            after.add(Ledger.After.DISTILLATION);
        }
        return after;
    }

    /** Ends the search soon; {@link #run} then returns the best of what is there, without a refit. */
    public void stop() {
        stopped = true;
    }

    /**
     * Searches until the budget is spent, and chooses the ensemble.
     *
     * @return encoders, members and everything that was tried
     * @throws NothingFittedException if no trial was completed; says why, top causes first
     */
    public RunResult run() {
        List<TrialResult> before = earlier;
        earlier = List.of();
        if (before.isEmpty() || settings.reproducible()) {
            answerAtOnce();
        } else {
            before.forEach(settings.recorder());
            before.forEach(this::keep);
            before.forEach(this::settle);
            before.forEach(result -> pace(result.outcome()));
        }
        if (!learners.searched().isEmpty()) {
            try (TrialExecutor threads = new ThreadTrialExecutor(settings.threads(), runner, artifacts)) {
                SearchStrategy strategy = strategy();
                if (settings.reproducible()) {
                    Consumer<TrialResult> arrived = result -> log.append(result, ledger.spent());
                    search(strategy, new ReplayingExecutor(threads, before, arrived));
                } else {
                    outcomes.forEach(strategy::tell);
                    search(strategy, threads);
                }
            }
        }
        return finish();
    }

    /** Any interruption has an answer. */
    private void answerAtOnce() {
        learners.baselines().stream().findFirst().ifPresent(baseline -> {
            TrialRequest request = TrialRequest.of(0, baseline.name(), Configuration.EMPTY, Fidelity.full(folds()), 0);
            take(runner.run(request, artifacts, Cancellation.NEVER));
        });
    }

    private SearchStrategy strategy() {
        Map<String, Searched> searched = new LinkedHashMap<>();
        learners.searched()
                .forEach(provider -> searched.put(
                        provider.name(), new Searched(provider.space(data.shape()), provider.rungs(data.shape()))));
        Starts wanted = settings.starts();
        Opening opening = wanted.of(learners.searched(), data.shape(), ledger.expectedOfStart(), folds());
        int screening = settings.has(Part.FOLD_FIDELITY) ? 1 : folds();
        return settings.strategy()
                .create(new SearchParams(
                        searched,
                        opening,
                        folds(),
                        screening,
                        settings.seed(),
                        wanted.only()
                                ? opening.order(Map.of()).size()
                                : settings.budget().trials(),
                        this::outlay,
                        this::seconds,
                        settings.goals()));
    }

    /** What part of the time that is left for the search a training is expected to take. */
    private double outlay(String learner, Configuration configuration, Fidelity fidelity) {
        double expected = pace.corrected(learner, forecast(learner, configuration, fidelity))
                .toNanos();
        return expected / Math.max(1, ledger.leftForSearch().toNanos());
    }

    /** What a trial took; by forecast where nothing measured may count. */
    private double seconds(TrialOutcome outcome) {
        Duration time = settings.reproducible()
                ? forecast(outcome.request())
                : outcome.cost().wall();
        return time.toNanos() / 1e9;
    }

    /** Of a training that goes on, what it adds. */
    private Duration forecast(TrialRequest request) {
        Duration whole = forecast(request.learner(), request.configuration(), request.fidelity());
        return outcomes.stream()
                .map(TrialOutcome::request)
                .filter(before -> request.continues().equals(OptionalLong.of(before.id())))
                .findFirst()
                .map(before -> whole.minus(forecast(before.learner(), before.configuration(), before.fidelity())))
                .orElse(whole);
    }

    private Duration forecast(String learner, Configuration configuration, Fidelity fidelity) {
        double share = fidelity.iterations() * fidelity.rows() * fidelity.folds();
        Duration whole = learners.named(learner).forecast(configuration, data.shape());
        return Duration.ofNanos((long) (whole.toNanos() * share));
    }

    private int folds() {
        return data.plan().folds().size();
    }

    private void search(SearchStrategy strategy, TrialExecutor executor) {
        SearchLoop loop = new SearchLoop(strategy, executor, ledger, this::over, this::take);
        if (settings.reproducible()) {
            loop.reproducible();
        } else {
            loop.fast();
        }
    }

    private boolean over() {
        return stopped || Thread.currentThread().isInterrupted() || ledger.searchSpent();
    }

    private void take(TrialResult result) {
        settings.recorder().accept(result);
        keep(result);
        boolean wanted = artifacts.find(result.outcome().request().id()).isPresent();
        log.append(wanted ? result : new TrialResult(result.outcome(), List.of()), ledger.spent());
        settle(result);
        pace(result.outcome());
        settings.listener()
                .on(new AutoMlEvent.TrialEnded(result.outcome(), outcomes.size(), bestScore(), ledger.leftForSearch()));
    }

    private void keep(TrialResult result) {
        outcomes.add(result.outcome());
        if (!result.artifacts().isEmpty()) {
            artifacts.keep(result);
        }
    }

    private void settle(TrialResult result) {
        log.settle(
                result.outcome().request().id(),
                artifacts.ranked().stream()
                        .map(kept -> kept.outcome().request().id())
                        .collect(Collectors.toSet()));
    }

    /** What a trial took, against its forecast; not of one that was cut off, nor where nothing measured may count. */
    private void pace(TrialOutcome outcome) {
        TrialRequest request = outcome.request();
        boolean cutOff = outcome.cost().wall().compareTo(request.limit()) >= 0;
        boolean whole =
                outcome instanceof TrialOutcome.Completed && request.continues().isEmpty();
        if (settings.reproducible() || cutOff || !whole) {
            return;
        }
        pace.learn(request.learner(), forecast(request), outcome.cost().wall());
    }

    private OptionalDouble bestScore() {
        return artifacts.ranked().stream()
                .limit(1)
                .mapToDouble(kept -> kept.outcome().score())
                .findFirst();
    }

    private RunResult finish() {
        if (artifacts.ranked().isEmpty()) {
            throw new NothingFittedException(shortfalls.causes(outcomes));
        }
        EnsembleChooser chooser = new EnsembleChooser(data, eligible(), settings.goals(), settings.leftOut());
        List<EnsembleChoice> front = chooser.front(
                chooser.best(bounds(() -> ledger.leftForChoice().isNegative())),
                bounds(() -> stopped || ledger.leftForCheaper().isNegative()));
        EnsembleChoice choice = front.get(0);
        settings.listener()
                .on(new AutoMlEvent.EnsembleChosen(
                        choice.score(), choice.members().size()));
        List<DataWarning> warnings = warnings(choice);
        warnings.forEach(warning -> settings.listener().on(new AutoMlEvent.Warned(warning)));
        Compaction.Compacted compacted = compacted(front, chooser);
        List<Refit.Fitted> refitted = new ArrayList<>(compacted.models());
        if (!data.plan().coversAllRows() && !stopped) {
            refitted.addAll(new Refit(data, learners, encodings, settings.clock())
                    .run(MemberAssembly.distinct(front), settings.threads(), ledger::leftForRefit, () -> stopped));
        }
        RunResult result =
                narrowed(result(compacted.front(), refitted, warnings).with(compacted.outcomes()));
        return stopped ? result : result.with(importance(choice, result), ledger.spent());
    }

    private Compaction.Compacted compacted(List<EnsembleChoice> front, EnsembleChooser chooser) {
        if (stopped || learned().isEmpty() || !Compaction.suits(settings.goals())) {
            return new Compaction.Compacted(front, List.of(), List.of());
        }
        long next = 1
                + outcomes.stream()
                        .mapToLong(outcome -> outcome.request().id())
                        .max()
                        .orElse(0);
        // of one fold there is one model anyway
        List<EnsembleChoice> small = data.plan().coversAllRows()
                ? chooser.ofSingleModels(bounds(() -> ledger.leftForCheaper().isNegative()))
                : List.of();
        return new Compaction(data, learners, encodings, settings).of(front, small, next, ledger, () -> stopped);
    }

    /** Errors are known of the models of folds; the mean of these errs less. */
    private RunResult narrowed(RunResult result) {
        if (data.task().type() != TaskType.REGRESSION || !data.plan().coversAllRows()) {
            return result;
        }
        List<Member> members = Stream.concat(result.members().stream(), result.others().stream())
                .toList();
        return result.with(new FoldSpread(data, result.encoders()).narrowed(result.front(), members, settings.seed()));
    }

    /** Of the models of folds, even where models of all rows take their place. */
    private Importance importance(EnsembleChoice choice, RunResult result) {
        List<FittedEncoder> encoders = result.encoders();
        List<Member> members = result.members();
        if (!data.plan().coversAllRows()) {
            MemberAssembly.Assembled folds =
                    new MemberAssembly(data, learners, encodings, List.of()).assemble(List.of(choice));
            encoders = folds.encoders();
            members = folds.members();
        }
        OutOfFoldImportance importance = new OutOfFoldImportance(data, encoders, members, choice.processing());
        if (settings.reproducible()) {
            return importance.of(REPRODUCIBLE_IMPORTANCE, settings.seed(), () -> stopped);
        }
        if (ledger.forImportance().isNegative()) {
            return Importance.NONE;
        }
        Duration end = ledger.spent().plus(ledger.forImportance());
        double slowness = importance.slowness(settings.clock(), settings.seed());
        double left = end.minus(ledger.spent()).toNanos() / slowness;
        return importance.of(
                Duration.ofNanos((long) left),
                settings.seed(),
                () -> stopped || ledger.spent().compareTo(end) > 0);
    }

    private RunResult result(List<EnsembleChoice> front, List<Refit.Fitted> refitted, List<DataWarning> warnings) {
        MemberAssembly.Assembled model = new MemberAssembly(data, learners, encodings, refitted).assemble(front);
        return new RunResult(
                model.encoders(),
                model.members(),
                model.front(),
                model.others(),
                List.copyOf(outcomes),
                List.of(),
                warnings,
                ledger.spent(),
                Importance.NONE);
    }

    /**
     * The best trial so far. May be called by any thread while the run goes on.
     *
     * @return what the run would bring if it had nothing but that; empty before the first trial
     */
    public Optional<RunResult> best() {
        return eligible().stream()
                .findFirst()
                .map(kept -> new EnsembleChoice(
                        List.of(new EnsembleChoice.Chosen(kept, 1)),
                        PostProcessing.NONE,
                        kept.outcome().score()))
                .map(choice -> result(List.of(choice), List.of(), List.of()));
    }

    /**
     * How long the ensembles may be measured once the run has ended.
     *
     * @return the time of the budget that is set aside for it, as far as it is left
     */
    public Duration forMeasuring() {
        Duration left = ledger.leftInAll();
        return left.compareTo(ledger.forMeasuring()) < 0 ? left : ledger.forMeasuring();
    }

    private List<DataWarning> warnings(EnsembleChoice choice) {
        List<DataWarning> warnings =
                new ArrayList<>(Shortfalls.violated(settings.goals(), choice, settings.reproducible()));
        if (learned().isEmpty() && !learners.searched().isEmpty()) {
            warnings.add(shortfalls.nothingLearned(outcomes));
        }
        log.failure().ifPresent(warnings::add);
        return warnings;
    }

    private SelectionParams bounds(Cancellation cancellation) {
        SelectionParams defaults = SelectionParams.defaults().withCancellation(cancellation);
        SelectionParams bounds = settings.has(Part.BAGS) && !stopped ? defaults : defaults.withBags(1);
        return settings.has(Part.ENSEMBLE) ? bounds : bounds.withMembers(1).withBags(1);
    }

    /**
     * The candidates. A baseline counts only if it is alone: it covers everything at once, and a ranking does not
     * notice how much of it is in the mixture.
     */
    private List<ArtifactStore.Kept> eligible() {
        List<ArtifactStore.Kept> learned = learned();
        return learned.isEmpty() ? artifacts.ranked() : learned;
    }

    private List<ArtifactStore.Kept> learned() {
        return artifacts.ranked().stream()
                .filter(kept ->
                        !learners.named(kept.outcome().request().learner()).isBaseline())
                .toList();
    }
}
