package io.automl4j.benchmarks;

import io.automl4j.benchmarks.line.Words;
import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.report.BenchmarkReport;
import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.benchmarks.run.BenchmarkPlan;
import io.automl4j.benchmarks.run.BenchmarkSuite;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.benchmarks.run.ResultJson;
import io.automl4j.benchmarks.table.OpenMl;
import io.automl4j.benchmarks.table.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code benchmark --suite …}: runs a suite and prints the comparison. */
final class SuiteCommand {
    static final String USAGE = """
            Usage: ./automl benchmark --suite SUITE [options]
              --suite       a folder with index.json, quick (six tables of the folder given by --data), bundled,
                            synthetic (their Bayes error counts as 1 of the normalised score), or
                            openml:31,3 (tasks of OpenML by their numbers)
              --data        the folder that quick takes its tables from
              --split       only tables whose index entry has this split, such as public
              --tables      only these tables, with commas between
              --frameworks  of ours, ours-without-LEARNER, h2o, weka-rf, smile-rf, xgboost, prior (ours,weka-rf,prior)
              --command     NAME=COMMAND with {train} {test} {target} {task} {budget} {seed} {threads} {predictions}
              --budget      what each may take to learn: 60s, 5m (60s; quick: 15s)
              --folds       folds of each table (1)
              --seeds       how often with another seed (1)
              --threads     threads of each framework (all processors)
              --memory      memory of its JVM (8g)
              --cache       where tables of OpenML are kept (~/.cache/automl4j/openml)
              --out         the folder of results (results); what is finished there is not run again
            """;

    private static final List<String> OPTIONS = List.of(
            "--suite",
            "--data",
            "--split",
            "--tables",
            "--frameworks",
            "--command",
            "--budget",
            "--folds",
            "--seeds",
            "--threads",
            "--memory",
            "--out",
            "--cache",
            "--openml-server");

    private static final String OPENML = "openml:";

    private final Words words;
    private final Path home;

    /**
     * A command.
     *
     * @param words options
     * @param home the folder of the project, which has the modules' jars and the references
     */
    SuiteCommand(List<String> words, Path home) {
        this.words = new Words(words, OPTIONS, List.of());
        this.home = home;
    }

    /** Runs it. */
    void run(PrintStream out) throws IOException, InterruptedException {
        BenchmarkPlan plan = plan();
        List<CellResult> results = BenchmarkSuite.run(plan, out::println);
        References references = References.read(home.resolve("benchmarks/reference.csv"))
                .with(plan.suite().bayesLosses());
        ResultJson.write(plan.out().resolve("rows.json"), results);
        Comparison comparison = Comparison.of(results, references);
        Files.writeString(plan.out().resolve("comparison.md"), comparison.markdown());
        String title = "%s, %d s".formatted(plan.suite().name(), plan.budget().toSeconds());
        Files.writeString(
                plan.out().resolve("report.html"),
                BenchmarkReport.page(title, comparison, results).html());
        out.println();
        out.print(comparison.markdown());
        out.printf("%nreport: %s%n", plan.out().resolve("report.html"));
    }

    private BenchmarkPlan plan() throws IOException {
        Suite suite = suite();
        List<Framework> frameworks = frameworks();
        return new BenchmarkPlan(
                suite.only(words.list("--tables")),
                frameworks,
                words.time("--budget", suite.name().equals("quick") ? "15s" : "60s"),
                words.number("--folds", 1),
                words.number("--seeds", 1),
                words.number("--threads", Runtime.getRuntime().availableProcessors()),
                words.text("--memory", "8g"),
                Path.of(words.text("--out", "results")).toAbsolutePath());
    }

    private Suite suite() throws IOException {
        String name = words.find("--suite")
                .orElseThrow(() -> new IllegalArgumentException("--suite is absent.%n%s".formatted(USAGE)));
        if (name.startsWith(OPENML)) {
            Path cache = Path.of(words.text("--cache", System.getProperty("user.home") + "/.cache/automl4j/openml"));
            return new OpenMl(URI.create(words.text("--openml-server", "https://www.openml.org")), cache)
                    .tasks(List.of(name.substring(OPENML.length()).split(",", -1)));
        }
        return switch (name) {
            case "quick" ->
                Suite.quick(Path.of(words.find("--data")
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The suite 'quick' needs --data, the folder of its tables."))));
            case "synthetic" ->
                Suite.synthetic(Path.of(words.text("--out", "results")).resolve("tables"));
            case "bundled" ->
                Suite.bundled(Path.of(words.text("--out", "results")).resolve("tables"));
            default -> Suite.folder(Path.of(name), words.text("--split", ""));
        };
    }

    private List<Framework> frameworks() {
        List<Framework> frameworks = new ArrayList<>();
        Path h2o = home.resolve("benchmark-h2o/target/lib");
        List<String> names = words.list("--frameworks");
        for (String name : names.isEmpty() ? List.of("ours", "weka-rf", "prior") : names) {
            if (name.equals("h2o") && !Files.isDirectory(h2o)) {
                throw new IllegalArgumentException(
                        "H2O is not there: %s.%nMaybe build it: mvn -q package -DskipTests -pl benchmark-h2o"
                                .formatted(h2o));
            }
            frameworks.add(Framework.named(name, h2o));
        }
        for (String command : words.all("--command")) {
            int sign = command.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException("--command is '%s', but must be NAME=COMMAND.".formatted(command));
            }
            frameworks.add(Framework.external(command.substring(0, sign), command.substring(sign + 1)));
        }
        return frameworks;
    }
}
