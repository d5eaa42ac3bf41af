package io.automl4j.tabular.conduct;

import io.automl4j.api.run.Goals;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.ensemble.Families;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.search.ParetoFront;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps predictions and models of the best trials in memory, and the states of those that can go on, each within a number
 * and a number of bytes: what exceeds them goes, worst first, but never the last one. Trials that nothing dominates in loss
 * and cost do not count: they are what cheap ensembles are made of. The best few of each learner go after all others:
 * ensembles gain most from models that are not kin.
 */
final class MemoryArtifacts implements ArtifactStore {
    private static final int CANDIDATES = 50;

    /** So many of each learner stay before the others. */
    private static final int OF_EACH = SelectionParams.defaults().each();

    private final long maxBytes;
    private final Goals goals;
    private final Map<Long, Shelved> ended = new ConcurrentHashMap<>();
    private final Map<Long, Shelved> interrupted = new ConcurrentHashMap<>();

    MemoryArtifacts(long maxBytes, Goals goals) {
        this.maxBytes = maxBytes;
        this.goals = goals;
    }

    /**
     * A trial with what it is compared by, which may take long to tell where an objective is of the caller's own.
     *
     * @param kept the trial
     * @param loss far above all others if a constraint is violated
     * @param values the loss, and what it costs as a model
     */
    private record Shelved(Kept kept, double loss, List<Double> values) {
        long id() {
            return kept.outcome().request().id();
        }

        String learner() {
            return kept.outcome().request().learner();
        }

        int folds() {
            return kept.artifacts().size();
        }

        long bytes() {
            return kept.artifacts().stream()
                    .mapToLong(a -> a.model().size()
                            + (long) a.predictions().size()
                            + a.checkpoint().size())
                    .sum();
        }
    }

    @Override
    public void keep(TrialResult result) {
        if (result.outcome() instanceof TrialOutcome.Completed completed) {
            Kept trial = new Kept(completed, result.artifacts());
            boolean goesOn = trial.artifacts().stream()
                    .anyMatch(artifact -> artifact.checkpoint().size() > 0);
            Map<Long, Shelved> shelf = goesOn ? interrupted : ended;
            shelf.put(
                    completed.request().id(),
                    new Shelved(
                            trial,
                            goals.values(completed).get(0),
                            goals.ofModels().values(completed)));
            List<Shelved> ranked = ranked(shelf.values());
            clear(shelf, ranked, goesOn ? Set.of() : front(ranked));
        }
    }

    private void clear(Map<Long, Shelved> shelf, List<Shelved> ranked, Set<Long> front) {
        Set<Long> varied = Families.firstOfEach(ranked, Shelved::learner, OF_EACH).stream()
                .map(Shelved::id)
                .collect(Collectors.toSet());
        List<Shelved> order = ranked.stream()
                .sorted(Comparator.comparing((Shelved trial) -> !front.contains(trial.id()))
                        .thenComparing(trial -> !varied.contains(trial.id())))
                .toList();
        long bytes = order.stream().mapToLong(Shelved::bytes).sum();
        for (int last = order.size() - 1; last > 0 && (last >= front.size() + CANDIDATES || bytes > maxBytes); last--) {
            bytes -= order.get(last).bytes();
            shelf.remove(order.get(last).id());
        }
    }

    /** The numbers of those of the widest coverage that nothing dominates. */
    private static Set<Long> front(List<Shelved> ranked) {
        int widest = ranked.get(0).folds();
        List<Shelved> comparable =
                ranked.stream().filter(trial -> trial.folds() == widest).toList();
        return ParetoFront.of(comparable, Shelved::values).members().stream()
                .map(Shelved::id)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Kept> ranked() {
        List<Shelved> all = Stream.concat(ended.values().stream(), interrupted.values().stream())
                .toList();
        return ranked(all).stream().map(Shelved::kept).toList();
    }

    private static List<Shelved> ranked(Collection<Shelved> trials) {
        return trials.stream()
                .sorted(Comparator.comparingInt((Shelved trial) -> -trial.folds())
                        .thenComparingDouble(Shelved::loss)
                        .thenComparingLong(Shelved::id))
                .toList();
    }

    @Override
    public Optional<Kept> find(long request) {
        return Optional.ofNullable(ended.get(request))
                .or(() -> Optional.ofNullable(interrupted.get(request)))
                .map(Shelved::kept);
    }
}
