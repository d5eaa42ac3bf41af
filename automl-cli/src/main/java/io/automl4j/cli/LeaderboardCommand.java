package io.automl4j.cli;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FittedReport;
import io.automl4j.model.OperatingPoint;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows everything that was tried. */
@Command(
        name = "leaderboard",
        description = "Shows everything that was tried, best first.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class)
final class LeaderboardCommand implements Callable<Integer> {
    private static final double ROUNDING = 1e-6;
    private static final int MOST_MESSAGE = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--top",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many rows of the table to show; default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = "--front",
            description = "The ensembles that the model can be used as instead, from the best score to the cheapest.")
    private boolean front;

    @Option(names = "--json", description = "Everything as JSON, with the configurations.")
    private boolean json;

    @Override
    public Integer call() {
        if (top < 0) {
            throw new ParameterException(spec.commandLine(), "--top is %d, but must not be negative.".formatted(top));
        }
        AutoModel loaded = model.load();
        PrintWriter out = spec.commandLine().getOut();
        if (front) {
            List<OperatingPoint> points = loaded.front().points();
            if (json) {
                out.println(Json.write(Map.of(
                        "front",
                        points.stream().map(point -> object(loaded, point)).toList())));
            } else {
                frontTable(loaded).forEach(out::println);
                out.println(
                        points.isEmpty()
                                ? "No front: the model is one ensemble."
                                : "Scores are of one model for each row. The first ensemble is taken for the best whatever they say.");
            }
        } else if (json) {
            out.println(Json.write(document(loaded.report())));
        } else {
            table(loaded.report(), top).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static List<String> table(FittedReport report, int top) {
        List<LeaderboardRow> all = report.leaderboard();
        TextTable table = new TextTable(
                2, List.of("learner", "status", report.metric(), "weight", "folds", "seconds", "trial", ""));
        List<String> lines = new ArrayList<>(table.lines(
                all.stream().limit(top).map(LeaderboardCommand::cells).toList()));
        if (all.size() > top) {
            lines.add("... and %d more; --top %d shows all.".formatted(all.size() - top, all.size()));
        }
        return lines;
    }

    private static List<String> cells(LeaderboardRow row) {
        String message = row.message().lines().findFirst().orElse("");
        return List.of(
                row.learner(),
                row.status().label(),
                Display.score(row.score()),
                row.weight() == 0 ? "" : Display.score(row.weight()),
                String.valueOf(row.folds()),
                String.format(Locale.ROOT, "%.1f", row.time().toMillis() / 1000.0),
                String.valueOf(row.trial()),
                message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE) + "..." : message);
    }

    private static List<String> frontTable(AutoModel model) {
        TextTable table =
                new TextTable(0, List.of(model.report().metric(), "us/row", "size", "members", "in use", "trials"));
        return table.lines(model.front().points().stream()
                .map(point -> List.of(
                        Display.score(point.score()),
                        Display.latency(point),
                        Display.size(point.bytes()),
                        String.valueOf(point.shares().size()),
                        isInUse(model, point) ? "yes" : "",
                        point.shares().keySet().stream().map(String::valueOf).collect(Collectors.joining(" "))))
                .toList());
    }

    /** Whether the model is this ensemble. */
    private static boolean isInUse(AutoModel model, OperatingPoint point) {
        return model.members().size() == point.shares().size()
                && model.members().stream()
                        .allMatch(member -> Math.abs(point.shares().getOrDefault(member.trial(), 0.0) - member.weight())
                                < ROUNDING);
    }

    private static Map<String, Object> object(AutoModel model, OperatingPoint point) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("score", point.score());
        object.put("nanosecondsPerRow", point.latency().toNanos());
        object.put("bytes", point.bytes());
        Map<String, Double> shares = new LinkedHashMap<>();
        point.shares().forEach((trial, weight) -> shares.put(String.valueOf(trial), weight));
        object.put("members", shares);
        object.put("inUse", isInUse(model, point));
        return object;
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
        object.put("status", row.status().label());
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
