package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.automl4j.api.task.Task;
import io.automl4j.model.AutoModel;
import io.automl4j.model.predictor.NeighboursModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a file says of its model besides the graph. */
final class Metadata {
    /** The forms of files that go with versions of the operators. */
    private static final int FORM = 8;

    private static final int LATER_FORM = 9;
    private static final int LAST_OF_FORM = 18;

    private Metadata() {}

    /** The whole message. */
    static ModelProto of(AutoModel model, GraphProto built, Graph graph) {
        ModelProto.Builder message = ModelProto.newBuilder()
                .setIrVersion(graph.version() > LAST_OF_FORM ? LATER_FORM : FORM)
                .setProducerName("AutoML4J")
                .setProducerVersion(model.report().provenance().library())
                .setDomain("io.automl4j")
                .addAllOpsetImport(graph.operators())
                .setGraph(built);
        entries(model)
                .forEach((key, value) -> message.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return message.build();
    }

    private static Map<String, String> entries(AutoModel model) {
        Task task = model.task();
        Map<String, String> entries = new TreeMap<>();
        entries.put("task", task.type().name().toLowerCase(Locale.ROOT));
        entries.put("target", task.target());
        entries.put("digest", model.digest());
        entries.put("created", model.report().provenance().created().toString());
        boolean stored = model.members().stream()
                .flatMap(member -> member.folds().stream())
                .anyMatch(fold -> fold.model() instanceof NeighboursModel);
        entries.put("contains_training_rows", String.valueOf(stored));
        if (task.type().isClassification()) {
            entries.put("classes", json(task.classes()));
        }
        if (!task.quantiles().isEmpty()) {
            entries.put("quantiles", task.quantiles().toString());
        }
        return entries;
    }

    /** Texts as an array of JSON. */
    static String json(List<String> texts) {
        return texts.stream().map(Metadata::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
