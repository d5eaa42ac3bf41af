package io.automl4j.benchmarks.accept;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.benchmarks.table.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came out for one table.
 *
 * @param table its name
 * @param metric the name of the metric
 * @param ours our score on the test rows, NaN where a command failed
 * @param peer Weka's score
 * @param seconds of the fit, of the prediction and of Weka
 * @param failure why a command failed, or empty
 */
record Outcome(String table, String metric, double ours, double peer, List<Double> seconds, String failure) {
    private static final List<String> HEADER =
            List.of("table", "metric", "ours", "weka", "fit_s", "predict_s", "weka_s", "failure");

    boolean succeeded() {
        return failure.isEmpty();
    }

    boolean atLeastAsGood() {
        Metric measure = Metrics.byName(metric);
        return measure.toLoss(ours) <= measure.toLoss(peer);
    }

    double fitSeconds() {
        return seconds.get(0);
    }

    void save(Path file) throws IOException {
        List<String> cells = List.of(
                table,
                metric,
                Double.toString(ours),
                Double.toString(peer),
                seconds.get(0).toString(),
                seconds.get(1).toString(),
                seconds.get(2).toString(),
                failure);
        new CsvFile(HEADER, List.of(cells)).write(file);
    }

    static Optional<Outcome> load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> cells = CsvFile.read(file).rows().get(0);
        List<Double> numbers = cells.subList(2, 7).stream().map(Double::valueOf).toList();
        return Optional.of(new Outcome(
                cells.get(0), cells.get(1), numbers.get(0), numbers.get(1), numbers.subList(2, 5), cells.get(7)));
    }

    static String heading() {
        return "%-22s %-9s %12s %12s %8s %8s %9s %8s"
                .formatted("table", "metric", "automl4j", "weka", "better", "fit s", "predict s", "weka s");
    }

    @Override
    public String toString() {
        String better = succeeded() ? (atLeastAsGood() ? "yes" : "no") : "FAILED";
        return String.format(
                Locale.ROOT,
                "%-22s %-9s %12.5f %12.5f %8s %8.1f %9.1f %8.1f %s",
                table,
                metric,
                ours,
                peer,
                better,
                seconds.get(0),
                seconds.get(1),
                seconds.get(2),
                failure);
    }
}
