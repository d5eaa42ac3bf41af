package io.automl4j.benchmarks.accept;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of a suite.
 *
 * @param name the name
 * @param task what is predicted
 * @param target the target column
 * @param file the gzipped CSV
 */
record SuiteTable(String name, TaskType task, String target, Path file) {

    /** The public tables of a folder with an {@code index.json}, in its order. */
    static List<SuiteTable> publicOf(Path folder) throws IOException {
        List<SuiteTable> tables = new ArrayList<>();
        try (JsonParser json =
                new JsonFactory().createParser(folder.resolve("index.json").toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    Map<String, String> entry = texts(json);
                    if ("public".equals(entry.get("split"))) {
                        tables.add(of(entry, folder));
                    }
                }
            }
        }
        return tables;
    }

    /** The texts of an object; what is nested in it is skipped. */
    private static Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }

    private static SuiteTable of(Map<String, String> entry, Path folder) throws IOException {
        TaskType task = TaskType.valueOf(required(entry, "task").toUpperCase(Locale.ROOT));
        return new SuiteTable(
                required(entry, "name"), task, required(entry, "target"), folder.resolve(required(entry, "file")));
    }

    private static String required(Map<String, String> entry, String name) throws IOException {
        String text = entry.get(name);
        if (text == null) {
            throw new IOException("index.json has an entry without '%s': %s".formatted(name, entry));
        }
        return text;
    }
}
