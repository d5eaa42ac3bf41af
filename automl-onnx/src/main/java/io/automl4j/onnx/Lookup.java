package io.automl4j.onnx;

import io.automl4j.model.encode.LevelTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts as the numbers of levels, and as what a table has for these. */
final class Lookup {
    private final Graph graph;
    private final Inputs inputs;

    Lookup(Graph graph, Inputs inputs) {
        this.graph = graph;
        this.inputs = inputs;
    }

    /** The rows of a table, {@code [rows × width]}. */
    Value rows(LevelTable table) {
        Value values = graph.constant(table.values(), table.levels().size() + 2L, table.width());
        return graph.add("Gather", values, numbers(table.column(), table.levels()));
    }

    /** For each row the number of its level, then one for missing cells, then one for other levels; {@code [rows]}. */
    Value numbers(String column, List<String> levels) {
        Map<String, Long> keys = new LinkedHashMap<>();
        for (int number = 0; number < levels.size(); number++) {
            // what is no text in UTF-8 cannot be given
            if (StandardCharsets.UTF_8.newEncoder().canEncode(levels.get(number))) {
                keys.put(levels.get(number), (long) number);
            }
        }
        long missing = levels.size();
        inputs.meanings(column).forEach((text, level) -> {
            Long known = level.isEmpty() ? Long.valueOf(missing) : keys.get(level);
            if (known != null) {
                keys.putIfAbsent(text, known);
            }
        });
        return graph.addOfTreesAndTexts(
                "LabelEncoder",
                inputs.texts(column),
                Attributes.ofTexts("keys_strings", new ArrayList<>(keys.keySet())),
                Attributes.ofLongs("values_int64s", keys.values()),
                Attributes.of("default_int64", missing + 1));
    }
}
