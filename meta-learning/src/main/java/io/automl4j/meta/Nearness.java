package io.automl4j.meta;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How near past tables are to another one by a group of {@link MetaFeatures}. Each figure counts as its rank among the tables, so that
 * none counts more for its scale. A run takes no account of it: {@link PortfolioReport} tells what it would be worth.
 */
enum Nearness {
    /** What can be counted. */
    COUNTS("log_", "numeric", "categorical", "text", "missing_", "majority", "minority", "entropy"),
    /** How numbers are spread. */
    MOMENTS("target_", "skewness_", "tails_", "whole", "zeros", "two_valued", "outliers", "correlation_"),
    /** What features tell of the target. */
    DEPENDENCE("dependence_"),
    /** What simple learners reach. */
    LANDMARKS("landmark_"),
    /** All of these. */
    ALL("");

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
    private final Set<String> prefixes;

    Nearness(String... prefixes) {
        this.prefixes = Set.of(prefixes);
    }

    /**
     * How much each past table counts: of those that are as far as the median e to minus a half.
     *
     * @param past tables with meta-features
     * @param table another one
     */
    double[] weights(List<Experience> past, Experience table) {
        double[] squares = new double[past.size()];
        for (Map.Entry<String, Double> figure : table.metaFeatures().entrySet()) {
            if (prefixes.stream().anyMatch(figure.getKey()::startsWith)) {
                double[] values = past.stream()
                        .mapToDouble(other -> other.metaFeatures().getOrDefault(figure.getKey(), 0.0))
                        .toArray();
                double here = rank(values, figure.getValue());
                for (int other = 0; other < values.length; other++) {
                    double apart = rank(values, values[other]) - here;
                    squares[other] += apart * apart;
                }
            }
        }
        double[] sorted = squares.clone();
        Arrays.sort(sorted);
        double median = Math.max(Double.MIN_NORMAL, sorted[sorted.length / 2]);
        return Arrays.stream(squares)
                .map(square -> Math.exp(-square / (2 * median)))
                .toArray();
    }

    /** Which part of some values is smaller than one; of equal ones half. */
    private static double rank(double[] values, double value) {
        double below = 0;
        for (double other : values) {
            below += other < value ? 1 : other == value ? 0.5 : 0;
        }
        return below / values.length;
    }
}
