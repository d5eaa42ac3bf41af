package io.automl4j.benchmarks.report;

import io.automl4j.api.DataException;
import io.automl4j.api.metric.Metrics;
import io.automl4j.benchmarks.measure.NormalisedScore;
import io.automl4j.benchmarks.table.CsvFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures that others have published on tables of the same name and size: AMLB 2019 and 2023 (Gijsbers et al. 2019 and
 * 2024) and the release table of AutoGluon 1.0. They come from other folds and other machines, and give no more than an
 * order of size.
 *
 * @implNote The file has blocks with a header each, {@code dataset…,metric,NAME YEAR,…} for classes and
 *     {@code regression dataset,NAME,…} for numbers, whose figures are RMSE. A table is {@code name} or
 *     {@code name (ROWSxCOLUMNSxCLASSES)}.
 */
public final class Published {
    private static final Pattern SIZED = Pattern.compile("(.+) \\(([0-9]+)x[0-9]+x[0-9]+\\)");
    private static final Map<String, String> METRICS =
            Map.of("AUC", Metrics.ROC_AUC.name(), "logloss", Metrics.LOG_LOSS.name(), "RMSE", Metrics.RMSE.name());
    /** What the short names of frameworks mean, with budget and machine. */
    private static final Map<String, String> LEGEND = new LinkedHashMap<>();

    static {
        LEGEND.put("(.+) 19", "$1 (AMLB 2019: 1 h, 8 cores)");
        LEGEND.put("(.+) 23", "$1 (AMLB 2023: 1 h, 8 cores)");
        LEGEND.put("AG1\\.0 (\\S+)( RMSE)?", "AutoGluon 1.0 ($1, 8 cores)");
        LEGEND.put("(.+)\\(AG\\) (\\S+)", "$1 alone, by AutoGluon ($2, 8 cores)");
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** What is published of a table: its rows, 0 if they are not said, and losses by framework. */
    private record Entry(int rows, Map<String, Double> losses) {}

    private Published() {}

    /**
     * Reads a file.
     *
     * @param file see above
     * @return its figures
     * @throws IOException if it cannot be read
     * @throws DataException if it is of another form
     */
    public static Published read(Path file) throws IOException {
        Published published = new Published();
        CsvFile csv = CsvFile.read(file);
        List<String> header = csv.header();
        if (!isHeader(header)) {
            throw new DataException("%s begins with %s, not with a column 'dataset'.".formatted(file, header));
        }
        for (List<String> row : csv.rows()) {
            if (isHeader(row)) {
                header = row;
            } else if (row.size() == header.size()) {
                published.add(header, row);
            }
        }
        return published;
    }

    private static boolean isHeader(List<String> row) {
        return row.get(0).contains("dataset");
    }

    private void add(List<String> header, List<String> row) {
        boolean numbers = !header.get(1).equals("metric");
        String metric = METRICS.getOrDefault(numbers ? "RMSE" : row.get(1), "");
        if (metric.isEmpty()) {
            return;
        }
        Map<String, Double> losses = new LinkedHashMap<>();
        for (int i = numbers ? 1 : 2; i < row.size(); i++) {
            String framework = spelledOut(header.get(i));
            if (!framework.isEmpty() && row.get(i).matches("[0-9.e+-]*[0-9][0-9.e+-]*")) {
                losses.put(framework, NormalisedScore.loss(metric, Double.parseDouble(row.get(i))));
            }
        }
        Matcher sized = SIZED.matcher(row.get(0));
        boolean known = sized.matches();
        entries.put(
                known ? sized.group(1) : row.get(0), new Entry(known ? Integer.parseInt(sized.group(2)) : 0, losses));
    }

    /** Empty for columns that hold anything but the metric. */
    private static String spelledOut(String name) {
        return LEGEND.entrySet().stream()
                .filter(entry -> !name.contains("acc") && name.matches(entry.getKey()))
                .map(entry -> name.replaceFirst(entry.getKey(), entry.getValue()))
                .findFirst()
                .orElse("");
    }

    /**
     * What is published of a table.
     *
     * @param table its name
     * @param rows how many rows it has
     * @return losses by framework, budget and machine; empty if nothing is known of a table of that name and size
     */
    public Map<String, Double> losses(String table, int rows) {
        Entry entry = entries.getOrDefault(table, new Entry(0, Map.of()));
        return entry.rows() == 0 || entry.rows() == rows ? entry.losses() : Map.of();
    }
}
