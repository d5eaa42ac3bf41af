package io.automl4j.onnx;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inputs of a graph, one of shape {@code [rows × 1]} for each raw column: numbers and seconds in double precision,
 * everything else as text.
 */
final class Inputs {
    private final Graph graph;
    private final Schema schema;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Integer> numeric = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> spellings = new HashMap<>();

    /** Declares the inputs. */
    Inputs(Graph graph, Schema schema) {
        this.graph = graph;
        this.schema = schema;
        for (ColumnSchema column : schema.columns()) {
            DataType type = isText(column.kind()) ? DataType.STRING : DataType.DOUBLE;
            values.put(column.name(), graph.input(column.name(), type, description(column.kind())));
            if (column.kind() == ColumnKind.NUMERIC) {
                numeric.put(column.name(), numeric.size());
            }
        }
    }

    static boolean isText(ColumnKind kind) {
        return kind != ColumnKind.NUMERIC && kind != ColumnKind.DATETIME;
    }

    private static String description(ColumnKind kind) {
        return switch (kind) {
            case NUMERIC -> "a number; NaN if it is missing";
            case DATETIME -> "seconds since 1970-01-01T00:00Z, fractions allowed; NaN if it is missing";
            case BOOLEAN ->
                "a truth value as written in training, or another usual word for it; empty if it is missing";
            case CATEGORICAL, TEXT, ID ->
                "a text as written in training, without spaces around it; empty if it is missing";
        };
    }

    /** How many numeric columns there are. */
    int numericWidth() {
        return numeric.size();
    }

    /** Where a numeric column is among {@link #numbers}. */
    int position(String column) {
        return requireNonNull(numeric.get(column), column);
    }

    /** All numeric columns, {@code [rows × columns]} in single precision; what is infinite is missing. */
    Value numbers() {
        Value raw = graph.concat(numeric.keySet().stream().map(values::get).toList(), 1);
        Value finite = graph.where(graph.add("IsInf", raw), graph.constant(Double.NaN), raw);
        return single(finite);
    }

    /** Numbers in double precision as the nearest finite ones in single precision; NaN stays. */
    Value single(Value numbers) {
        Value most = graph.constant((double) Float.MAX_VALUE);
        Value least = graph.constant((double) -Float.MAX_VALUE);
        Value notAbove = graph.where(graph.add("Greater", numbers, most), most, numbers);
        Value within = graph.where(graph.add("Less", notAbove, least), least, notAbove);
        return graph.cast(within, DataType.FLOAT);
    }

    /** The seconds of a column of points in time, {@code [rows × 1]}. */
    Value seconds(String column) {
        return value(column);
    }

    /** The texts of a column, {@code [rows]}. */
    Value texts(String column) {
        return graph.reshape(value(column), -1);
    }

    /**
     * What texts of a column mean besides its levels: those for missing cells nothing, other words for truth values their
     * level.
     */
    Map<String, String> meanings(String column) {
        return spellings.computeIfAbsent(
                column, name -> Spellings.of(schema, schema.columns().get(schema.requireIndex(name))));
    }

    private Value value(String column) {
        return requireNonNull(values.get(column), column);
    }
}
