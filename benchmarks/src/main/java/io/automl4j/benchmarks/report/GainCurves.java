package io.automl4j.benchmarks.report;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.benchmarks.measure.NormalisedScore;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.run.CellResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How good the best model so far was in validation, against seconds: the share of the prior's loss that was taken away,
 * on the scale on which the reference's loss counts as 1. For tables without a reference the last score of a framework
 * counts as 1.
 */
final class GainCurves {
    private static final int POINTS = 120;

    private final References references;

    /**
     * A mean.
     *
     * @param seconds since the start
     * @param gain the mean share of the gain, no less than 0
     */
    record Point(double seconds, double gain) {}

    private GainCurves(References references) {
        this.references = references;
    }

    /**
     * One curve for each framework that tells of its course: the mean over tables of the mean over folds and seeds, the
     * tables being those of which all these frameworks tell.
     *
     * @param results cells; those that report no curve, or end no better than the prior, are left out
     * @param references what counts as 1
     * @return the curves by framework, in the order of the results, all at the same seconds, whose logarithms are
     *     evenly spaced
     */
    static Map<String, List<Point>> of(List<CellResult> results, References references) {
        return new GainCurves(references).curves(results);
    }

    private Map<String, List<Point>> curves(List<CellResult> results) {
        List<CellResult> told =
                onCommonTables(results.stream().filter(GainCurves::hasGain).toList());
        double[] seconds = seconds(told);
        Map<String, List<CellResult>> byFramework = told.stream()
                .collect(Collectors.groupingBy(CellResult::framework, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Point>> curves = new LinkedHashMap<>();
        byFramework.forEach((framework, cells) -> {
            List<Point> curve = new ArrayList<>();
            for (double second : seconds) {
                curve.add(new Point(second, mean(cells, second)));
            }
            curves.put(framework, curve);
        });
        return curves;
    }

    /** Means over different tables could not be compared. */
    private static List<CellResult> onCommonTables(List<CellResult> told) {
        Map<String, Set<String>> tables = told.stream()
                .collect(Collectors.groupingBy(
                        CellResult::framework, Collectors.mapping(CellResult::table, Collectors.toSet())));
        return told.stream()
                .filter(cell -> tables.values().stream().allMatch(own -> own.contains(cell.table())))
                .toList();
    }

    private double mean(List<CellResult> cells, double second) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        CellResult::table, LinkedHashMap::new, Collectors.averagingDouble(cell -> gain(cell, second))))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** The share by a second. A run that has nothing better yet could answer with the prior, hence no less than 0. */
    private double gain(CellResult cell, double second) {
        Metric metric = Metrics.byName(cell.score().metric());
        double begin = metric.toLoss(cell.prior());
        double reached = begin;
        for (Facts.Point point : cell.facts().curve()) {
            if (point.seconds() <= second) {
                reached = metric.toLoss(point.score());
            }
        }
        double end = references.loss(cell.table(), metric.name()).orElse(last(cell, metric));
        double gain = NormalisedScore.of(reached, begin, end);
        return Double.isNaN(gain) ? 0 : Math.max(0, gain);
    }

    private static boolean hasGain(CellResult cell) {
        if (cell.facts().curve().isEmpty()) {
            return false;
        }
        Metric metric = Metrics.byName(cell.score().metric());
        return last(cell, metric) < metric.toLoss(cell.prior());
    }

    private static double last(CellResult cell, Metric metric) {
        List<Facts.Point> curve = cell.facts().curve();
        return metric.toLoss(curve.get(curve.size() - 1).score());
    }

    private static double[] seconds(List<CellResult> told) {
        double first = Math.max(1e-3, times(told).min().orElse(1));
        double last = Math.max(first, times(told).max().orElse(1));
        double[] seconds = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            seconds[i] = first * Math.pow(last / first, i / (POINTS - 1.0));
        }
        // rounding must not hide the last scores
        seconds[POINTS - 1] = last;
        return seconds;
    }

    private static DoubleStream times(List<CellResult> told) {
        return told.stream().flatMap(cell -> cell.facts().curve().stream()).mapToDouble(Facts.Point::seconds);
    }
}
