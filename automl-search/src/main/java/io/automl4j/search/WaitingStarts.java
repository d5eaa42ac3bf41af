package io.automl4j.search;

import io.automl4j.api.trial.Origin;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The starts that have not been tried, in the order that what was found suggests. */
final class WaitingStarts {
    private final Opening opening;
    /** Each start within the space of its learner. */
    private final Map<Start, Fresh> repaired = new LinkedHashMap<>();
    /** The keys of those that come before anything else. */
    private final Set<String> leading = new HashSet<>();
    /** Those that wait, by their keys: two may be the same within the space. */
    private final Map<String, Fresh> waiting = new LinkedHashMap<>();

    /**
     * All of an opening.
     *
     * @param opening the starts
     * @param learners the learners that they are of
     * @param most how many may come before anything else
     */
    WaitingStarts(Opening opening, Map<String, Searched> learners, int most) {
        this.opening = opening;
        int first = Math.min(most, opening.first());
        for (Start start : opening.order(Map.of())) {
            Searched learner = Objects.requireNonNull(learners.get(start.learner()), start.learner());
            Fresh fresh = new Fresh(start.learner(), learner.space().repair(start.configuration()), Origin.START);
            if (repaired.size() < first) {
                leading.add(fresh.key());
            }
            repaired.put(start, fresh);
            waiting.put(fresh.key(), fresh);
        }
    }

    /** Those that wait, first things first. */
    Stream<Fresh> all() {
        return waiting.values().stream();
    }

    /** Of those that come before anything else the ones that wait. */
    Stream<Fresh> leading() {
        return all().filter(fresh -> leading.contains(fresh.key()));
    }

    /** Those of a learner. */
    Stream<Fresh> of(String learner) {
        return all().filter(fresh -> fresh.learner().equals(learner));
    }

    /** What was asked for does not wait any more. */
    void remove(String key) {
        waiting.remove(key);
    }

    /** Brings those that wait into the order that losses suggest, see {@link Opening#order}. */
    void reorder(Map<Start, Double> losses) {
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, Fresh> before = new LinkedHashMap<>(waiting);
        waiting.clear();
        for (Start start : opening.order(losses)) {
            Fresh fresh = Objects.requireNonNull(repaired.get(start), "a start that was not there before");
            String key = fresh.key();
            if (before.containsKey(key)) {
                waiting.put(key, fresh);
            }
        }
    }
}
