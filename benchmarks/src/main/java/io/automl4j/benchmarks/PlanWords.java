package io.automl4j.benchmarks;

import io.automl4j.benchmarks.line.Words;
import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.run.Again;
import io.automl4j.benchmarks.run.BenchmarkPlan;
import io.automl4j.benchmarks.table.OpenMl;
import io.automl4j.benchmarks.table.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the words of a command ask to be measured.
 *
 * @param words options
 * @param home the folder of the project, which has the modules' jars
 */
record PlanWords(Words words, Path home) {
    /** The options that are read here. */
    static final List<String> OPTIONS = List.of(
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
            "--again",
            "--cache",
            "--openml-server");

    static final List<String> REPEATABLE = List.of("--command");
    static final List<String> FLAGS = List.of("--variants");

    private static final String OPENML = "openml:";
    private static final List<String> USUAL = List.of("ours", "weka-rf", "prior");

    BenchmarkPlan plan() throws IOException {
        Suite suite = suite();
        return new BenchmarkPlan(
                suite.only(words.list("--tables")),
                frameworks(),
                words.time("--budget", suite.name().equals("quick") ? "15s" : "60s"),
                words.number("--folds", 1),
                words.number("--seeds", 1),
                words.number("--threads", Runtime.getRuntime().availableProcessors()),
                words.text("--memory", "8g"),
                out().toAbsolutePath(),
                words.list("--again").stream().map(Again::of).collect(Collectors.toSet()));
    }

    private Path out() {
        return Path.of(words.text("--out", "results"));
    }

    private Suite suite() throws IOException {
        String name = words.find("--suite").orElseThrow(() -> new IllegalArgumentException("--suite is absent."));
        if (name.startsWith(OPENML)) {
            Path cache = Path.of(words.text("--cache", System.getProperty("user.home") + "/.cache/automl4j/openml"));
            return new OpenMl(URI.create(words.text("--openml-server", "https://www.openml.org")), cache)
                    .tasks(List.of(name.substring(OPENML.length()).split(",", -1)));
        }
        boolean built = List.of("quick", "synthetic", "bundled").contains(name);
        if (built && words.has("--split")) {
            throw new IllegalArgumentException(
                    "--split chooses among the tables of a folder, not of '%s'.".formatted(name));
        }
        return switch (name) {
            case "quick" ->
                Suite.quick(Path.of(words.find("--data")
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The suite 'quick' needs --data, the folder of its tables."))));
            case "synthetic" -> Suite.synthetic(out().resolve("tables"));
            case "bundled" -> Suite.bundled(out().resolve("tables"));
            default -> Suite.folder(Path.of(name), words.text("--split", ""));
        };
    }

    private List<Framework> frameworks() {
        Path h2o = home.resolve("benchmark-h2o/target/lib");
        List<Framework> frameworks = new ArrayList<>();
        for (String name : names()) {
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

    private List<String> names() {
        List<String> names = new ArrayList<>(words.list("--frameworks"));
        if (words.has("--variants")) {
            if (names.isEmpty()) {
                names.add("ours");
            }
            names.addAll(Framework.variants());
        }
        return names.isEmpty() && !words.has("--command") ? USUAL : names;
    }
}
