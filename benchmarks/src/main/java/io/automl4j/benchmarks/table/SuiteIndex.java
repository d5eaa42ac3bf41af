package io.automl4j.benchmarks.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code index.json} of a folder of tables: an array of objects with {@code name}, {@code task}, {@code target} and
 * {@code file}, perhaps {@code split}; anything else is passed over.
 */
final class SuiteIndex {
    private static final String FILE = "index.json";
    private static final String EXAMPLE =
            "{\"name\": \"t\", \"task\": \"binary\", \"target\": \"y\", \"file\": \"t.csv\"}";

    private final Path folder;

    SuiteIndex(Path folder) {
        this.folder = folder;
    }

    /**
     * The tables in the index's order.
     *
     * @param split which ones; all if empty
     * @throws IOException if there is no index, it cannot be read, or a table of it is not there
     */
    List<SuiteTable> tables(String split) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "There is no folder '%s'.%nMaybe one of quick, bundled, synthetic and openml:31 is meant."
                            .formatted(folder));
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The folder %s has no %s.%nMaybe write one: [%s]".formatted(folder, FILE, EXAMPLE));
        }
        List<SuiteTable> tables = new ArrayList<>();
        for (Map<String, String> entry : entries(file)) {
            if (split.isEmpty() || split.equals(entry.get("split"))) {
                tables.add(table(entry));
            }
        }
        return tables;
    }

    private static List<Map<String, String>> entries(Path file) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    entries.add(texts(json));
                }
            }
        } catch (JsonProcessingException e) {
            throw new DataException(
                    "%s is no JSON: %s (line %d)."
                            .formatted(
                                    file,
                                    e.getOriginalMessage(),
                                    e.getLocation().getLineNr()),
                    e);
        }
        if (entries.isEmpty()) {
            throw new DataException("%s names no table.%nMaybe as [%s].".formatted(file, EXAMPLE));
        }
        return entries;
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

    private SuiteTable table(Map<String, String> entry) throws IOException {
        Path csv = folder.resolve(required(entry, "file"));
        if (!Files.isRegularFile(csv)) {
            throw new IllegalArgumentException(
                    "%s names the file %s, which is not there.".formatted(folder.resolve(FILE), csv));
        }
        return new SuiteTable(required(entry, "name"), task(entry), required(entry, "target"), csv);
    }

    private TaskType task(Map<String, String> entry) {
        String text = required(entry, "task");
        try {
            return TaskType.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "%s has the task '%s' for the table '%s', which is none of %s."
                            .formatted(FILE, text, entry.get("name"), Arrays.toString(TaskType.values())),
                    e);
        }
    }

    private String required(Map<String, String> entry, String name) {
        String text = entry.get(name);
        if (text == null) {
            throw new DataException("%s has an entry without '%s': %s%nMaybe as %s."
                    .formatted(folder.resolve(FILE), name, entry, EXAMPLE));
        }
        return text;
    }
}
