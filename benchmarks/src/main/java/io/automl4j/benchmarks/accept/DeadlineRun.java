package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.run.Program;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When the model is there: from the start of the process until the file has its name, for several numbers of rows and
 * budgets, alone and beside a process that keeps every processor busy.
 *
 * @param table a table of many rows
 * @param folder where files are written
 */
record DeadlineRun(SuiteTable table, Path folder) {
    private static final int MANY = 50_000;

    /**
     * A fit.
     *
     * @param rows of the table, which are drawn evenly
     * @param budget in seconds
     * @param beside whether another process is at work
     */
    private record Fit(int rows, int budget, boolean beside) {
        /** Late by at most the greater of 1 s and 2 %; 5 % beside another process. */
        double latest() {
            return budget + Math.max(1, (beside ? 0.05 : 0.02) * budget);
        }

        String name() {
            return "model of %,d rows at %d s%s".formatted(rows, budget, beside ? " beside a busy process" : "");
        }
    }

    private static final List<Fit> FITS = List.of(
            new Fit(100, 10, false),
            new Fit(5_000, 10, false),
            new Fit(MANY, 10, false),
            new Fit(100, 60, false),
            new Fit(5_000, 60, false),
            new Fit(MANY, 60, false),
            new Fit(100, 300, false),
            new Fit(MANY, 300, false),
            new Fit(100, 10, true),
            new Fit(MANY, 10, true),
            new Fit(MANY, 60, true),
            new Fit(MANY, 300, true));

    List<Figure> figures() throws IOException, InterruptedException {
        CsvFile all = CsvFile.read(table.file());
        Path data = folder.resolve("rows.csv");
        Path model = folder.resolve("late.automl");
        Files.createDirectories(folder);
        List<Figure> figures = new ArrayList<>();
        for (Fit fit : FITS) {
            int count = Math.min(fit.rows(), all.rows().size());
            int[] rows = IntStream.range(0, count)
                    .map(i -> (int) ((long) i * all.rows().size() / count))
                    .toArray();
            all.select(rows).write(data);
            figures.add(figure(fit, data, model));
        }
        return figures;
    }

    private Figure figure(Fit fit, Path data, Path model) throws IOException, InterruptedException {
        Path log = folder.resolve("busy.log");
        Program busy = new Program(BusyProcess.class.getName(), List.of(), log);
        List<Process> beside = fit.beside() ? List.of(busy.start(List.of())) : List.of();
        try {
            List<String> words = List.of(
                    "fit",
                    "--data",
                    data.toString(),
                    "--target",
                    table.target(),
                    "--budget",
                    fit.budget() + "s",
                    "--model",
                    model.toString());
            double seconds = new Cli(fit.budget()).fit(words, model);
            return Figure.atMost(fit.name(), fit.latest(), seconds, "s");
        } finally {
            beside.forEach(Process::destroyForcibly);
        }
    }
}
