package io.automl4j.meta;

import io.automl4j.search.Opening;
import io.automl4j.search.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An opening by what past tables tell. First come the hand-set starts, one of each learner before any second one, since ensembles
 * gain most from models that are not kin, and what is hand-set is good on tables of any size; then, where learners take turns, the
 * portfolio that goes on from there, in place of what would be drawn at random. What is found changes the order of what is left.
 */
final class LearnedOpening implements Opening {
    private static final int PORTFOLIO = 48;

    private final RegretMatrix matrix;
    private final double[] weights;
    private final List<Start> starts;
    private final List<Start> handSet;
    /** The first hand-set start of each learner. */
    private final List<Start> leaders;
    /** All there are, in the order before anything is known of the table at hand. */
    private final List<Start> all;

    /**
     * An opening.
     *
     * @param matrix what is known
     * @param weights how much each of its tables counts before anything is known of the table at hand
     * @param starts its recipes on the table at hand
     * @param handSet what the learners bring
     */
    LearnedOpening(RegretMatrix matrix, double[] weights, List<Start> starts, List<Start> handSet) {
        this.matrix = matrix;
        this.weights = weights;
        this.starts = starts;
        this.handSet = List.copyOf(handSet);
        this.leaders = StartingOrder.firstOfEach(handSet);
        List<Integer> columns = IntStream.range(0, starts.size())
                .filter(column -> starts.indexOf(starts.get(column)) == column)
                .boxed()
                .toList();
        this.all = List.copyOf(order(weights, Set.of(), columns));
    }

    @Override
    public int first() {
        return handSet.size();
    }

    @Override
    public List<Start> order(Map<Start, Double> losses) {
        Map<Integer, Double> known = new LinkedHashMap<>();
        losses.forEach((start, loss) -> {
            int column = starts.indexOf(start);
            if (column >= 0) {
                known.put(column, loss);
            }
        });
        if (known.size() < Likeness.FEWEST) {
            return all;
        }
        Set<Start> ordered = order(Likeness.after(matrix, weights, known), losses.keySet(), columns(all));
        ordered.addAll(all);
        return List.copyOf(ordered);
    }

    /** The hand-set starts, those of learners of which nothing was tried first, and the best of some recipes to go on with. */
    private Set<Start> order(double[] weights, Set<Start> tried, List<Integer> columns) {
        Set<String> met = tried.stream().map(Start::learner).collect(Collectors.toSet());
        Set<Start> ordered = leaders.stream()
                .filter(start -> !met.contains(start.learner()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        addBest(ordered, weights, tried, columns(handSet));
        ordered.addAll(handSet);
        addBest(ordered, weights, tried, columns);
        return ordered;
    }

    private void addBest(Set<Start> ordered, double[] weights, Set<Start> tried, List<Integer> columns) {
        List<Integer> begun = new ArrayList<>(columns(tried));
        begun.addAll(columns(ordered));
        Portfolio.order(matrix, weights, begun, columns, PORTFOLIO).forEach(column -> ordered.add(starts.get(column)));
    }

    /** Those that are recipes. */
    private List<Integer> columns(Collection<Start> some) {
        return some.stream().map(starts::indexOf).filter(column -> column >= 0).toList();
    }
}
