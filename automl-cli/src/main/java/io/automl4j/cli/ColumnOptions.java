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
import picocli.CommandLine.Option;

/** What the columns of the training table are, and what they are for. */
final class ColumnOptions {
    @Option(names = "--target", required = true, paramLabel = "COLUMN", description = "The column to predict.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String target;

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

    /** Reads a file with these kinds and roles. */
    Table read(TableReader format, Path file) {
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
