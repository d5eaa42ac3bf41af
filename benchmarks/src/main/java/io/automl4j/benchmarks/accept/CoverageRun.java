package io.automl4j.benchmarks.accept;

import io.automl4j.api.table.Table;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.SuiteTable;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Interval;
import io.automl4j.model.file.AtomicFile;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many truths of new rows lie in intervals of 90 %.
 *
 * @param tables tables of any task, of which those of numbers are asked
 * @param out where splits lie
 * @param record a file of results; what it has is not run again
 */
record CoverageRun(List<SuiteTable> tables, Path out, Path record) {
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final double COVERAGE = 0.9;
    private static final double ALLOWED = 0.01;
    private static final int ERRORS = 3;
    private static final int SEEDS = 5;
    private static final List<String> HEADER = List.of("table", "seed", "rows", "within");

    /** One row of the record. */
    private record Result(String table, int seed, int rows, int within) {
        static Result of(List<String> cells) {
            return new Result(
                    cells.get(0),
                    Integer.parseInt(cells.get(1)),
                    Integer.parseInt(cells.get(2)),
                    Integer.parseInt(cells.get(3)));
        }

        List<String> cells() {
            return List.of(table, Integer.toString(seed), Integer.toString(rows), Integer.toString(within));
        }

        double coverage() {
            return (double) within / rows;
        }
    }

    List<Figure> figures() throws IOException {
        List<Result> results = results();
        double mean = results.stream().mapToDouble(Result::coverage).average().orElse(Double.NaN);
        Map<String, List<Result>> byTable =
                results.stream().collect(Collectors.groupingBy(Result::table, TreeMap::new, Collectors.toList()));
        String off = byTable.entrySet().stream()
                .filter(entry -> !isNear(entry.getValue()))
                .map(entry -> entry.getKey() + shown(mean(entry.getValue())))
                .collect(Collectors.joining(","));
        return List.of(
                new Figure(
                        "coverage of intervals of 90 %, mean over tables and seeds",
                        "89 - 91 %", shown(mean), Math.abs(mean - COVERAGE) <= ALLOWED),
                new Figure(
                        "tables whose coverage is off by more than 3 errors",
                        "none of " + byTable.size(),
                        off.isEmpty() ? "none" : off,
                        off.isEmpty()));
    }

    private static String shown(double share) {
        return String.format(Locale.ROOT, " %.1f %%", 100 * share);
    }

    private static double mean(List<Result> results) {
        return results.stream().mapToDouble(Result::coverage).average().orElse(Double.NaN);
    }

    /** Within three standard errors of a binomial over the rows of one split: those of five splits are partly the same. */
    private static boolean isNear(List<Result> results) {
        double error = Math.sqrt(COVERAGE * (1 - COVERAGE) / results.get(0).rows());
        return Math.abs(mean(results) - COVERAGE) <= ERRORS * error;
    }

    private List<Result> results() throws IOException {
        List<Result> results = new ArrayList<>();
        if (Files.exists(record)) {
            CsvFile.read(record).rows().forEach(row -> results.add(Result.of(row)));
        }
        for (SuiteTable table : tables) {
            for (int seed = 1; seed <= SEEDS && !table.task().isClassification(); seed++) {
                int wanted = seed;
                if (results.stream()
                        .noneMatch(result -> result.table().equals(table.name()) && result.seed() == wanted)) {
                    results.add(run(table, seed));
                    List<List<String>> cells =
                            results.stream().map(Result::cells).toList();
                    AtomicFile.write(record, new CsvFile(HEADER, cells)::write);
                }
            }
        }
        return results;
    }

    private Result run(SuiteTable table, int seed) throws IOException {
        Bench bench = Bench.prepare(table, out.resolve("seed-" + seed), seed);
        AutoModel model = AutoMl.builder()
                .task(table.task())
                .budget(BUDGET)
                .seed(seed)
                .build()
                .fit(bench.trainRows());
        Table rows = Tables.reader().like(model.requiredColumns()).read(bench.test());
        List<Interval> intervals = model.predictInterval(rows, COVERAGE);
        List<String> truth = CsvFile.read(bench.truth()).cells(table.target());
        int within = (int) IntStream.range(0, truth.size())
                .filter(row -> intervals.get(row).contains(Double.parseDouble(truth.get(row))))
                .count();
        Result result = new Result(table.name(), seed, truth.size(), within);
        System.out.println(result);
        return result;
    }
}
