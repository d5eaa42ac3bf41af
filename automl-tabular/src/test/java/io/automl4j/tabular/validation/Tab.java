package io.automl4j.tabular.validation;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.api.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Builds small tables column by column; the last one is the target unless a role says otherwise. */
public final class Tab {
    private final int rows;
    private final List<ColumnSchema> described = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private Tab(int rows) {
        this.rows = rows;
    }

    public static Tab rows(int count) {
        return new Tab(count);
    }

    public Tab number(String name, IntToDoubleFunction cell) {
        return add(
                ColumnSchema.of(name, ColumnKind.NUMERIC),
                NumericColumn.of(IntStream.range(0, rows)
                        .mapToDouble(cell::applyAsDouble)
                        .toArray()));
    }

    public Tab text(String name, ColumnKind kind, IntFunction<String> cell) {
        return add(
                ColumnSchema.of(name, kind),
                StringColumn.of(IntStream.range(0, rows).mapToObj(cell).toList()));
    }

    public Tab category(String name, IntFunction<String> cell) {
        return text(name, ColumnKind.CATEGORICAL, cell);
    }

    public Tab time(String name, IntFunction<Long> cell) {
        return add(
                ColumnSchema.of(name, ColumnKind.DATETIME),
                TimeColumn.of(IntStream.range(0, rows)
                        .mapToObj(cell)
                        .mapToLong(Long::longValue)
                        .toArray()));
    }

    private Tab add(ColumnSchema schema, Column column) {
        described.add(schema);
        columns.add(column);
        return this;
    }

    public Tab role(Role role) {
        int last = described.size() - 1;
        described.set(last, described.get(last).withRole(role));
        return this;
    }

    public Tab format(String format) {
        int last = described.size() - 1;
        described.set(last, described.get(last).withKind(described.get(last).kind(), format));
        return this;
    }

    /** The table, whose last feature is the target. */
    public Table build() {
        for (int i = described.size() - 1; i >= 0; i--) {
            if (described.get(i).role() == Role.FEATURE) {
                described.set(i, described.get(i).withRole(Role.TARGET));
                break;
            }
        }
        return Table.of(Schema.of(described), columns);
    }

    public static Task task(Table table) {
        return TaskInference.infer(table, Optional.empty());
    }

    public static LabelledTable labelled(Table table) {
        return Targets.of(table, task(table), Map.of());
    }
}
