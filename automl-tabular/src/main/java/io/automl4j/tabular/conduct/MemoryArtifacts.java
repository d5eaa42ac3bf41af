package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps predictions and models of the best trials in memory, and the states of those that can go on, each within a number
 * and a number of bytes: what exceeds them goes, worst first, but never the last one.
 */
final class MemoryArtifacts implements ArtifactStore {
    private static final int CANDIDATES = 50;

    private final long maxBytes;
    private final Map<Long, Kept> ended = new ConcurrentHashMap<>();
    private final Map<Long, Kept> interrupted = new ConcurrentHashMap<>();

    MemoryArtifacts(long maxBytes) {
        this.maxBytes = maxBytes;
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
        long bytes = ranked.stream().mapToLong(MemoryArtifacts::bytes).sum();
        for (int last = ranked.size() - 1; last > 0 && (last >= CANDIDATES || bytes > maxBytes); last--) {
            bytes -= bytes(ranked.get(last));
            shelf.remove(ranked.get(last).outcome().request().id());
        }
    }

    @Override
    public List<Kept> ranked() {
        return ranked(Stream.concat(ended.values().stream(), interrupted.values().stream()));
    }

    private static List<Kept> ranked(Stream<Kept> trials) {
        return trials.sorted(Comparator.comparingInt((Kept k) -> -k.artifacts().size())
                        .thenComparingDouble(k -> k.outcome().loss())
                        .thenComparingLong(k -> k.outcome().request().id()))
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
