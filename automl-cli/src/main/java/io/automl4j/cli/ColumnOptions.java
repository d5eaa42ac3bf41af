package io.automl4j.cli;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.tabular.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the columns of the training table are, and what they are for. */
final class ColumnOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column to predict.")
    private String target = "";

    @Option(names = "--weight", paramLabel = "COLUMN", description = "The column of the weights of rows.")
    @Nullable
    private String weight;

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description = "Rows of one group are never split between training and validation.")
    @Nullable
    private String group;

    @Option(names = "--time", paramLabel = "COLUMN", description = "Validation rows are never before training rows.")
    @Nullable
    private String time;

    @Option(names = "--fold", paramLabel = "COLUMN", description = "The column of your own fold numbers.")
    @Nullable
    private String fold;

    @Option(names = "--ignore", split = ",", paramLabel = "COLUMN", description = "Columns not to use; repeatable.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "COLUMN=KIND",
            description = "What a column holds, where the guess is wrong; repeatable. One of numeric, boolean,"
                    + " categorical, datetime, text, id.")
    private Map<String, ColumnKind> kinds = new LinkedHashMap<>();

    /** Refuses what no table can make right. */
    void check() {
        if (target.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--target=COLUMN'");
        }
    }

    /** Reads a file with these kinds and roles. */
    Table read(TableReader format, Path file) {
        refuseSecondRoles();
        return table(format, file);
    }

    /** Reads a file whose labels are texts: they are to come back as they are written, 1.0 as 1.0. */
    Table readWithLabels(TableReader format, Path file) {
        kinds.putIfAbsent(target, ColumnKind.CATEGORICAL);
        return table(format, file);
    }

    /** Whether a table's labels were read as numbers, which nobody has asked for. */
    boolean hasNumbersForLabels(Table table) {
        return !kinds.containsKey(target)
                && table.schema()
                                .columns()
                                .get(table.schema().requireIndex(target))
                                .kind()
                        == ColumnKind.NUMERIC;
    }

    private void refuseSecondRoles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put(target, "--target");
        for (String name : ignored) {
            role(roles, "--ignore", name);
        }
        role(roles, "--weight", weight);
        role(roles, "--group", group);
        role(roles, "--time", time);
        role(roles, "--fold", fold);
    }

    private void role(Map<String, String> roles, String option, @Nullable String name) {
        String earlier = name == null ? null : roles.putIfAbsent(name, option);
        if (earlier != null) {
            throw new ParameterException(
                    spec.commandLine(), "%s: column '%s' is given by %s as well.".formatted(option, name, earlier));
        }
    }

    private Table table(TableReader format, Path file) {
        TableReader reader = format;
        for (Map.Entry<String, ColumnKind> kind : kinds.entrySet()) {
            reader = reader.kind(kind.getKey(), kind.getValue());
        }
        Table table = reader.read(file).withTarget(target);
        for (String name : kinds.keySet()) {
            table.schema().requireIndex(name);
        }
        for (String name : ignored) {
            table = table.withRole(name, Role.IGNORED);
        }
        table = withRole(table, weight, Role.WEIGHT);
        table = withRole(table, group, Role.GROUP);
        table = withRole(table, time, Role.TIME);
        return withRole(table, fold, Role.FOLD);
    }

    private static Table withRole(Table table, @Nullable String name, Role role) {
        return name == null ? table : table.withRole(name, role);
    }
}
