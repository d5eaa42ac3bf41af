package io.automl4j.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Published losses beside measured ones, for the tables of which both are known. */
public final class PublishedBeside {
    private PublishedBeside() {}

    /**
     * A row for each framework, ours first, a column for each table.
     *
     * @param comparison what was measured
     * @param budget of what was measured, for the labels
     * @param published by table the losses of others
     * @return the losses
     */
    public static Grid grid(Comparison comparison, String budget, Map<String, Map<String, Double>> published) {
        List<String> tables = comparison.tables().stream()
                .filter(table -> !published.getOrDefault(table, Map.of()).isEmpty())
                .toList();
        List<String> header = new ArrayList<>(List.of("loss"));
        tables.forEach(table -> header.add(table + ", " + comparison.lossName(table)));
        List<List<String>> rows = new ArrayList<>();
        for (String framework : comparison.frameworks()) {
            Map<String, Double> losses = new LinkedHashMap<>();
            tables.forEach(table -> losses.put(table, comparison.loss(table, framework)));
            rows.add(row("%s (here: %s)".formatted(framework, budget), tables, losses));
        }
        Set<String> others = new LinkedHashSet<>();
        tables.forEach(
                table -> others.addAll(published.getOrDefault(table, Map.of()).keySet()));
        for (String other : others) {
            Map<String, Double> losses = new LinkedHashMap<>();
            published.forEach((table, known) -> losses.put(table, known.getOrDefault(other, Double.NaN)));
            rows.add(row(other, tables, losses));
        }
        return new Grid(header, rows);
    }

    private static List<String> row(String name, List<String> tables, Map<String, Double> losses) {
        List<String> row = new ArrayList<>(List.of(name));
        for (String table : tables) {
            double loss = losses.getOrDefault(table, Double.NaN);
            row.add(Double.isNaN(loss) ? "" : String.format(Locale.ROOT, "%.4g", loss));
        }
        return row;
    }
}
