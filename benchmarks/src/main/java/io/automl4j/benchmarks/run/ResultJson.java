package io.automl4j.benchmarks.run;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Results as a JSON array of objects with the names of the columns of {@code rows.csv}. */
public final class ResultJson {
    private static final Set<String> TEXTS = Set.of("framework", "table", "metric", "failure", "curve");

    private ResultJson() {}

    /**
     * Writes a file.
     *
     * @param file where to
     * @param results the cells
     */
    public static void write(Path file, List<CellResult> results) {
        AtomicFile.write(file, draft -> writeDraft(draft, results));
    }

    private static void writeDraft(Path file, List<CellResult> results) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (CellResult result : results) {
                json.writeStartObject();
                List<String> cells = result.cells();
                for (int i = 0; i < cells.size(); i++) {
                    write(json, CellResult.HEADER.get(i), cells.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** What is not known is null: JSON has no NaN. */
    private static void write(JsonGenerator json, String name, String cell) throws IOException {
        json.writeFieldName(name);
        if (TEXTS.contains(name)) {
            json.writeString(cell);
        } else if (cell.equals("true") || cell.equals("false")) {
            json.writeBoolean(Boolean.parseBoolean(cell));
        } else if (Double.isFinite(Double.parseDouble(cell))) {
            json.writeNumber(cell);
        } else {
            json.writeNull();
        }
    }
}
