package io.automl4j.tabular.conduct;

import io.automl4j.api.run.Goals;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.search.ParetoFront;
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
 * and cost do not count: they are what cheap ensembles are made of.
 */
final class MemoryArtifacts implements ArtifactStore {
    private static final int CANDIDATES = 50;

    private final long maxBytes;
    private final Goals goals;
    private final Map<Long, Kept> ended = new ConcurrentHashMap<>();
    private final Map<Long, Kept> interrupted = new ConcurrentHashMap<>();

    MemoryArtifacts(long maxBytes, Goals goals) {
        this.maxBytes = maxBytes;
        this.goals = goals;
    }

    @Override
    public void keep(TrialResult result) {
        if (result.outcome() instanceof TrialOutcome.Completed completed) {
            Kept trial = new Kept(completed, result.artifacts());
            boolean goesOn = trial.artifacts().stream()
                    .anyMatch(artifact -> artifact.checkpoint().size() > 0);
            Map<Long, Kept> shelf = goesOn ? interrupted : ended;
            shelf.put(completed.request().id(), trial);
            clear(shelf);
        }
    }

    private void clear(Map<Long, Kept> shelf) {
        List<Kept> ranked = ranked(shelf.values().stream());
        Set<Long> front = front(ranked);
        List<Kept> order = ranked.stream()
                .sorted(Comparator.comparing((Kept kept) -> !front.contains(id(kept))))
                .toList();
        long bytes = order.stream().mapToLong(MemoryArtifacts::bytes).sum();
        for (int last = order.size() - 1; last > 0 && (last >= front.size() + CANDIDATES || bytes > maxBytes); last--) {
            bytes -= bytes(order.get(last));
            shelf.remove(id(order.get(last)));
        }
    }

    /** The numbers of those of the widest coverage that nothing dominates. */
    private Set<Long> front(List<Kept> ranked) {
        int widest = ranked.get(0).artifacts().size();
        List<Kept> comparable = ranked.stream()
                .filter(kept -> kept.artifacts().size() == widest)
                .toList();
        return ParetoFront.of(comparable, kept -> goals.ofModels().values(kept.outcome())).members().stream()
                .map(MemoryArtifacts::id)
                .collect(Collectors.toSet());
    }

    private static long id(Kept trial) {
        return trial.outcome().request().id();
    }

    @Override
    public List<Kept> ranked() {
        return ranked(Stream.concat(ended.values().stream(), interrupted.values().stream()));
    }

    private List<Kept> ranked(Stream<Kept> trials) {
        return trials.sorted(
                        Comparator.comparingInt((Kept kept) -> -kept.artifacts().size())
                                .thenComparingDouble(
                                        kept -> goals.values(kept.outcome()).get(0))
                                .thenComparingLong(MemoryArtifacts::id))
                .toList();
    }

    @Override
    public Optional<Kept> find(long request) {
        return Optional.ofNullable(ended.get(request)).or(() -> Optional.ofNullable(interrupted.get(request)));
    }

    private static long bytes(Kept trial) {
        return trial.artifacts().stream()
                .mapToLong(a -> a.model().size()
                        + (long) a.predictions().size()
                        + a.checkpoint().size())
                .sum();
    }
}
