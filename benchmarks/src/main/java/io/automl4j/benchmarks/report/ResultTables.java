package io.automl4j.benchmarks.report;

import io.automl4j.api.metric.Metrics;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.report.HtmlTable;
import io.automl4j.report.HtmlTable.Cell;
import io.automl4j.report.HtmlTable.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Losses and costs as tables. Decimals are the same in all that are compared, so that digits stand under each other. */
record ResultTables(Comparison comparison, List<CellResult> results) {
    private static final int DIGITS = 5;

    /** A row for each table, a column for each framework. */
    HtmlTable losses() {
        List<String> header = new ArrayList<>(List.of("table", "loss"));
        header.addAll(comparison.frameworks());
        return new HtmlTable(
                header, comparison.tables().stream().map(this::losses).toList());
    }

    private List<Cell> losses(String table) {
        List<Cell> row = new ArrayList<>(List.of(Cell.plain(table), Cell.plain(comparison.lossName(table))));
        int decimals = decimals(comparison.prior(table));
        double best = comparison.frameworks().stream()
                .mapToDouble(framework -> comparison.loss(table, framework))
                .min()
                .orElse(Double.NaN);
        for (String framework : comparison.frameworks()) {
            double loss = comparison.loss(table, framework);
            row.add(new Cell(number(loss, decimals), tone(table, framework, loss == best)));
        }
        return row;
    }

    private Tone tone(String table, String framework, boolean best) {
        List<CellResult> cells = results.stream()
                .filter(result ->
                        result.table().equals(table) && result.framework().equals(framework))
                .toList();
        if (cells.stream().anyMatch(cell -> !cell.succeeded())) {
            return Tone.BAD;
        }
        return best ? Tone.BEST : Tone.PLAIN;
    }

    /** So many that the prior's loss has {@value #DIGITS} digits. */
    private static int decimals(double prior) {
        return prior > 0 && Double.isFinite(prior)
                ? Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(prior)))
                : DIGITS;
    }

    /** Accuracy or R²: a row for each table, a column for each framework. */
    HtmlTable second() {
        List<String> header = new ArrayList<>(List.of("table", "measure"));
        header.addAll(comparison.frameworks());
        List<List<String>> rows = new ArrayList<>();
        for (String table : comparison.tables()) {
            boolean numbers = comparison.metric(table).equals(Metrics.RMSE.name());
            List<String> row = new ArrayList<>(List.of(table, numbers ? "R²" : "accuracy"));
            comparison.frameworks().forEach(framework -> row.add(number(second(table, framework), DIGITS - 1)));
            rows.add(row);
        }
        return HtmlTable.of(header, rows);
    }

    private double second(String table, String framework) {
        return results.stream()
                .filter(result ->
                        result.table().equals(table) && result.framework().equals(framework))
                .mapToDouble(result -> result.score().second())
                .average()
                .orElse(Double.NaN);
    }

    /** A row for each cell of the matrix. */
    HtmlTable costs() {
        List<String> header = List.of(
                "table",
                "framework",
                "fold",
                "seed",
                "fit s",
                "of budget",
                "predict µs/row",
                "model MB",
                "peak MB",
                "remark");
        return new HtmlTable(header, results.stream().map(ResultTables::costs).toList());
    }

    private static List<Cell> costs(CellResult result) {
        Cell remark = remark(result);
        double predictMicros = 1e6
                * result.facts().predictSeconds()
                / Math.max(1, result.machine().rows());
        return List.of(
                Cell.plain(result.table()),
                // the remark may be out of sight
                new Cell(result.framework(), remark.tone()),
                Cell.plain(Integer.toString(result.fold())),
                Cell.plain(Long.toString(result.seed())),
                Cell.plain(number(result.facts().fitSeconds(), 1)),
                Cell.plain(number(result.facts().fitSeconds() / result.budgetSeconds(), 2)),
                Cell.plain(number(predictMicros, 1)),
                Cell.plain(known(result.facts().modelBytes())),
                Cell.plain(known(result.machine().peakMemory())),
                remark);
    }

    private static Cell remark(CellResult result) {
        String disturbed = result.machine().disturbed() ? "disturbed" : "";
        if (result.succeeded()) {
            return new Cell(disturbed, disturbed.isEmpty() ? Tone.PLAIN : Tone.DOUBTFUL);
        }
        return new Cell(result.failure() + (disturbed.isEmpty() ? "" : "; " + disturbed), Tone.BAD);
    }

    /** Megabytes; of nothing known, nothing. */
    private static String known(long bytes) {
        return bytes == 0 ? "" : number(bytes / 1e6, 2);
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
    }
}
