package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the matrix of framework, table, fold and seed, cell by cell; what was finished before is not run again. */
public final class BenchmarkSuite {
    private final BenchmarkPlan plan;
    private final Consumer<String> progress;

    private BenchmarkSuite(BenchmarkPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs what is not there yet.
     *
     * @param plan what is measured
     * @param progress told a line for each cell
     * @return the results of all cells of the plan
     * @throws IOException if results cannot be read or written, or a table is not as its suite says
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public static List<CellResult> run(BenchmarkPlan plan, Consumer<String> progress)
            throws IOException, InterruptedException {
        return new BenchmarkSuite(plan, progress).run();
    }

    private List<CellResult> run() throws IOException, InterruptedException {
        Results results = Results.open(plan.out(), plan.budget().toMillis() / 1e3);
        List<Cell> cells = cells();
        List<Cell> open =
                cells.stream().filter(cell -> isOpen(results.of(cell))).toList();
        progress.accept("%d cells, %d of them finished before".formatted(cells.size(), cells.size() - open.size()));
        CellRunner runner = new CellRunner(plan);
        long start = System.nanoTime();
        for (int i = 0; i < open.size(); i++) {
            CellResult result = runner.run(open.get(i));
            results.add(result);
            double each = (System.nanoTime() - start) / 1e9 / (i + 1);
            progress.accept(line(result, i + 1, open.size(), each * (open.size() - i - 1)));
        }
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

    private static String line(CellResult result, int done, int all, double secondsLeft) {
        String outcome = result.succeeded()
                ? String.format(
                        Locale.ROOT,
                        "%s %.5f",
                        result.score().metric(),
                        result.score().value())
                : "FAILED: " + result.failure();
        return String.format(
                Locale.ROOT,
                "[%d/%d] %-12s %-22s fold %d seed %d  %s  in %.0f s%s; %.0f min left",
                done,
                all,
                result.framework(),
                result.table(),
                result.fold(),
                result.seed(),
                outcome,
                result.machine().wallSeconds(),
                result.machine().disturbed() ? " (disturbed)" : "",
                secondsLeft / 60);
    }
}
