package io.automl4j.model;

import io.automl4j.api.run.DataWarning;
import io.automl4j.model.file.Node;
import java.util.List;

/** Warnings as nodes, in models and in runs. */
public final class WarningNodes {
    private WarningNodes() {}

    /**
     * Writes warnings.
     *
     * @param warnings the warnings
     * @return a node for each
     */
    public static List<Node> save(List<DataWarning> warnings) {
        return warnings.stream()
                .map(warning -> new Node()
                        .put("kind", warning.kind().name())
                        .put("column", warning.column())
                        .put("message", warning.message())
                        .put("action", warning.action()))
                .toList();
    }

    /**
     * Reads warnings.
     *
     * @param nodes what {@link #save} gave
     * @return equal warnings
     * @throws IllegalArgumentException if a kind is unknown
     */
    public static List<DataWarning> load(List<Node> nodes) {
        return nodes.stream()
                .map(node -> new DataWarning(
                        DataWarning.Kind.valueOf(node.text("kind")),
                        node.text("column"),
                        node.text("message"),
                        node.text("action")))
                .toList();
    }
}
