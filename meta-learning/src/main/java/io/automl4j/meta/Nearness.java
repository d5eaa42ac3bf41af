package io.automl4j.meta;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How near past tables are to another one by a group of {@link MetaFeatures}. Each figure counts as its rank among the tables, so that
 * none counts more for its scale. A run goes by {@link #COUNTS}; {@link PortfolioReport} tells what each would be worth.
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

    /** What a table counts that is as far as the median, or of which nothing is known. */
    private static final double MEDIAN = Math.exp(-0.5);

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
    private final Set<String> prefixes;

    Nearness(String... prefixes) {
        this.prefixes = Set.of(prefixes);
    }

    /**
     * How much each past table counts: of those that are as far as the median e to minus a half.
     *
     * @param past tables with meta-features
     * @param figures those of another one; if there are none, all count the same
     */
    double[] weights(List<Experience> past, Map<String, Double> figures) {
        double[] squares = new double[past.size()];
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            if (prefixes.stream().anyMatch(figure.getKey()::startsWith)) {
                double[] values = past.stream()
                        .mapToDouble(other -> other.metaFeatures().getOrDefault(figure.getKey(), 0.0))
                        .toArray();
                // as figures of files are, so that equal ones are equal
                double here = rank(values, ExperienceFile.rounded(figure.getValue()));
                for (int other = 0; other < values.length; other++) {
                    double apart = rank(values, values[other]) - here;
                    squares[other] += apart * apart;
                }
            }
        }
        double[] sorted = squares.clone();
        Arrays.sort(sorted);
        double median = Math.max(Double.MIN_NORMAL, sorted[sorted.length / 2]);
        return IntStream.range(0, squares.length)
                .mapToDouble(other ->
                        past.get(other).metaFeatures().isEmpty() ? MEDIAN : Math.exp(-squares[other] / (2 * median)))
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
