package io.automl4j.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Which recipes to try first: greedily the one that lowers the mean of the least regret on past tables most for its time
 * (the greedy portfolio of Feurer and others, "Auto-sklearn 2.0", 2022, weighed by time). What a recipe is worth on one
 * table is a matter of luck in part, so its regret there is drawn towards its mean.
 */
final class Portfolio {
    /** With 0 time does not count, with 1 the gain in each second does; between them good ones and cheap ones are early. */
    private static final double TIME = 0.25;
    /** What the mean of all tables counts in the regret on one of them. */
    private static final double SHRINKAGE = 0.4;
    /** What a training takes at least, with all that is around it. */
    private static final double OVERHEAD = 0.2;

    private Portfolio() {}

    /**
     * An order of recipes.
     *
     * @param matrix what is known
     * @param weights how much each of its tables counts
     * @param tried columns that come no more
     * @return the other columns of the matrix, first things first
     */
    static List<Integer> order(RegretMatrix matrix, double[] weights, Collection<Integer> tried) {
        List<Integer> all = IntStream.range(0, matrix.columns()).boxed().toList();
        return order(matrix, weights, tried, all, all.size());
    }

    /**
     * The beginning of an order of some recipes.
     *
     * @param matrix what is known
     * @param weights how much each of its tables counts
     * @param tried columns that come no more
     * @param some the columns to choose from
     * @param most how many to choose
     * @return columns of the matrix, first things first
     */
    static List<Integer> order(
            RegretMatrix matrix, double[] weights, Collection<Integer> tried, Collection<Integer> some, int most) {
        double[] dear = Arrays.stream(means(matrix.columns(), matrix.seconds(), weights))
                .map(seconds -> Math.pow(OVERHEAD + seconds, TIME))
                .toArray();
        double[][] regret = shrunk(matrix.columns(), matrix.regret(), weights);
        Set<Integer> left = new TreeSet<>(some);
        left.removeAll(tried);
        List<Integer> order = new ArrayList<>();
        double[] least = worst(matrix);
        tried.forEach(column -> lower(least, regret, column));
        boolean begun = !tried.isEmpty();
        while (!left.isEmpty() && order.size() < most) {
            int best = best(left, recipe -> gain(regret, weights, least, recipe) / dear[recipe]);
            if (begun && gain(regret, weights, least, best) <= 0) {
                // every past table has its best: the second best of each is next
                Arrays.fill(least, 1);
                begun = false;
                continue;
            }
            begun = true;
            left.remove(best);
            order.add(best);
            lower(least, regret, best);
        }
        return order;
    }

    /** The recipe that is worth most; of those that are worth the same the first one. */
    private static int best(Set<Integer> left, IntToDoubleFunction worth) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int recipe : left) {
            double value = worth.applyAsDouble(recipe);
            if (best < 0 || value > most) {
                best = recipe;
                most = value;
            }
        }
        return best;
    }

    private static void lower(double[] least, double[][] regret, int column) {
        for (int table = 0; table < least.length; table++) {
            least[table] = Math.min(least[table], regret[table][column]);
        }
    }

    private static double[] worst(RegretMatrix matrix) {
        double[] worst = new double[matrix.rows()];
        Arrays.fill(worst, 1);
        return worst;
    }

    private static double[][] shrunk(int columns, double[][] regret, double[] weights) {
        double[] means = means(columns, regret, weights);
        double[][] shrunk = new double[regret.length][means.length];
        for (int table = 0; table < regret.length; table++) {
            for (int recipe = 0; recipe < means.length; recipe++) {
                shrunk[table][recipe] = (1 - SHRINKAGE) * regret[table][recipe] + SHRINKAGE * means[recipe];
            }
        }
        return shrunk;
    }

    private static double gain(double[][] regret, double[] weights, double[] least, int recipe) {
        double gain = 0;
        for (int table = 0; table < least.length; table++) {
            gain += weights[table] * Math.max(0, least[table] - regret[table][recipe]);
        }
        return gain;
    }

    /** The weighed mean of each column. */
    private static double[] means(int columns, double[][] rows, double[] weights) {
        double[] means = new double[columns];
        double all = Arrays.stream(weights).sum();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < means.length; column++) {
                means[column] += weights[row] / all * rows[row][column];
            }
        }
        return means;
    }
}
