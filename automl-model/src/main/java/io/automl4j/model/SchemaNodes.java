package io.automl4j.model;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.file.Node;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Task and schema as nodes. */
final class SchemaNodes {
    private SchemaNodes() {}

    static Node save(Task task) {
        Node node = new Node()
                .put("type", task.type().name())
                .put("target", task.target())
                .put("classes", task.classes());
        return task.quantiles().isEmpty() ? node : node.put("quantiles", Numbers.array(task.quantiles()));
    }

    static Task task(Node node) {
        return new Task(
                TaskType.valueOf(node.text("type")),
                node.text("target"),
                node.texts("classes"),
                node.has("quantiles") ? Numbers.boxed(node.doubles("quantiles")) : List.of());
    }

    static Node save(Schema schema) {
        return new Node()
                .put("columns", schema.columns().stream().map(SchemaNodes::save).toList())
                .put("missing", schema.missingTokens().stream().sorted().toList())
                .put("zone", schema.zone().getId());
    }

    static Schema schema(Node node) {
        return new Schema(
                node.nodes("columns").stream().map(SchemaNodes::column).toList(),
                Set.copyOf(node.texts("missing")),
                ZoneId.of(node.text("zone")));
    }

    private static Node save(ColumnSchema column) {
        return new Node()
                .put("name", column.name())
                .put("kind", column.kind().name())
                .put("role", column.role().name())
                .put("format", column.format());
    }

    private static ColumnSchema column(Node node) {
        return new ColumnSchema(
                node.text("name"),
                ColumnKind.valueOf(node.text("kind")),
                Role.valueOf(node.text("role")),
                node.text("format"));
    }
}
