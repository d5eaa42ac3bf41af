package io.automl4j.benchmarks.report;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.benchmarks.measure.Ranks;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.report.Chart;
import io.automl4j.report.Chart.Form;
import io.automl4j.report.Chart.Point;
import io.automl4j.report.Chart.Series;
import io.automl4j.report.HtmlTable;
import io.automl4j.report.Page;
import io.automl4j.report.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as a page: ranks, the first framework against each other one, curves, losses and costs by table. */
public final class BenchmarkReport {
    private final Comparison comparison;
    private final List<CellResult> results;

    private BenchmarkReport(Comparison comparison, List<CellResult> results) {
        this.comparison = comparison;
        this.results = results;
    }

    /**
     * The page.
     *
     * @param title such as the suite and the budget
     * @param comparison the comparison
     * @param results the cells that were compared
     * @return a page of one file
     */
    public static Page page(String title, Comparison comparison, List<CellResult> results) {
        BenchmarkReport report = new BenchmarkReport(comparison, results);
        Page page = Page.titled(title).with("Average ranks", report.rankText(), report.ranks());
        String first = comparison.frameworks().get(0);
        for (String other :
                comparison.frameworks().subList(1, comparison.frameworks().size())) {
            page = page.with(
                    "%s against %s".formatted(first, other),
                    new Paragraph("Wins, ties, losses of %s: %s. Mean difference of normalised scores: %s."
                            .formatted(first, comparison.against(first, other), comparison.difference(first, other))),
                    report.scatter(first, other));
        }
        return page.with("Against seconds", report.curves())
                .with("Losses", report.losses())
                .with("Costs", report.costs());
    }

    private Paragraph rankText() {
        Ranks ranks = comparison.ranks();
        return new Paragraph(String.format(
                Locale.ROOT,
                "%d tables; 1 is the best. Ranks that differ by %.2f show a difference (Nemenyi, 0.05).",
                ranks.tables(),
                ranks.criticalDifference()));
    }

    private Chart ranks() {
        Ranks ranks = comparison.ranks();
        List<Point> bars = ranks.order().stream()
                .map(i -> new Point(i, ranks.means()[i], ranks.names().get(i)))
                .toList();
        return new Chart(
                Form.BARS, "Average rank over tables", "", "average rank", List.of(new Series("average rank", bars)));
    }

    /** Losses as shares of the prior's, so that tables share a scale; below the diagonal the first one is better. */
    private Chart scatter(String first, String other) {
        List<Point> points = comparison.tables().stream()
                .map(table -> new Point(
                        comparison.loss(table, other) / comparison.prior(table),
                        comparison.loss(table, first) / comparison.prior(table),
                        table))
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .toList();
        double most = points.stream().mapToDouble(Point::x).max().orElse(1);
        List<Point> diagonal = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            diagonal.add(new Point(most * i / 40, most * i / 40, "equal"));
        }
        return new Chart(
                Form.POINTS,
                "Loss as a share of the prior's; below the line %s is better".formatted(first),
                other,
                first,
                List.of(new Series("tables", points), new Series("equal", diagonal)));
    }

    /** Of the validation loss that a run took away in the end, how much it had taken away by a second. */
    private Chart curves() {
        List<Series> series = new ArrayList<>();
        for (CellResult result : results) {
            List<Facts.Point> curve = result.facts().curve();
            if (curve.size() > 1) {
                Metric metric = Metrics.byName(result.score().metric());
                double begin = metric.toLoss(result.prior());
                double end = metric.toLoss(curve.get(curve.size() - 1).score());
                List<Point> points = curve.stream()
                        .map(point -> new Point(
                                point.seconds(),
                                (begin - metric.toLoss(point.score())) / (begin - end),
                                result.table()))
                        .filter(point -> Double.isFinite(point.y()))
                        .toList();
                series.add(new Series("%s, %s".formatted(result.framework(), result.table()), points));
            }
        }
        return new Chart(
                Form.STEPS,
                "Best validation score so far, 1 being the last one",
                "seconds",
                "share of the gain",
                series);
    }

    private HtmlTable losses() {
        List<String> header = new ArrayList<>(List.of("table", "metric"));
        header.addAll(comparison.frameworks());
        List<List<String>> rows = new ArrayList<>();
        for (String table : comparison.tables()) {
            List<String> row = new ArrayList<>(List.of(table, comparison.metric(table)));
            comparison.frameworks().forEach(framework -> row.add(number(comparison.loss(table, framework))));
            rows.add(row);
        }
        return new HtmlTable(header, rows);
    }

    private HtmlTable costs() {
        List<List<String>> rows = new ArrayList<>();
        for (CellResult result : results) {
            rows.add(List.of(
                    result.framework(),
                    result.table(),
                    number(result.facts().fitSeconds()),
                    number(1e6
                            * result.facts().predictSeconds()
                            / Math.max(1, result.machine().rows())),
                    number(result.facts().modelBytes() / 1e6),
                    number(result.machine().peakMemory() / 1e6),
                    result.machine().disturbed() ? "disturbed" : "",
                    result.failure()));
        }
        return new HtmlTable(
                List.of(
                        "framework",
                        "table",
                        "fit s",
                        "predict µs a row",
                        "model MB",
                        "peak memory MB",
                        "machine",
                        "failure"),
                rows);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : "";
    }
}
