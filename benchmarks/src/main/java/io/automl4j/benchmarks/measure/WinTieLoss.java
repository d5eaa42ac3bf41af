package io.automl4j.benchmarks.measure;

import java.util.List;
import java.util.Locale;

/**
 * How one framework did against another, table by table.
 *
 * @param wins tables with a smaller loss
 * @param ties tables whose losses differ by less than a thousandth of the larger one
 * @param losses tables with a larger loss
 * @param rate the share of wins, ties counted half, with its interval over tables
 */
public record WinTieLoss(int wins, int ties, int losses, Interval rate) {
    private static final double TIE = 1e-3;

    /**
     * Compares.
     *
     * @param pairs for each table the loss of the one and of the other
     * @return the counts
     */
    public static WinTieLoss of(List<double[]> pairs) {
        int wins = 0;
        int ties = 0;
        double[] points = new double[pairs.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = points(pairs.get(i)[0], pairs.get(i)[1]);
            wins += points[i] == 1 ? 1 : 0;
            ties += points[i] == 0.5 ? 1 : 0;
        }
        return new WinTieLoss(wins, ties, points.length - wins - ties, Interval.ofMean(points));
    }

    /**
     * Compares two losses.
     *
     * @return 1 for a win of the one, ½ for a tie, 0 for a win of the other; NaN if one is not known
     */
    public static double points(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Double.NaN;
        }
        boolean tie = Math.abs(one - other) <= TIE * Math.max(Math.abs(one), Math.abs(other));
        return tie ? 0.5 : one < other ? 1 : 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d-%d-%d, rate %.2f [%.2f, %.2f]",
                wins,
                ties,
                losses,
                rate.mean(),
                rate.low(),
                rate.high());
    }
}
