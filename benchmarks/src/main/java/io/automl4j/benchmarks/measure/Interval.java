package io.automl4j.benchmarks.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A mean with the 90 % interval of its bootstrap (Efron 1979, percentile method) over tables.
 *
 * @param low the 5th percentile
 * @param mean the mean of the values
 * @param high the 95th percentile
 */
public record Interval(double low, double mean, double high) {
    private static final int DRAWS = 10_000;
    private static final long SEED = 20_240_101;

    /**
     * The interval of a mean.
     *
     * @param values one value for each table
     * @return NaN throughout if there are none
     */
    public static Interval ofMean(double[] values) {
        if (values.length == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return new Interval(means[DRAWS / 20], mean, means[DRAWS - 1 - DRAWS / 20]);
    }

    /** What may be said of a difference: {@code better}, {@code worse}, or {@code no difference shown}. */
    public String verdict() {
        if (low > 0) {
            return "better";
        }
        return high < 0 ? "worse" : "no difference shown";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", mean, low, high);
    }
}
