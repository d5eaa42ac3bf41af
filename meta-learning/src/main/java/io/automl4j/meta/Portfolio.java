package io.automl4j.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which recipes to try first: greedily the one that lowers the mean of the least regret on past tables most for its time
 * (the greedy portfolio of Feurer and others, "Auto-sklearn 2.0", 2022, weighed by time).
 */
final class Portfolio {
    /** With 0 time does not count, with 1 the gain in each second does; between them good ones and cheap ones are early. */
    private static final double TIME = 0.5;
    /** What a training takes at least, with all that is around it. */
    private static final double OVERHEAD = 0.2;

    private Portfolio() {}

    /**
     * An order of recipes.
     *
     * @param matrix what is known
     * @param weights how much each of its tables counts
     * @param most how many recipes
     * @return columns of the matrix, first things first
     */
    static List<Integer> order(RegretMatrix matrix, double[] weights, int most) {
        double[] seconds = meanSeconds(matrix, weights);
        Set<Integer> left =
                new TreeSet<>(IntStream.range(0, matrix.columns()).boxed().toList());
        List<Integer> order = new ArrayList<>();
        double[] least = worst(matrix);
        boolean begun = false;
        while (order.size() < most && !left.isEmpty()) {
            double[] sofar = least;
            int best = left.stream()
                    .max(Comparator.comparingDouble(recipe ->
                            gain(matrix, weights, sofar, recipe) / Math.pow(OVERHEAD + seconds[recipe], TIME)))
                    .orElseThrow();
            if (begun && gain(matrix, weights, least, best) <= 0) {
                // every past table has its best: the second best of each is next
                least = worst(matrix);
                begun = false;
                continue;
            }
            begun = true;
            left.remove(best);
            order.add(best);
            for (int table = 0; table < least.length; table++) {
                least[table] = Math.min(least[table], matrix.regret()[table][best]);
            }
        }
        return order;
    }

    private static double[] worst(RegretMatrix matrix) {
        double[] worst = new double[matrix.rows()];
        Arrays.fill(worst, 1);
        return worst;
    }

    private static double gain(RegretMatrix matrix, double[] weights, double[] least, int recipe) {
        double gain = 0;
        for (int table = 0; table < least.length; table++) {
            gain += weights[table] * Math.max(0, least[table] - matrix.regret()[table][recipe]);
        }
        return gain;
    }

    private static double[] meanSeconds(RegretMatrix matrix, double[] weights) {
        double[] mean = new double[matrix.columns()];
        double all = Arrays.stream(weights).sum();
        for (int table = 0; table < matrix.rows(); table++) {
            for (int recipe = 0; recipe < mean.length; recipe++) {
                mean[recipe] += weights[table] / all * matrix.seconds()[table][recipe];
            }
        }
        return mean;
    }

    /** Every table counts alike. */
    static double[] uniform(RegretMatrix matrix) {
        double[] weights = new double[matrix.rows()];
        Arrays.fill(weights, 1);
        return weights;
    }
}
