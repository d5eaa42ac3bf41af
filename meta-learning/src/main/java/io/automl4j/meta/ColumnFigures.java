package io.automl4j.meta;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the distributions of numbers look like.
 *
 * @param sample rows and columns
 */
record ColumnFigures(SampledTable sample) {
    private static final double OUTLIER = 3;
    /** Correlations of so many columns in all pairs. */
    private static final int CORRELATED = 30;

    void addTo(Map<String, Double> figures) {
        addTarget(figures);
        List<Moments> moments = sample.numeric().stream().map(Moments::of).toList();
        double count = Math.max(1, moments.size());
        double cells = Math.max(1, moments.stream().mapToInt(Moments::count).sum());
        figures.put(
                "skewness_mean",
                moments.stream().mapToDouble(m -> Math.abs(m.skewness())).sum() / count);
        figures.put(
                "skewness_max",
                moments.stream().mapToDouble(m -> Math.abs(m.skewness())).max().orElse(0));
        figures.put(
                "tails_mean", moments.stream().mapToDouble(Moments::logKurtosis).sum() / count);
        figures.put("whole", moments.stream().filter(Moments::isWhole).count() / count);
        figures.put("two_valued", moments.stream().filter(Moments::hasTwoValues).count() / count);
        figures.put("zeros", moments.stream().mapToInt(Moments::zeros).sum() / cells);
        figures.put("outliers", moments.stream().mapToInt(Moments::outliers).sum() / cells);
        addCorrelations(figures);
    }

    private void addTarget(Map<String, Double> figures) {
        boolean numbers = sample.classes() == 0 && sample.rows() > 0;
        Moments target = Moments.of(sample.targets());
        double distinct = Arrays.stream(sample.targets()).distinct().count();
        figures.put("target_skewness", numbers ? target.skewness() : 0);
        figures.put("target_tails", numbers ? target.logKurtosis() : 0);
        figures.put("target_distinct", numbers ? distinct / sample.rows() : 0);
    }

    private void addCorrelations(Map<String, Double> figures) {
        List<double[]> columns = sample.numeric().stream()
                .limit(CORRELATED)
                .map(ColumnFigures::standardised)
                .toList();
        double sum = 0;
        double most = 0;
        int pairs = 0;
        for (int i = 0; i < columns.size(); i++) {
            for (int j = 0; j < i; j++) {
                double correlation = 0;
                for (int row = 0; row < sample.rows(); row++) {
                    correlation += columns.get(i)[row] * columns.get(j)[row];
                }
                correlation = Math.abs(correlation) / sample.rows();
                sum += correlation;
                most = Math.max(most, correlation);
                pairs++;
            }
        }
        figures.put("correlation_mean", pairs == 0 ? 0 : sum / pairs);
        figures.put("correlation_max", most);
    }

    /** Mean 0 and variance 1, missing ones at the mean. */
    static double[] standardised(double[] values) {
        Moments moments = Moments.of(values);
        double[] standardised = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standardised[i] = Double.isNaN(values[i]) || moments.deviation() == 0
                    ? 0
                    : (values[i] - moments.mean()) / moments.deviation();
        }
        return standardised;
    }

    /** Moments of the values that are there. */
    private record Moments(
            int count,
            double mean,
            double deviation,
            double skewness,
            double logKurtosis,
            boolean isWhole,
            boolean hasTwoValues,
            int zeros,
            int outliers) {

        static Moments of(double[] all) {
            double[] values =
                    Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
            double mean = Arrays.stream(values).average().orElse(0);
            double second = power(values, mean, 2);
            double deviation = Math.sqrt(second);
            double third = second > 0 ? power(values, mean, 3) / (second * deviation) : 0;
            double fourth = second > 0 ? power(values, mean, 4) / (second * second) : 1;
            return new Moments(
                    values.length,
                    mean,
                    deviation,
                    third,
                    Math.log(Math.max(1, fourth)),
                    Arrays.stream(values).allMatch(value -> Math.rint(value) == value),
                    Arrays.stream(values).distinct().limit(3).count() == 2,
                    (int) Arrays.stream(values).filter(value -> value == 0).count(),
                    (int) Arrays.stream(values)
                            .filter(value -> Math.abs(value - mean) > OUTLIER * deviation)
                            .count());
        }

        private static double power(double[] values, double mean, int exponent) {
            return Arrays.stream(values)
                    .map(value -> Math.pow(value - mean, exponent))
                    .average()
                    .orElse(0);
        }
    }
}
