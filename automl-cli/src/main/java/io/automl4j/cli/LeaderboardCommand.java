package io.automl4j.cli;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FittedReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows everything that was tried. */
@Command(
        name = "leaderboard",
        description = "Shows everything that was tried, best first.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class)
final class LeaderboardCommand implements Callable<Integer> {
    private static final int MOST_MESSAGE = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(names = "--json", description = "As JSON, with the configurations.")
    private boolean json;

    @Override
    public Integer call() {
        AutoModel loaded = model.load();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(document(loaded.report())));
        } else {
            table(loaded.report()).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK;
    }

    static List<String> table(FittedReport report) {
        return new TextTable(
                        2, List.of("learner", "status", report.metric(), "weight", "folds", "seconds", "trial", ""))
                .lines(report.leaderboard().stream()
                        .map(LeaderboardCommand::cells)
                        .toList());
    }

    private static List<String> cells(LeaderboardRow row) {
        String message = row.message().lines().findFirst().orElse("");
        return List.of(
                row.learner(),
                row.status(),
                Display.score(row.score()),
                row.weight() == 0 ? "" : Display.score(row.weight()),
                String.valueOf(row.folds()),
                String.format(Locale.ROOT, "%.1f", row.time().toMillis() / 1000.0),
                String.valueOf(row.trial()),
                message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE) + "..." : message);
    }

    private static Map<String, Object> document(FittedReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("metric", report.metric());
        document.put("score", report.score());
        document.put(
                "trials",
                report.leaderboard().stream().map(LeaderboardCommand::object).toList());
        return document;
    }

    private static Map<String, Object> object(LeaderboardRow row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("trial", row.trial());
        object.put("learner", row.learner());
        object.put("status", row.status());
        object.put("score", row.score());
        object.put("folds", row.folds());
        object.put("weight", row.weight());
        object.put("seconds", row.time().toNanos() / 1e9);
        object.put("operationsPerRow", row.operationsPerRow());
        object.put("configuration", new TreeMap<>(row.configuration().values()));
        object.put("message", row.message());
        return object;
    }
}
