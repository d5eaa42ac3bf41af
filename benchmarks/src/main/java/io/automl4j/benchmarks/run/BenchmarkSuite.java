package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the matrix of framework, table, fold and seed, cell by cell; what was finished before is not run again. */
public final class BenchmarkSuite {
    private final BenchmarkPlan plan;
    private final SuiteProgress progress;

    private BenchmarkSuite(BenchmarkPlan plan, SuiteProgress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs what is not there yet.
     *
     * @param plan what is measured
     * @param progress told of each cell, and closed in the end
     * @return the results of all cells of the plan
     * @throws IOException if results cannot be read or written, or a table is not as its suite says
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public static List<CellResult> run(BenchmarkPlan plan, SuiteProgress progress)
            throws IOException, InterruptedException {
        try (progress) {
            return new BenchmarkSuite(plan, progress).run();
        }
    }

    private List<CellResult> run() throws IOException, InterruptedException {
        try (Results results = Results.open(plan)) {
            return run(results);
        }
    }

    private List<CellResult> run(Results results) throws IOException, InterruptedException {
        List<Cell> cells = cells();
        List<Cell> open =
                cells.stream().filter(cell -> isOpen(results.of(cell))).toList();
        for (SuiteTable table : Set.copyOf(open.stream().map(Cell::table).toList())) {
            table.check(plan.folds());
        }
        open.stream().map(Cell::framework).distinct().forEach(Framework::check);
        progress.started(cells.size(), cells.size() - open.size());
        Forecast forecast = new Forecast(plan.budget().toMillis() / 1e3);
        known(results, cells)
                .forEach(result ->
                        forecast.took(result.framework(), result.machine().wallSeconds()));
        CellRunner runner = new CellRunner(plan);
        for (int i = 0; i < open.size(); i++) {
            Cell cell = open.get(i);
            progress.begun(cell.framework().name(), cell.table().name(), standing(open, i, forecast));
            long start = System.nanoTime();
            CellResult result = runner.run(cell);
            forecast.took(result.framework(), (System.nanoTime() - start) / 1e9);
            results.add(result);
            runner.clean(cell, result);
            progress.ended(result, standing(open, i + 1, forecast));
        }
        return known(results, cells);
    }

    private static List<CellResult> known(Results results, List<Cell> cells) {
        return cells.stream().flatMap(cell -> results.of(cell).stream()).toList();
    }

    private boolean isOpen(Optional<CellResult> finished) {
        return finished.isEmpty() || plan.again().stream().anyMatch(again -> again.wants(finished.orElseThrow()));
    }

    /** Table by table, so that frameworks are compared early and under like conditions. */
    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int seed = 1; seed <= plan.seeds(); seed++) {
            for (SuiteTable table : plan.suite().tables()) {
                for (int fold = 0; fold < Math.min(plan.folds(), table.mostFolds()); fold++) {
                    for (Framework framework : plan.frameworks()) {
                        cells.add(new Cell(framework, table, fold, seed));
                    }
                }
            }
        }
        return cells;
    }

    private static SuiteProgress.Standing standing(List<Cell> open, int done, Forecast forecast) {
        List<String> rest = open.subList(done, open.size()).stream()
                .map(cell -> cell.framework().name())
                .toList();
        return new SuiteProgress.Standing(done, open.size(), forecast.secondsFor(rest));
    }
}
