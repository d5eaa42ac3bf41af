package io.automl4j.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Trials of one rung, and which of them went on. */
final class Pool {
    /** So many of those that came are ranked, as sorting out who dominates whom takes squares of this. */
    private static final int MOST_OF_SEVERAL_VALUES = 150;

    private List<Trial> ranked = new ArrayList<>();
    /** Keys of what went on, perhaps before it was seen here. */
    private final Set<String> gone = new HashSet<>();

    private int came;

    void add(Trial trial) {
        if (trial.values().size() == 1) {
            int place = Collections.binarySearch(ranked, trial, Ranking.BY_LOSS);
            if (place < 0) {
                ranked.add(-place - 1, trial);
                came++;
            }
            return;
        }
        if (ranked.stream().anyMatch(other -> other.id() == trial.id())) {
            return;
        }
        came++;
        ranked.add(trial);
        ranked = new ArrayList<>(Ranking.bestFirst(ranked));
        if (ranked.size() > MOST_OF_SEVERAL_VALUES) {
            ranked.remove(ranked.size() - 1);
        }
    }

    /** The best trial that has not gone on and is among the best so-manieth part. */
    Optional<Trial> earned(int reduction) {
        return best(came / reduction);
    }

    /** The best trial that has not gone on. */
    Optional<Trial> best() {
        return best(ranked.size());
    }

    private Optional<Trial> best(int among) {
        return ranked.stream()
                .limit(among)
                .filter(trial -> !gone.contains(trial.key()))
                .findFirst();
    }

    void go(String key) {
        gone.add(key);
    }
}
