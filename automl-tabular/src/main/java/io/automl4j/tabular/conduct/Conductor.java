package io.automl4j.tabular.conduct;

import io.automl4j.api.NothingFittedException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.meta.StartingOrder;
import io.automl4j.model.Member;
import io.automl4j.search.SearchParams;
import io.automl4j.search.StartsThenRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Conducts a run: asks the strategy, feeds the executor, keeps what comes back, and in the end lets the ensemble be
 * chosen. It knows neither the learners' insides nor threads.
 *
 * @implNote {@link #stop()} may be called by any thread; everything else happens in the thread that calls {@link #run}.
 */
public final class Conductor {
    /** The share of the budget that one trial of the starting order may be expected to take. */
    private static final double TRIAL_SHARE = 0.35;
    /** With one fold the shipped members are trained again on all rows. */
    private static final double REFIT_SHARE = 0.25;
    /** A forced ending is asked for at this interval while trials run. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final RunData data;
    private final Learners learners;
    private final RunSettings settings;
    private final Encodings encodings;
    private final FoldTrialRunner runner;
    private final MemoryArtifacts artifacts;
    private final Ledger ledger;
    private final List<TrialOutcome> outcomes = new ArrayList<>();
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
        this.runner = new FoldTrialRunner(data, learners, encodings, settings.clock());
        this.artifacts = new MemoryArtifacts(Runtime.getRuntime().maxMemory() / 4);
        this.ledger = new Ledger(
                settings.budget(),
                settings.clock(),
                settings.startedAt(),
                data.plan().coversAllRows() ? 0 : REFIT_SHARE);
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
        answerAtOnce();
        SearchStrategy strategy = strategy();
        outcomes.forEach(strategy::tell);
        try (TrialExecutor executor = new ThreadTrialExecutor(settings.threads(), runner, artifacts)) {
            search(strategy, executor);
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
        Map<String, SearchSpace> spaces = new LinkedHashMap<>();
        List<LearnerProvider> searched = learners.searched();
        searched.forEach(p -> spaces.put(p.name(), p.space(data.shape())));
        if (spaces.isEmpty()) {
            return NO_SEARCH;
        }
        Duration perTrial = Duration.ofNanos((long) (ledger.leftForSearch().toNanos() * TRIAL_SHARE));
        return new StartsThenRandom(new SearchParams(
                spaces, StartingOrder.of(searched, data.shape(), perTrial, folds()), folds(), settings.seed()));
    }

    private int folds() {
        return data.plan().folds().size();
    }

    private void search(SearchStrategy strategy, TrialExecutor executor) {
        long submitted = outcomes.size();
        while (!over() && !(strategy.exhausted() && executor.idle())) {
            int wanted = Math.min(executor.freeSlots(), ledger.trialsLeft(submitted));
            for (TrialRequest request : wanted > 0 ? strategy.ask(wanted) : List.<TrialRequest>of()) {
                executor.submit(request.withLimit(ledger.limitOfTrial()));
                submitted++;
            }
            Duration wait = ledger.leftForSearch();
            executor.next(wait.compareTo(GLANCE) < 0 ? wait : GLANCE).ifPresent(result -> {
                take(result);
                strategy.tell(result.outcome());
            });
        }
    }

    private boolean over() {
        return stopped || Thread.currentThread().isInterrupted() || ledger.searchSpent(outcomes.size());
    }

    private void take(TrialResult result) {
        artifacts.keep(result);
        outcomes.add(result.outcome());
        settings.listener()
                .on(new AutoMlEvent.TrialEnded(result.outcome(), outcomes.size(), best(), ledger.leftForSearch()));
    }

    private OptionalDouble best() {
        return artifacts.ranked().stream()
                .limit(1)
                .mapToDouble(kept -> kept.outcome().score())
                .findFirst();
    }

    private RunResult finish() {
        if (artifacts.ranked().isEmpty()) {
            throw new NothingFittedException(causes());
        }
        EnsembleChoice choice = EnsembleChoice.of(data, eligible(), ledger);
        settings.listener()
                .on(new AutoMlEvent.EnsembleChosen(
                        choice.score(), choice.members().size()));
        List<Refit.Fitted> refitted = data.plan().coversAllRows() || stopped
                ? List.of()
                : new Refit(data, learners, encodings).run(choice.members(), settings.threads(), ledger, () -> stopped);
        MemberAssembly assembly = new MemberAssembly(data, learners, encodings);
        List<Member> members = choice.members().stream()
                .map(member -> assembly.member(member, artifacts, refitted))
                .toList();
        return new RunResult(assembly.encoders(), members, choice.score(), outcomes, ledger.spent());
    }

    /**
     * The candidates. A baseline counts only if it is alone: it covers everything at once, and a ranking does not
     * notice how much of it is in the mixture.
     */
    private List<MemoryArtifacts.Kept> eligible() {
        List<MemoryArtifacts.Kept> learned = artifacts.ranked().stream()
                .filter(kept ->
                        !learners.named(kept.outcome().request().learner()).isBaseline())
                .toList();
        return learned.isEmpty() ? artifacts.ranked() : learned;
    }

    private String causes() {
        Map<String, Long> counted = outcomes.stream()
                .map(outcome -> outcome.fold(
                        completed -> "completed",
                        pruned -> "pruned",
                        failed -> failed.type() + ": " + failed.message()))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        String listed = counted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .map(entry -> "%n  %d x %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
        return "Not one of %d trials could be fitted.%s%nMaybe the budget of %s is too short for %d rows."
                .formatted(
                        outcomes.size(),
                        listed,
                        settings.budget().time(),
                        data.table().rows());
    }

    private static final SearchStrategy NO_SEARCH = new SearchStrategy() {
        @Override
        public List<TrialRequest> ask(int count) {
            return List.of();
        }

        @Override
        public void tell(TrialOutcome outcome) {}

        @Override
        public boolean exhausted() {
            return true;
        }
    };
}
