package io.automl4j.benchmarks.measure;

import java.util.List;

/**
 * The expected calibration error (Naeini, Cooper and Hauskrecht, 2015; Guo and others, 2017): rows are put in 15 bins by the
 * probability of their most probable class, and how often it is right is held against how probable it was said to be, in the mean
 * over all rows.
 */
public final class CalibrationError {
    private static final int BINS = 15;

    private final double[] right = new double[BINS];
    private final double[] confidence = new double[BINS];
    private int total;

    /**
     * Adds a row.
     *
     * @param probabilities of its classes
     * @param truth the place of its true class; -1 if it is none of them
     */
    public void add(List<Double> probabilities, int truth) {
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            if (probabilities.get(i) > probabilities.get(best)) {
                best = i;
            }
        }
        double said = probabilities.get(best);
        int bin = Math.min(BINS - 1, (int) (said * BINS));
        right[bin] += best == truth ? 1 : 0;
        confidence[bin] += said;
        total++;
    }

    /** The error, between 0 and 1. */
    public double value() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(right[bin] - confidence[bin]);
        }
        return sum / total;
    }
}
