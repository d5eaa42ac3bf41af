package io.automl4j.benchmarks;

import io.automl4j.benchmarks.line.Words;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.report.BenchmarkReport;
import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.report.Grid;
import io.automl4j.benchmarks.report.Published;
import io.automl4j.benchmarks.report.PublishedBeside;
import io.automl4j.benchmarks.report.RecordFile;
import io.automl4j.benchmarks.run.BenchmarkPlan;
import io.automl4j.benchmarks.run.BenchmarkSuite;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.benchmarks.run.ResultJson;
import io.automl4j.benchmarks.run.SuiteProgress;
import io.automl4j.benchmarks.table.SuiteTable;
import io.automl4j.model.file.AtomicFile;
import io.automl4j.report.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code benchmark --suite …}: runs a suite, prints the comparison, and leaves rows and a report in a folder. */
final class SuiteCommand {
    static final String USAGE = """
            Usage: ./automl benchmark --suite SUITE [options]
              --suite       a folder with index.json, quick (six tables of the folder given by --data), bundled,
                            synthetic (their Bayes error counts as 1 of the normalised score), or
                            openml:31,3 (tasks of OpenML by their numbers)
              --data        the folder that quick takes its tables from
              --split       only tables whose index entry has this split, such as public
              --tables      only these tables, with commas between
              --frameworks  of ours, h2o, weka-rf, smile-rf, xgboost, mlp-td-s, prior (ours,weka-rf,prior);
                            ours@LABEL is ours under another name, to keep versions apart in one record
              --variants    and ours with one part left out or put in: ours-without-xgboost, ours-with-lightgbm, …
              --command     NAME=COMMAND with {train} {test} {target} {task} {budget} {seed} {threads} {predictions}
              --budget      what each may take to learn: 60s, 5m (60s; quick: 15s)
              --folds       folds of each table (1)
              --seeds       how often with another seed (1)
              --threads     threads of each framework (all processors)
              --memory      heap of its JVM (8g); a process that takes twice that and 512 MB is ended
              --out         the folder of results (results); what is finished there is not run again
              --again       which finished cells are run again all the same: failed,disturbed
              --cache       where tables of OpenML are kept (~/.cache/automl4j/openml)
              --published   a CSV file of published figures, to be shown beside those of the same tables
              --record      a Markdown file whose block NAME, the name of the folder of results, becomes the comparison
              --fix-references  keeps the better of weka-rf and h2o as references, if there are none yet
            """;

    private static final String FIX_REFERENCES = "--fix-references";
    private static final List<String> JUDGES = List.of("weka-rf", "h2o");
    private static final String BESIDE = "Published losses, from other folds and machines, beside these";

    private final Words words;
    private final Path home;

    /**
     * A command.
     *
     * @param words options
     * @param home the folder of the project, which has the modules' jars and the references
     */
    SuiteCommand(List<String> words, Path home) {
        this.words = new Words(
                words,
                Stream.concat(PlanWords.OPTIONS.stream(), Stream.of("--published", "--record"))
                        .toList(),
                PlanWords.REPEATABLE,
                Stream.concat(PlanWords.FLAGS.stream(), Stream.of(FIX_REFERENCES))
                        .toList());
        this.home = home;
    }

    /**
     * Runs it.
     *
     * @return whether any cell succeeded
     */
    boolean run(PrintStream out) throws IOException, InterruptedException {
        BenchmarkPlan plan = new PlanWords(words, home).plan();
        Optional<Published> published = refuseBeforeLongWork(plan);
        References known = References.read(references());
        List<CellResult> results = BenchmarkSuite.run(plan, SuiteProgress.onConsole(out));
        if (words.has(FIX_REFERENCES)) {
            known = Comparison.of(results, known).references(JUDGES);
            known.write(references());
        }
        References references = plan.suite().bayesLosses().isEmpty()
                ? known
                : References.bayes(plan.suite().bayesLosses());
        Comparison comparison = Comparison.of(results, references);
        Page page = BenchmarkReport.page("%s, %s".formatted(plan.suite().name(), budget(plan)), comparison, results);
        String text = comparison.markdown();
        if (published.isPresent()) {
            Grid beside = beside(plan, comparison, published.orElseThrow());
            page = page.with(BESIDE, beside.html());
            text += "\n%s:\n\n%s".formatted(BESIDE, beside.markdown());
        }
        ResultJson.write(plan.out().resolve("rows.json"), results);
        write(plan.out().resolve("comparison.md"), text);
        write(plan.out().resolve("report.html"), page.html());
        out.printf("%n%s%nreport: %s%n", text, plan.out().resolve("report.html"));
        if (record().isPresent()) {
            record().orElseThrow().replace(block(plan), text);
        }
        return results.stream().anyMatch(CellResult::succeeded);
    }

    private Optional<Published> refuseBeforeLongWork(BenchmarkPlan plan) throws IOException {
        if (record().isPresent()) {
            record().orElseThrow().block(block(plan));
        }
        if (words.has(FIX_REFERENCES) && Files.exists(references())) {
            throw new IllegalArgumentException(
                    "%s is there already, and references are fixed once.".formatted(references()));
        }
        Optional<String> file = words.find("--published");
        return file.isPresent() ? Optional.of(Published.read(Path.of(file.orElseThrow()))) : Optional.empty();
    }

    private Path references() {
        return home.resolve("benchmarks/reference.csv");
    }

    private Optional<RecordFile> record() {
        return words.find("--record").map(Path::of).map(RecordFile::new);
    }

    /** Records may hold several comparisons, each named by its folder of results. */
    private static String block(BenchmarkPlan plan) {
        return String.valueOf(plan.out().getFileName());
    }

    private static String budget(BenchmarkPlan plan) {
        return "%d s".formatted(plan.budget().toSeconds());
    }

    private static void write(Path file, String text) {
        AtomicFile.write(file, draft -> Files.writeString(draft, text));
    }

    private static Grid beside(BenchmarkPlan plan, Comparison comparison, Published published) throws IOException {
        Map<String, Map<String, Double>> known = new LinkedHashMap<>();
        for (SuiteTable table : plan.suite().tables()) {
            known.put(table.name(), published.losses(table.name(), table.rows()));
        }
        return PublishedBeside.grid(comparison, budget(plan), known);
    }
}
