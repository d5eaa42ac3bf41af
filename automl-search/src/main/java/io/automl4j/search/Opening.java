package io.automl4j.search;

import java.util.List;
import java.util.Map;

/** The configurations that a search begins with, in an order that may change with what was found. */
@FunctionalInterface
public interface Opening {
    /** No configuration: whatever is tried is proposed. */
    Opening NONE = losses -> List.of();

    /**
     * All starts, those that have been tried included.
     *
     * @param losses what was reached so far on all folds, or would have been by what was reached on some, by start, in the order in
     *     which they ended; at first nothing
     * @return the starts, first things first; the same ones whatever was found
     */
    List<Start> order(Map<Start, Double> losses);

    /**
     * How many of the starts come before anything else, on all folds if they take little, in a search in which learners take turns by time;
     * the others wait until it is the turn of their learner, and begin at its least fidelity.
     *
     * @return the number, at least 0, of those that come first before anything was found; a search may take fewer
     */
    default int first() {
        return Integer.MAX_VALUE;
    }

    /**
     * An order that stays.
     *
     * @param starts first things first
     * @return the same order whatever was found
     */
    static Opening of(List<Start> starts) {
        List<Start> copy = List.copyOf(starts);
        return losses -> copy;
    }
}
