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
            double ours = pairs.get(i)[0];
            double theirs = pairs.get(i)[1];
            boolean tie = Math.abs(ours - theirs) <= TIE * Math.max(Math.abs(ours), Math.abs(theirs));
            points[i] = tie ? 0.5 : ours < theirs ? 1 : 0;
            wins += !tie && ours < theirs ? 1 : 0;
            ties += tie ? 1 : 0;
        }
        return new WinTieLoss(wins, ties, points.length - wins - ties, Interval.ofMean(points));
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
