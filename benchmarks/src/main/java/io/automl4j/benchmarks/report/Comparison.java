package io.automl4j.benchmarks.report;

import io.automl4j.api.Checks;
import io.automl4j.api.metric.Metrics;
import io.automl4j.benchmarks.measure.Interval;
import io.automl4j.benchmarks.measure.NormalisedScore;
import io.automl4j.benchmarks.measure.Ranks;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.measure.References.Reference;
import io.automl4j.benchmarks.measure.WinTieLoss;
import io.automl4j.benchmarks.run.CellResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Results side by side: losses by table and framework, averaged over folds and seeds; every framework has cells of every
 * table.
 */
public final class Comparison {
    private final List<String> frameworks;
    /** For each table the mean loss of each framework. */
    private final Map<String, double[]> losses = new LinkedHashMap<>();

    private final Map<String, Double> priors = new LinkedHashMap<>();
    private final Map<String, String> metrics = new LinkedHashMap<>();
    private final Map<String, Long> failures;
    private final Map<String, Long> disturbances;
    private final long seeds;
    private final References references;

    private Comparison(List<CellResult> results, References references) {
        this.references = references;
        this.frameworks = List.copyOf(
                new LinkedHashSet<>(results.stream().map(CellResult::framework).toList()));
        for (CellResult result : results) {
            metrics.put(result.table(), result.score().metric());
        }
        for (String table : metrics.keySet()) {
            losses.put(
                    table,
                    frameworks.stream()
                            .mapToDouble(framework -> meanLoss(results, table, framework))
                            .toArray());
            priors.put(
                    table,
                    results.stream()
                            .filter(result -> result.table().equals(table))
                            .mapToDouble(result ->
                                    NormalisedScore.loss(result.score().metric(), result.prior()))
                            .average()
                            .orElse(Double.NaN));
        }
        this.failures = counted(results, result -> !result.succeeded());
        this.disturbances = counted(results, result -> result.machine().disturbed());
        this.seeds = results.stream().map(CellResult::seed).distinct().count();
    }

    private static Map<String, Long> counted(List<CellResult> results, Predicate<CellResult> which) {
        return results.stream()
                .filter(which)
                .collect(Collectors.groupingBy(CellResult::framework, Collectors.counting()));
    }

    /**
     * Compares.
     *
     * @param results cells of one budget
     * @param references what counts as 1
     * @return the comparison
     */
    public static Comparison of(List<CellResult> results, References references) {
        return new Comparison(results, references);
    }

    private static double meanLoss(List<CellResult> results, String table, String framework) {
        return results.stream()
                .filter(result ->
                        result.table().equals(table) && result.framework().equals(framework))
                .mapToDouble(result -> NormalisedScore.loss(
                        result.score().metric(), result.score().value()))
                .average()
                .orElse(Double.NaN);
    }

    /** What counts as 1 on the normalised scale. */
    References references() {
        return references;
    }

    /** The frameworks in the order of the results. */
    public List<String> frameworks() {
        return frameworks;
    }

    /** Average ranks. */
    public Ranks ranks() {
        return Ranks.of(frameworks, List.copyOf(losses.values()));
    }

    /** How one framework did against another. */
    public WinTieLoss against(String one, String other) {
        int a = frameworks.indexOf(one);
        int b = frameworks.indexOf(other);
        return WinTieLoss.of(losses.values().stream()
                .map(row -> new double[] {row[a], row[b]})
                .toList());
    }

    /** The mean difference of the normalised scores of two frameworks, over the tables that have a reference. */
    public Interval difference(String one, String other) {
        int a = frameworks.indexOf(one);
        int b = frameworks.indexOf(other);
        List<Double> differences = new ArrayList<>();
        losses.forEach((table, row) -> {
            double difference = normalised(table, row[a]) - normalised(table, row[b]);
            if (!Double.isNaN(difference)) {
                differences.add(difference);
            }
        });
        return Interval.ofMean(
                differences.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double normalised(String table, double loss) {
        OptionalDouble reference = references.loss(table, metric(table));
        return reference.isPresent()
                ? NormalisedScore.of(loss, priors.getOrDefault(table, Double.NaN), reference.getAsDouble())
                : Double.NaN;
    }

    /** The tables in the order of the results. */
    public List<String> tables() {
        return List.copyOf(losses.keySet());
    }

    /** A table's metric. */
    public String metric(String table) {
        return metrics.getOrDefault(table, "");
    }

    /** What is lost on a table, for people. */
    public String lossName(String table) {
        return metric(table).equals(Metrics.ROC_AUC.name()) ? "1 - " + metric(table) : metric(table);
    }

    /** The mean loss of a framework on a table. */
    public double loss(String table, String framework) {
        return losses.getOrDefault(table, new double[0])[frameworks.indexOf(framework)];
    }

    /** What the prior loses on a table. */
    public double prior(String table) {
        return priors.getOrDefault(table, Double.NaN);
    }

    /**
     * References for the normalised scale.
     *
     * @param of those who are asked
     * @return for each table the one who lost the least
     * @throws IllegalArgumentException if one of them lacks a table
     */
    public References references(List<String> of) {
        List<Reference> best = new ArrayList<>();
        for (String table : tables()) {
            Reference least = new Reference(table, metric(table), Double.POSITIVE_INFINITY, "");
            for (String framework : of) {
                Checks.argument(frameworks.contains(framework), "There is no result of %s.", framework);
                double loss = loss(table, framework);
                least = loss < least.loss() ? new Reference(table, metric(table), loss, framework) : least;
            }
            best.add(least);
        }
        return new References(best);
    }

    /** The comparison as Markdown: losses by table, ranks, wins of the first framework. */
    public String markdown() {
        StringBuilder text = new StringBuilder(grid().markdown());
        Ranks ranks = ranks();
        if (frameworks.size() > 1) {
            text.append(String.format(
                    Locale.ROOT,
                    "\nRanks that differ by %.2f show a difference (Nemenyi, 0.05).\n\n",
                    ranks.criticalDifference()));
        }
        for (String other : frameworks.subList(1, frameworks.size())) {
            text.append(sentence(frameworks.get(0), other));
        }
        return text.toString();
    }

    private String sentence(String one, String other) {
        return "- %s against %s: %s; %s. Lost: %s. Tied: %s.\n"
                .formatted(
                        one,
                        other,
                        against(one, other),
                        verdict(one, other),
                        tablesWith(0, one, other),
                        tablesWith(0.5, one, other));
    }

    /**
     * What may be said of two frameworks: that one is better only from two seeds and all tables that have a reference.
     *
     * @return words for people
     */
    public String verdict(String one, String other) {
        Interval difference = difference(one, other);
        if (Double.isNaN(difference.mean())) {
            return "no reference for normalised scores";
        }
        long referred = losses.keySet().stream()
                .filter(table -> references.loss(table, metric(table)).isPresent())
                .count();
        return "normalised score %s%s, %s"
                .formatted(
                        difference,
                        referred < losses.size() ? " (of the %d with a reference)".formatted(referred) : "",
                        isWhole() ? difference.verdict() : "no verdict from one seed or some of the tables");
    }

    private boolean isWhole() {
        Set<String> referred = references.all().stream().map(Reference::table).collect(Collectors.toSet());
        return seeds > 1 && losses.keySet().containsAll(referred);
    }

    private String tablesWith(double points, String one, String other) {
        String names = tables().stream()
                .filter(table -> WinTieLoss.points(loss(table, one), loss(table, other)) == points)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    /** Losses by table, average ranks, and how many cells failed. */
    private Grid grid() {
        List<String> header = new ArrayList<>(List.of("table", "loss"));
        header.addAll(frameworks);
        List<List<String>> rows = new ArrayList<>();
        losses.forEach((table, row) -> rows.add(row(table, lossName(table), shown(row))));
        Ranks ranks = ranks();
        rows.add(row(
                "average rank",
                "%d tables".formatted(ranks.tables()),
                Arrays.stream(ranks.means())
                        .mapToObj(mean -> String.format(Locale.ROOT, "%.2f", mean))
                        .toList()));
        rows.add(row("failed", "cells", counts(failures)));
        rows.add(row("disturbed", "cells", counts(disturbances)));
        return new Grid(header, rows);
    }

    private List<String> counts(Map<String, Long> byFramework) {
        return frameworks.stream()
                .map(name -> String.valueOf(byFramework.getOrDefault(name, 0L)))
                .toList();
    }

    private static List<String> row(String first, String second, List<String> rest) {
        return Stream.concat(Stream.of(first, second), rest.stream()).toList();
    }

    private static List<String> shown(double[] row) {
        double best = Arrays.stream(row).min().orElse(Double.NaN);
        List<String> shown = new ArrayList<>();
        for (double loss : row) {
            String number = String.format(Locale.ROOT, "%.5g", loss);
            shown.add(loss == best ? "**" + number + "**" : number);
        }
        return shown;
    }
}
