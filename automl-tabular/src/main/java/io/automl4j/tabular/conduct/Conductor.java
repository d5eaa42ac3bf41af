package io.automl4j.tabular.conduct;

import io.automl4j.api.NothingFittedException;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Part;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.meta.Starts;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Conducts a run: lets the strategy be asked and the executor be fed, keeps what comes back, and in the end lets the ensembles
 * be chosen. It knows neither the learners' insides nor threads.
 *
 * @implNote {@link #stop()} and {@link #best()} may be called by any thread; everything else happens in the thread that
 *     calls {@link #run}.
 */
public final class Conductor {
    /** What is kept of trials must not depend on the heap where runs are to be the same. */
    private static final long REPRODUCIBLE_BYTES = 256L << 20;

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

    private final Forecasts forecasts;
    private final Harvest harvest;
    private final List<TrialOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    private Optional<ThreadTrialExecutor> trials = Optional.empty();
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
        this.log = new GuardedLog(settings.log(), warning -> settings.listener().on(new AutoMlEvent.Warned(warning)));
        this.forecasts = new Forecasts(learners, data.shape(), !settings.reproducible());
        // reading takes time, which must not be that of choosing the ensemble
        this.earlier = log.earlier();
        earlier.forEach(result -> learners.requireKnown(result.outcome().request()));
        this.ledger = new Ledger(
                settings.budget(),
                settings.clock(),
                settings.startedAt(),
                after(data, learners, settings.goals()),
                !earlier.isEmpty());
        this.harvest = new Harvest(
                data, learners, encodings, settings, artifacts, outcomes, ledger, () -> stopped, log::warnings);
    }

    private static Set<Ledger.After> after(RunData data, Learners learners, Goals goals) {
        Set<Ledger.After> after = EnumSet.noneOf(Ledger.After.class);
        if (!data.plan().coversAllRows()) {
            after.add(Ledger.After.REFIT);
        } else if (Compaction.suits(goals)) {
            after.add(Ledger.After.SINGLE_MODELS);
        }
        if (Compaction.suits(goals) && Compaction.student(data, learners, goals).isPresent()) {
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
            before.forEach(result -> forecasts.learn(result.outcome()));
        }
        if (!learners.searched().isEmpty()) {
            try (ThreadTrialExecutor threads = new ThreadTrialExecutor(settings.threads(), runner, artifacts)) {
                trials = Optional.of(threads);
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
        return harvest.all();
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
                        forecasts::seconds,
                        settings.goals()));
    }

    /**
     * What part of the time that is left for the search a training is expected to take. One that is to take longer than its limit
     * may begin all the same: what is cut off is a model of fewer iterations.
     */
    private double outlay(String learner, Configuration configuration, Fidelity fidelity) {
        double expected = forecasts.of(learner, configuration, fidelity).toNanos();
        return expected / Math.max(1, ledger.leftForSearch().toNanos());
    }

    private int folds() {
        return data.plan().folds().size();
    }

    private void search(SearchStrategy strategy, TrialExecutor executor) {
        SearchLoop loop =
                new SearchLoop(strategy, executor, ledger, this::over, () -> log.spend(ledger.spent()), this::take);
        if (settings.reproducible()) {
            loop.reproducible();
        } else {
            loop.fast();
        }
    }

    private boolean over() {
        if (Thread.currentThread().isInterrupted()) {
            stop();
        }
        return stopped || ledger.searchSpent();
    }

    private void take(TrialResult result) {
        settings.recorder().accept(result);
        keep(result);
        boolean wanted = artifacts.find(result.outcome().request().id()).isPresent();
        log.append(wanted ? result : new TrialResult(result.outcome(), List.of()), ledger.spent());
        settle(result);
        forecasts.learn(result.outcome());
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

    private OptionalDouble bestScore() {
        return artifacts.ranked().stream()
                .limit(1)
                .mapToDouble(kept -> kept.outcome().score())
                .findFirst();
    }

    /**
     * The best trial so far. May be called by any thread while the run goes on.
     *
     * @return what the run would bring if it had nothing but that; empty before the first trial
     */
    public Optional<RunResult> best() {
        return harvest.best();
    }

    /**
     * How long the ensembles may be measured once the run has ended. Waits for as long for a trial that was cut off and still ends,
     * which would be measured too.
     *
     * @return the time of the budget that is set aside for it, as far as it is left
     */
    public Duration awaitQuiet() {
        trials.ifPresent(threads -> threads.awaitEnd(ledger.leftForMeasuring()));
        return ledger.leftForMeasuring();
    }
}
