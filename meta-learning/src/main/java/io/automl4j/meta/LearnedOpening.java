package io.automl4j.meta;

import io.automl4j.search.Opening;
import io.automl4j.search.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An opening by what past tables tell: first what the learners bring first, since ensembles gain most from models that are not kin,
 * and hand-set configurations are good on tables of any size; then the portfolio that goes on from there; then the rest of what the
 * learners bring. What is found changes the order of what is left.
 */
final class LearnedOpening implements Opening {
    private static final int PORTFOLIO = 48;

    private final RegretMatrix matrix;
    private final double[] weights;
    private final List<Start> starts;
    /** The first hand-set start of each learner. */
    private final List<Start> leaders;
    /** All there are, in the order before anything is known of the table at hand. */
    private final List<Start> first;

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
        Set<String> met = new HashSet<>();
        this.leaders =
                handSet.stream().filter(start -> met.add(start.learner())).toList();
        List<Integer> columns = IntStream.range(0, starts.size())
                .filter(column -> starts.indexOf(starts.get(column)) == column)
                .boxed()
                .toList();
        Set<Start> all = order(weights, Set.of(), columns);
        all.addAll(handSet);
        this.first = List.copyOf(all);
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
            return first;
        }
        Set<Start> ordered = order(Likeness.after(matrix, weights, known), losses.keySet(), columns(first));
        ordered.addAll(first);
        return List.copyOf(ordered);
    }

    /** The leaders of learners of which nothing was tried, and the best of some recipes to go on with. */
    private Set<Start> order(double[] weights, Set<Start> tried, List<Integer> columns) {
        Set<String> met = tried.stream().map(Start::learner).collect(Collectors.toSet());
        Set<Start> ordered = leaders.stream()
                .filter(start -> !met.contains(start.learner()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Integer> begun = new ArrayList<>(columns(tried));
        begun.addAll(columns(ordered));
        Portfolio.order(matrix, weights, begun, columns, PORTFOLIO).forEach(column -> ordered.add(starts.get(column)));
        return ordered;
    }

    /** Those that are recipes. */
    private List<Integer> columns(Collection<Start> some) {
        return some.stream().map(starts::indexOf).filter(column -> column >= 0).toList();
    }
}
