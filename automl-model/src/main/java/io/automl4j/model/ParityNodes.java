package io.automl4j.model;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parity rows and predictions as nodes. A missing cell is NaN, the least time, or an empty text. */
final class ParityNodes {
    private ParityNodes() {}

    static Node save(Parity parity) {
        List<Node> columns = new ArrayList<>();
        for (int i = 0; i < parity.rows().columns().size(); i++) {
            columns.add(
                    save(parity.rows().schema().columns().get(i), parity.rows().column(i)));
        }
        return new Node()
                .put("rows", parity.count())
                .put("columns", columns)
                .put(
                        "predictions",
                        parity.predictions().stream()
                                .map(values -> new Node().put("values", values))
                                .toList());
    }

    private static Node save(ColumnSchema described, Column cells) {
        Node node = new Node().put("name", described.name());
        IntStream rows = IntStream.range(0, cells.size());
        if (cells instanceof NumericColumn numbers) {
            return node.put("numbers", rows.mapToDouble(numbers::value).toArray());
        }
        if (cells instanceof TimeColumn times) {
            return node.put("times", rows.mapToLong(times::millis).toArray());
        }
        return node.put("texts", rows.mapToObj(cells::text).toList());
    }

    /** The rows that a node holds, of the columns that a model needs, in their order. */
    static Parity parity(Node node, Schema needed) {
        Map<String, ColumnSchema> known =
                needed.columns().stream().collect(Collectors.toMap(ColumnSchema::name, Function.identity()));
        List<Column> columns = new ArrayList<>();
        List<ColumnSchema> described = new ArrayList<>();
        for (Node column : node.nodes("columns")) {
            ColumnSchema wanted = known.get(column.text("name"));
            if (wanted == null) {
                throw new ModelFileException(
                        "The rows to compare have a column '%s', which the model does not read.%nMaybe the file is damaged; fit the model again."
                                .formatted(column.text("name")));
            }
            described.add(wanted);
            columns.add(cells(column));
        }
        return new Parity(
                Table.of(needed.withColumns(described), columns),
                node.integer("rows"),
                node.nodes("predictions").stream()
                        .map(values -> values.floats("values"))
                        .toList());
    }

    private static Column cells(Node node) {
        if (node.has("numbers")) {
            return NumericColumn.of(node.doubles("numbers"));
        }
        return node.has("times") ? TimeColumn.of(node.longs("times")) : StringColumn.of(node.texts("texts"));
    }
}
