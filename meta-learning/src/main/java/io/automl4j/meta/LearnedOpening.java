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

/**
 * An opening by what past tables tell: first the portfolio, in which after every two starts a learner that has not had its turn
 * gets one, since ensembles gain most from models that are not kin; then what the learners bring. What is found changes the
 * order of what is left.
 */
final class LearnedOpening implements Opening {
    private static final int PORTFOLIO = 48;
    private static final int BETWEEN_LEARNERS = 2;

    private final RegretMatrix matrix;
    private final double[] weights;
    private final List<Start> starts;
    /** All there are, in the order before anything is known of the table at hand. */
    private final List<Start> first;

    /**
     * An opening.
     *
     * @param matrix what is known
     * @param weightsOfFirst how much each of its tables counts for the first start
     * @param weights how much for the others, before anything is known of the table at hand
     * @param starts its recipes on the table at hand
     * @param handSet what the learners bring
     */
    LearnedOpening(
            RegretMatrix matrix, double[] weightsOfFirst, double[] weights, List<Start> starts, List<Start> handSet) {
        this.matrix = matrix;
        this.weights = weights;
        this.starts = starts;
        Set<Start> all =
                new LinkedHashSet<>(varied(starts(Portfolio.order(matrix, weightsOfFirst, weights)), List.of()));
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
        Set<Start> all = new HashSet<>(first);
        List<Integer> order = Portfolio.order(matrix, Likeness.after(matrix, weights, known), known.keySet());
        List<Start> best = starts(order).stream().filter(all::contains).toList();
        Set<Start> ordered = new LinkedHashSet<>(varied(best, losses.keySet()));
        ordered.addAll(first);
        return List.copyOf(ordered);
    }

    private List<Start> starts(List<Integer> columns) {
        return columns.stream().map(starts::get).distinct().toList();
    }

    /** The first of an order, with the first of each learner that has had no turn not far behind those that were tried before. */
    private static List<Start> varied(List<Start> best, Collection<Start> tried) {
        Set<String> met = new HashSet<>();
        int since = 0;
        for (Start start : tried) {
            since = met.add(start.learner()) ? 0 : since + 1;
        }
        List<Start> varied = new ArrayList<>();
        for (Start start : best.subList(0, Math.min(PORTFOLIO, best.size()))) {
            if (since >= BETWEEN_LEARNERS) {
                best.stream()
                        .filter(other -> !met.contains(other.learner()))
                        .findFirst()
                        .ifPresent(first -> {
                            varied.add(first);
                            met.add(first.learner());
                        });
                since = 0;
            }
            varied.add(start);
            since = met.add(start.learner()) ? 0 : since + 1;
        }
        return varied;
    }
}
