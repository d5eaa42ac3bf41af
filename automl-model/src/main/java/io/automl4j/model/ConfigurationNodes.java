package io.automl4j.model;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.space.Configuration;
import io.automl4j.model.file.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Configurations as nodes. */
final class ConfigurationNodes {
    private ConfigurationNodes() {}

    /** A list, because a parameter may have any name. */
    static List<Node> save(Configuration configuration) {
        return configuration.values().entrySet().stream()
                .map(entry -> new Node().put("name", entry.getKey()).put("value", entry.getValue()))
                .toList();
    }

    static Configuration load(List<Node> nodes) {
        Map<String, Object> values = new HashMap<>();
        for (Node node : nodes) {
            String name = node.text("name");
            Object value = node.values().get("value");
            if (value == null) {
                throw new ModelFileException(
                        "Parameter '%s' has no value.%nMaybe the file is damaged: copy it again.".formatted(name));
            }
            values.put(name, value);
        }
        return new Configuration(values);
    }
}
