package io.automl4j.model.encode;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Builds tables column by column and fits encoders on them. */
final class Fixture {
    static final Task BINARY = new Task(TaskType.BINARY, "y", List.of("no", "yes"));
    static final Task REGRESSION = new Task(TaskType.REGRESSION, "y", List.of());
    static final EncoderSpec TREE = EncoderSpec.TREE;
    static final EncoderSpec TREE_IMPUTED = new EncoderSpec(Encoding.TREE, ManyLevels.BOTH, true);
    static final EncoderSpec NETWORK = EncoderSpec.NETWORK;
    static final List<EncoderSpec> ALL_SPECS = Arrays.stream(Encoding.values())
            .flatMap(encoding -> Arrays.stream(ManyLevels.values())
                    .flatMap(many -> List.of(true, false).stream().map(imp -> new EncoderSpec(encoding, many, imp))))
            .toList();

    private final List<ColumnSchema> schema = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private Fixture() {}

    static Fixture table() {
        return new Fixture();
    }

    static Task multiclass(int classes) {
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new Task(TaskType.MULTICLASS, "y", names);
    }

    static EncoderSpec many(Encoding encoding, ManyLevels many) {
        return new EncoderSpec(encoding, many, encoding == Encoding.NETWORK);
    }

    /** Numbers; NaN is missing. */
    Fixture numbers(String name, double... values) {
        return add(ColumnSchema.of(name, ColumnKind.NUMERIC), NumericColumn.of(values));
    }

    /** Texts; an empty one is missing. */
    Fixture texts(String name, ColumnKind kind, List<String> cells) {
        return add(ColumnSchema.of(name, kind), StringColumn.of(cells));
    }

    Fixture levels(String name, String... cells) {
        return texts(name, ColumnKind.CATEGORICAL, List.of(cells));
    }

    Fixture levels(String name, int rows, IntFunction<String> cell) {
        return texts(name, ColumnKind.CATEGORICAL, cells(rows, cell));
    }

    static List<String> cells(int rows, IntFunction<String> cell) {
        return IntStream.range(0, rows).mapToObj(cell).toList();
    }

    /** Instants in ISO-8601 form; an empty one is missing. */
    Fixture times(String name, String... instants) {
        long[] millis = Arrays.stream(instants)
                .mapToLong(text -> text.isEmpty()
                        ? TimeColumn.MISSING
                        : Instant.parse(text).toEpochMilli())
                .toArray();
        return add(ColumnSchema.of(name, ColumnKind.DATETIME), TimeColumn.of(millis));
    }

    Fixture add(ColumnSchema described, Column column) {
        schema.add(described);
        columns.add(column);
        return this;
    }

    Table build() {
        return Table.of(Schema.of(schema), columns);
    }

    /** Fits with alternating classes. */
    EncodedTraining fit(EncoderSpec spec) {
        Table table = build();
        double[] targets =
                IntStream.range(0, table.rows()).mapToDouble(row -> row % 2).toArray();
        return Encoders.fit(table, Labels.of(targets), BINARY, spec, 1);
    }

    EncodedTraining fit(EncoderSpec spec, Task task, Labels labels) {
        return Encoders.fit(build(), labels, task, spec, 1);
    }

    static List<String> names(EncodedRows rows) {
        return rows.features().stream().map(Feature::name).toList();
    }

    /** The cells of an encoded column. */
    static float[] column(EncodedRows rows, String name) {
        int feature = names(rows).indexOf(name);
        if (feature < 0) {
            throw new AssertionError("No '%s' among %s".formatted(name, names(rows)));
        }
        float[] column = new float[rows.rows()];
        for (int row = 0; row < column.length; row++) {
            column[row] = rows.get(row, feature);
        }
        return column;
    }

    static Feature feature(EncodedRows rows, String name) {
        return rows.features().get(names(rows).indexOf(name));
    }
}
