package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.peer.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a cell.
 *
 * @param framework the name of the framework
 * @param table the name of the table
 * @param fold the fold
 * @param seed the seed
 * @param budgetSeconds the budget
 * @param score what the predictions are worth; of a failed cell what the prior's are, as in the AutoML Benchmark
 * @param prior what the prior's predictions are worth
 * @param facts what the framework says of its work
 * @param machine what its process took
 * @param failure why it failed, or empty
 */
public record CellResult(
        String framework,
        String table,
        int fold,
        long seed,
        double budgetSeconds,
        Score score,
        double prior,
        Facts facts,
        Usage machine,
        String failure) {

    /** The columns of a file of results. */
    static final List<String> HEADER = List.of(
            "framework",
            "table",
            "fold",
            "seed",
            "budget_s",
            "metric",
            "score",
            "second",
            "prior",
            "fit_s",
            "predict_s",
            "rows",
            "model_bytes",
            "peak_memory_bytes",
            "cpu_s",
            "wall_s",
            "disturbed",
            "failure",
            "curve");

    /** Whether the framework gave predictions. */
    public boolean succeeded() {
        return failure.isEmpty();
    }

    String key() {
        return Cell.key(framework, table, fold, seed);
    }

    List<String> cells() {
        List<String> cells = new ArrayList<>(List.of(
                framework,
                table,
                Integer.toString(fold),
                Long.toString(seed),
                Double.toString(budgetSeconds),
                score.metric(),
                Double.toString(score.value()),
                Double.toString(score.second()),
                Double.toString(prior)));
        cells.addAll(List.of(
                Double.toString(facts.fitSeconds()),
                Double.toString(facts.predictSeconds()),
                Integer.toString(machine.rows()),
                Long.toString(facts.modelBytes()),
                Long.toString(machine.peakMemory()),
                Double.toString(machine.cpuSeconds()),
                Double.toString(machine.wallSeconds()),
                Boolean.toString(machine.disturbed()),
                failure,
                facts.curveText()));
        return cells;
    }

    static CellResult of(List<String> cells) {
        Score score = new Score(cells.get(5), number(cells, 6), number(cells, 7));
        Facts facts = new Facts(
                number(cells, 9), number(cells, 10), Long.parseLong(cells.get(12)), Facts.curve(cells.get(18)));
        Usage usage = new Usage(
                Integer.parseInt(cells.get(11)),
                Long.parseLong(cells.get(13)),
                number(cells, 14),
                number(cells, 15),
                Boolean.parseBoolean(cells.get(16)));
        return new CellResult(
                cells.get(0),
                cells.get(1),
                Integer.parseInt(cells.get(2)),
                Long.parseLong(cells.get(3)),
                number(cells, 4),
                score,
                number(cells, 8),
                facts,
                usage,
                cells.get(17));
    }

    private static double number(List<String> cells, int at) {
        return Double.parseDouble(cells.get(at));
    }
}
