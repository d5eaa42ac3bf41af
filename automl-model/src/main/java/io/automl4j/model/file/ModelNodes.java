package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.FittedReport;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.Model;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** Task, schema, encoders and members as nodes. */
final class ModelNodes {
    private ModelNodes() {}

    static Node of(ModelParts parts) {
        return new Node()
                .put("task", task(parts.task()))
                .put("schema", schema(parts.schema()))
                .put(
                        "encoders",
                        parts.encoders().stream().map(FittedEncoder::save).toList())
                .put("members", parts.members().stream().map(ModelNodes::member).toList());
    }

    static ModelParts parts(Node node, FittedReport report) {
        return new ModelParts(
                task(node.node("task")),
                schema(node.node("schema")),
                node.nodes("encoders").stream().map(FittedEncoder::load).toList(),
                node.nodes("members").stream().map(ModelNodes::member).toList(),
                report);
    }

    private static Node task(Task task) {
        return new Node()
                .put("type", task.type().name())
                .put("target", task.target())
                .put("classes", task.classes());
    }

    private static Task task(Node node) {
        return new Task(constant(TaskType.class, node.text("type")), node.text("target"), node.texts("classes"));
    }

    private static Node schema(Schema schema) {
        return new Node()
                .put(
                        "columns",
                        schema.columns().stream().map(ModelNodes::column).toList())
                .put("missing", new TreeSet<>(schema.missingTokens()).stream().toList())
                .put("zone", schema.zone().getId());
    }

    private static Schema schema(Node node) {
        try {
            return new Schema(
                    node.nodes("columns").stream().map(ModelNodes::column).toList(),
                    Set.copyOf(node.texts("missing")),
                    ZoneId.of(node.text("zone")));
        } catch (DateTimeException e) {
            throw new ModelFileException("The model file names the time zone '%s'.".formatted(node.text("zone")), e);
        }
    }

    private static Node column(ColumnSchema column) {
        return new Node()
                .put("name", column.name())
                .put("kind", column.kind().name())
                .put("role", column.role().name())
                .put("format", column.format());
    }

    private static ColumnSchema column(Node node) {
        return new ColumnSchema(
                node.text("name"),
                constant(ColumnKind.class, node.text("kind")),
                constant(Role.class, node.text("role")),
                node.text("format"));
    }

    private static Node member(Member member) {
        return new Node()
                .put("trial", member.trial())
                .put("learner", member.learner())
                .put("weight", member.weight())
                .put("folds", member.folds().stream().map(ModelNodes::fold).toList());
    }

    private static Member member(Node node) {
        return new Member(
                node.integer64("trial"),
                node.text("learner"),
                node.real("weight"),
                node.nodes("folds").stream().map(ModelNodes::fold).toList());
    }

    private static Node fold(FoldModel fold) {
        return new Node()
                .put("encoder", fold.encoder())
                .put("model", fold.model().save());
    }

    private static FoldModel fold(Node node) {
        return new FoldModel(node.integer("encoder"), Model.load(node.node("model")));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(
                    "The model file names the %s '%s', which this version does not know.%nMaybe update automl-model."
                            .formatted(type.getSimpleName(), name),
                    e);
        }
    }
}
