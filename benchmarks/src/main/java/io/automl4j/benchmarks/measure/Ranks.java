package io.automl4j.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import weka.core.Statistics;

/**
 * Average ranks over tables, and by how much two must differ (Demšar 2006, JMLR 7: Friedman's test and Nemenyi's
 * critical difference at 0.05).
 *
 * @param names the frameworks
 * @param means the average rank of each; 1 is the best
 * @param tables over how many tables
 */
public record Ranks(List<String> names, double[] means, int tables) {
    /** The studentised range at 0.05 over the square root of two, for 2 to 20 frameworks (Demšar's table 5 (a) on). */
    private static final double[] NEMENYI = {
        1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164, 3.219, 3.268, 3.313, 3.354, 3.391, 3.426, 3.458,
        3.489, 3.517, 3.544
    };

    /**
     * Ranks frameworks on each table; equal losses share their ranks.
     *
     * @param names the frameworks
     * @param losses {@code [table][framework]}, lower is better
     * @return the average ranks
     */
    public static Ranks of(List<String> names, List<double[]> losses) {
        double[] sums = new double[names.size()];
        for (double[] row : losses) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += rank(row, i);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, losses.size());
        }
        return new Ranks(List.copyOf(names), sums, losses.size());
    }

    private static double rank(double[] losses, int of) {
        double rank = 1;
        for (int i = 0; i < losses.length; i++) {
            if (i != of) {
                rank += losses[i] < losses[of] ? 1 : losses[i] == losses[of] ? 0.5 : 0;
            }
        }
        return rank;
    }

    /** The difference between two average ranks that shows one; NaN for more than twenty frameworks or none. */
    public double criticalDifference() {
        int k = names.size();
        if (k < 2 || k - 2 >= NEMENYI.length || tables == 0) {
            return Double.NaN;
        }
        return NEMENYI[k - 2] * Math.sqrt(k * (k + 1) / (6.0 * tables));
    }

    /** Friedman's statistic, which follows χ² with one degree of freedom less than there are frameworks. */
    public double friedman() {
        int k = names.size();
        double sum = 0;
        for (double mean : means) {
            sum += mean * mean;
        }
        return 12.0 * tables / (k * (k + 1)) * (sum - k * (k + 1) * (k + 1) / 4.0);
    }

    /** How probable such a statistic or a larger one is where all are equally good; NaN for one framework or no table. */
    public double friedmanProbability() {
        return names.size() < 2 || tables == 0
                ? Double.NaN
                : Statistics.chiSquaredProbability(friedman(), names.size() - 1);
    }

    /** The numbers of the frameworks, best first. */
    public List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(means[a], means[b]));
        return order;
    }
}
