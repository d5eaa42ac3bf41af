package io.automl4j.tabular.conduct;

import io.automl4j.api.NothingFittedException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Part;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialExecutor;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.meta.StartingOrder;
import io.automl4j.model.Member;
import io.automl4j.search.SearchParams;
import io.automl4j.search.Searched;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    /** What is kept of trials must not depend on the heap where runs are to be the same. */
    private static final long REPRODUCIBLE_BYTES = 256L << 20;

    private final RunData data;
    private final Learners learners;
    private final RunSettings settings;
    private final Encodings encodings;
    private final FoldTrialRunner runner;
    private final ArtifactStore artifacts;
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
        this.artifacts = new MemoryArtifacts(
                settings.reproducible()
                        ? REPRODUCIBLE_BYTES
                        : Runtime.getRuntime().maxMemory() / 4);
        this.ledger = new Ledger(
                settings.budget(),
                settings.clock(),
                settings.startedAt(),
                !data.plan().coversAllRows());
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
        List<TrialResult> earlier = settings.log().earlier();
        if (earlier.isEmpty() || settings.reproducible()) {
            answerAtOnce();
        } else {
            earlier.forEach(this::keep);
            earlier.forEach(result -> settings.log().append(result, ledger.spent()));
        }
        if (!learners.searched().isEmpty()) {
            try (TrialExecutor threads = new ThreadTrialExecutor(settings.threads(), runner, artifacts)) {
                SearchStrategy strategy = strategy();
                if (settings.reproducible()) {
                    search(strategy, new ReplayingExecutor(threads, earlier));
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
            take(runner.run(request, artifacts, () -> stopped));
        });
    }

    private SearchStrategy strategy() {
        Map<String, Searched> searched = new LinkedHashMap<>();
        learners.searched()
                .forEach(provider -> searched.put(
                        provider.name(), new Searched(provider.space(data.shape()), provider.rungs(data.shape()))));
        List<Start> starts = StartingOrder.of(learners.searched(), data.shape(), ledger.expectedOfTrial(), folds());
        int screening = settings.has(Part.FOLD_FIDELITY) ? 1 : folds();
        return settings.strategy()
                .create(new SearchParams(
                        searched,
                        starts,
                        folds(),
                        screening,
                        settings.seed(),
                        settings.budget().trials(),
                        this::isAffordable,
                        settings.goals()));
    }

    private boolean isAffordable(String learner, Configuration configuration) {
        Duration expected =
                learners.named(learner).forecast(configuration, data.shape()).multipliedBy(folds());
        return expected.compareTo(ledger.expectedOfTrial()) <= 0;
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
        keep(result);
        settings.log().append(result, ledger.spent());
        settings.log()
                .retain(artifacts.ranked().stream()
                        .map(kept -> kept.outcome().request().id())
                        .collect(Collectors.toSet()));
        settings.listener()
                .on(new AutoMlEvent.TrialEnded(result.outcome(), outcomes.size(), best(), ledger.leftForSearch()));
    }

    private void keep(TrialResult result) {
        if (!result.artifacts().isEmpty()) {
            artifacts.keep(result);
        }
        outcomes.add(result.outcome());
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
        List<DataWarning> warnings = unlearned();
        warnings.forEach(warning -> settings.listener().on(new AutoMlEvent.Warned(warning)));
        EnsembleChoice choice = EnsembleChoice.of(data, eligible(), bounds());
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
        return new RunResult(assembly.encoders(), members, choice.score(), outcomes, warnings, ledger.spent());
    }

    private SelectionParams bounds() {
        SelectionParams bounds = SelectionParams.defaults()
                .withCancellation(() -> ledger.leftForChoice().isNegative());
        return settings.has(Part.ENSEMBLE) ? bounds : bounds.withMembers(1);
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

    /** A model that says the same of every row must not pass for the result of a search. */
    private List<DataWarning> unlearned() {
        return learned().isEmpty() && !learners.searched().isEmpty()
                ? List.of(new DataWarning(
                        DataWarning.Kind.NOTHING_LEARNED, "", causes(), "The model predicts the same for every row."))
                : List.of();
    }

    private String causes() {
        Map<String, Long> counted = outcomes.stream()
                .map(outcome -> outcome.fold(
                        completed -> "", pruned -> "pruned", failed -> failed.type() + ": " + failed.message()))
                .filter(cause -> !cause.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        String listed = counted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .map(entry -> "%n  %d x %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
        return "No trial of %s could be completed.%s%nMaybe the budget of %s is too short for %d rows."
                .formatted(
                        learners.searched().stream().map(LearnerProvider::name).toList(),
                        listed,
                        seconds(settings.budget().time()),
                        data.table().rows());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9).replaceFirst("\\.?0+ s$", " s");
    }
}
