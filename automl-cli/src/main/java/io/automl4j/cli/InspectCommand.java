package io.automl4j.cli;

import io.automl4j.api.run.Provenance;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.explain.ColumnImportance;
import io.automl4j.model.explain.Importance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a model file holds and where it came from. */
@Command(
        name = "inspect",
        description = "Shows what a model file holds and where it came from.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class)
final class InspectCommand implements Callable<Integer> {
    /** How many columns are shown, the most important ones. */
    private static final int SHOWN = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--digest",
            description = "Only the SHA-256 of what predicts: equal for equal models, whenever they were made.")
    private boolean digest;

    @Override
    public Integer call() throws IOException {
        AutoModel loaded = model.load();
        PrintWriter out = spec.commandLine().getOut();
        if (digest) {
            out.println(loaded.digest());
        } else {
            file(loaded, out);
            task(loaded, out);
            members(loaded, out);
            importance(loaded, out);
            provenance(loaded.report().provenance(), out);
            loaded.report().warnings().forEach(warning -> field(out, "warning", warning));
        }
        out.flush();
        return ExitCode.OK;
    }

    private void file(AutoModel loaded, PrintWriter out) throws IOException {
        field(out, "file", "%s (%s)".formatted(model.file(), Display.size(Files.size(model.file()))));
        field(out, "digest", loaded.digest());
    }

    private static void task(AutoModel loaded, PrintWriter out) {
        field(
                out,
                "task",
                "%s of '%s'"
                        .formatted(
                                loaded.task().type().name().toLowerCase(Locale.ROOT),
                                loaded.task().target()));
        if (!loaded.task().quantiles().isEmpty()) {
            field(
                    out,
                    "quantiles",
                    loaded.task().quantiles().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (loaded.task().type().isClassification()) {
            field(out, "classes", String.join(", ", loaded.task().classes()));
        }
        field(
                out,
                "score",
                loaded.report().metric() + " " + Display.score(loaded.report().score()));
        for (ColumnSchema column : loaded.schema().columns()) {
            if (column.role() != Role.TARGET) {
                field(out, column.role().name(), "%s (%s)".formatted(column.name(), column.kind()));
            }
        }
    }

    private static void members(AutoModel loaded, PrintWriter out) {
        for (Member member : loaded.members()) {
            field(
                    out,
                    "member",
                    String.format(
                            Locale.ROOT,
                            "%.3f %s (trial %d, %s)",
                            member.weight(),
                            member.learner(),
                            member.trial(),
                            Display.count(member.folds().size(), "model")));
            loaded.configuration(member).ifPresent(configuration -> field(out, "", configuration));
        }
        loaded.parts()
                .processing()
                .stack()
                .ifPresent(stack -> field(
                        out,
                        "stack",
                        stack.correction().save().text("kind")
                                + ", corrects the mean of members by what each of them says"));
    }

    /** What was found while the model was fitted; there may not have been time for all columns. */
    private static void importance(AutoModel loaded, PrintWriter out) {
        Importance importance = loaded.report().importance();
        if (importance.columns().isEmpty()) {
            return;
        }
        field(
                out,
                "importance",
                "%d of %s, out of fold, by %s on %s"
                        .formatted(
                                importance.columns().size(),
                                Display.count(loaded.requiredColumns().columns().size(), "column"),
                                importance.metric(),
                                Display.count(importance.rows(), "row")));
        importance.columns().stream().limit(SHOWN).forEach(column -> field(out, "", line(column)));
        int more = importance.columns().size() - SHOWN;
        if (more > 0) {
            field(out, "", "... and %d more".formatted(more));
        }
    }

    private static String line(ColumnImportance column) {
        String mean = column.column() + " " + Display.score(column.mean());
        return Double.isNaN(column.low())
                ? mean
                : "%s (%s to %s)".formatted(mean, Display.score(column.low()), Display.score(column.high()));
    }

    private static void provenance(Provenance from, PrintWriter out) {
        field(out, "library", from.library());
        field(out, "runtime", from.runtime());
        field(out, "created", from.created());
        field(out, "seed", from.seed());
        field(out, "data", "%s, SHA-256 %s".formatted(Display.count(from.rows(), "row"), from.dataFingerprint()));
        field(out, "budget", "%s, spent %s".formatted(Display.time(from.budget()), Display.time(from.spent())));
        field(out, "validation", from.validation());
    }

    private static void field(PrintWriter out, String name, Object value) {
        out.printf("%-11s %s%n", name.toLowerCase(Locale.ROOT), value);
    }
}
