package io.automl4j.cli;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import io.automl4j.api.Shuffles;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.explain.ColumnImportance;
import io.automl4j.model.explain.Draws;
import io.automl4j.model.explain.Explainer;
import io.automl4j.model.explain.Importance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains a model by a table. */
@Command(
        name = "explain",
        description = {
            "Explains a model by a table: which columns count, how the most important ones move predictions, and why the first"
                    + " rows are predicted so.",
            "Importance needs the target; take rows that the model was not trained on."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private static final int SHOWN = 10;
    /** How many columns have their effects shown unless they are named. */
    private static final int COLUMNS = 5;
    /** Values of a column at which its effects are shown. */
    private static final int POINTS = 20;
    /** Rows that stand for the usual in the explanation of one. */
    private static final int BACKGROUND = 50;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private RowsOption data = new RowsOption();

    @Mixin
    private OutOption out = new OutOption();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description = "The columns whose effects are shown; default: the " + COLUMNS + " most important ones.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "What importance is measured by; default: the metric that the model was searched by.")
    @Nullable
    private String metric;

    @Option(
            names = "--rows",
            defaultValue = "5",
            paramLabel = "N",
            description = "How many rows are explained, the first ones; default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--sample",
            defaultValue = "1000",
            paramLabel = "N",
            description = "How many rows are drawn for importance and effects; default: ${DEFAULT-VALUE}.")
    private int sample;

    @Option(
            names = "--repeats",
            defaultValue = "5",
            paramLabel = "N",
            description = "How often the cells of a column are permuted; default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(names = "--seed", defaultValue = "1", description = "The seed of all draws; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--without-importance", description = "For rows without a target.")
    private boolean withoutImportance;

    @Option(
            names = "--trees",
            description = "Exact Shapley values of each member of trees too; takes long for large forests.")
    private boolean trees;

    @Mixin
    private PointOption point = new PointOption();

    @Override
    public Integer call() throws IOException {
        checkOptions();
        AutoModel loaded = point.of(model.load());
        checkColumns(loaded);
        Table table = data.read(wanted(loaded));
        data.warnOfUnknowns(loaded, table);
        ExplainDocument document = new ExplainDocument(loaded, columns);
        Optional<Importance> importance = explain(loaded, table, document);
        String json = Json.write(document.content());
        out.write(writer -> writer.write(json + "\n"));
        if (out.isFile()) {
            summary(importance);
        }
        return ExitCode.OK;
    }

    private void summary(Optional<Importance> importance) throws IOException {
        PrintWriter writer = spec.commandLine().getOut();
        importance.stream().flatMap(ExplainCommand::lines).forEach(writer::println);
        writer.printf("explanations: %s (%s)%n", out.file(), Display.size(Files.size(out.file())));
        writer.flush();
    }

    private void checkOptions() {
        out.check(data, model);
        data.check();
        atLeast("--rows", rows, 0);
        atLeast("--sample", sample, 2);
        atLeast("--repeats", repeats, 1);
    }

    private void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new ParameterException(
                    spec.commandLine(), "%s is %d, but must be at least %d.".formatted(option, value, least));
        }
    }

    private void checkColumns(AutoModel loaded) {
        List<String> known = loaded.requiredColumns().columns().stream()
                .filter(column -> column.kind() != ColumnKind.TEXT)
                .map(ColumnSchema::name)
                .toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--columns: '%s' is no column whose effect on predictions can be shown.%nMaybe one of these: %s"
                                .formatted(column, known.stream().limit(20).toList()));
            }
        }
    }

    /** What is read as in training: the features, and what importance is computed from. */
    private static Schema wanted(AutoModel loaded) {
        Set<String> needed = loaded.requiredColumns().columns().stream()
                .map(ColumnSchema::name)
                .collect(Collectors.toSet());
        return loaded.schema()
                .withColumns(loaded.schema().columns().stream()
                        .filter(column -> column.role() == Role.TARGET
                                || column.role() == Role.WEIGHT
                                || needed.contains(column.name()))
                        .toList());
    }

    private Optional<Importance> explain(AutoModel loaded, Table table, ExplainDocument document) {
        Explainer explainer = loaded.explain();
        Table some = drawn(table, sample);
        // all targets are read, so that a wrong one is named by its row of the file
        Optional<Importance> importance = withoutImportance ? Optional.empty() : Optional.of(importance(loaded, table));
        importance.ifPresent(document::importance);
        document.effects(some, POINTS, COLUMNS);
        if (rows > 0) {
            int count = Math.min(rows, table.rows());
            Table first = table.select(IntStream.range(0, count).toArray());
            document.rows(first, explainer.shapley(first, drawn(table, BACKGROUND), new Draws(1, seed)));
            if (trees) {
                document.trees(first);
            }
        }
        return importance;
    }

    private Importance importance(AutoModel loaded, Table table) {
        String target = loaded.task().target();
        if (table.schema().indexOf(target).isEmpty()) {
            throw new DataException(
                    "Column '%s', the target, is not in '%s', and importance is how much worse it is predicted.%nMaybe leave importance out by --without-importance."
                            .formatted(target, data.file()));
        }
        return loaded.explain().importance(table, metric(loaded), sample, new Draws(repeats, seed));
    }

    /** A metric of the user's own, which a model may have been searched by, has no name here. */
    private Metric metric(AutoModel loaded) {
        TaskType type = loaded.task().type();
        try {
            Metric known = Metrics.byName(metric == null ? loaded.report().metric() : metric);
            Checks.argument(known.supports(type), "'%s' is not defined for a %s task.", known.name(), type);
            return known;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--metric: " + e.getMessage(), e);
        }
    }

    private Table drawn(Table table, int most) {
        return table.select(Shuffles.some(table.rows(), most, new SplittableRandom(seed)));
    }

    private static Stream<String> lines(Importance importance) {
        TextTable table = new TextTable(1, List.of("column", importance.metric() + " worse by", "low", "high"));
        return table
                .lines(importance.columns().stream()
                        .limit(SHOWN)
                        .map(ExplainCommand::cells)
                        .toList())
                .stream();
    }

    private static List<String> cells(ColumnImportance column) {
        return List.of(
                column.column(),
                Display.score(column.mean()),
                Display.score(column.low()),
                Display.score(column.high()));
    }
}
