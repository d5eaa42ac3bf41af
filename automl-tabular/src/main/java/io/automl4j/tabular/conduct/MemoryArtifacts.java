package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps predictions and models of the best trials in memory, within a number and a number of bytes: what exceeds them
 * goes, worst first, but never the last one.
 */
final class MemoryArtifacts implements ArtifactStore {
    private static final int CANDIDATES = 50;

    private final long maxBytes;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    MemoryArtifacts(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void keep(TrialResult result) {
        if (result.outcome() instanceof TrialOutcome.Completed completed) {
            kept.put(completed.request().id(), new Kept(completed, result.artifacts()));
            List<Kept> ranked = ranked();
            long bytes = ranked.stream().mapToLong(MemoryArtifacts::bytes).sum();
            for (int last = ranked.size() - 1; last > 0 && (last >= CANDIDATES || bytes > maxBytes); last--) {
                bytes -= bytes(ranked.get(last));
                kept.remove(ranked.get(last).outcome().request().id());
            }
        }
    }

    @Override
    public List<Kept> ranked() {
        List<Kept> ranked = new ArrayList<>(kept.values());
        ranked.sort(Comparator.comparingInt((Kept k) -> -k.artifacts().size())
                .thenComparingDouble(k -> k.outcome().loss())
                .thenComparingLong(k -> k.outcome().request().id()));
        return ranked;
    }

    @Override
    public Optional<Kept> find(long request) {
        return Optional.ofNullable(kept.get(request));
    }

    private static long bytes(Kept trial) {
        return trial.artifacts().stream()
                .mapToLong(a -> a.model().size()
                        + (long) a.predictions().size()
                        + a.checkpoint().size())
                .sum();
    }
}
