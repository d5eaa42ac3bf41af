package io.automl4j.benchmarks.table;

import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import weka.core.Attribute;

/** Tables that Weka's jar carries as ARFF, the class last. */
final class BundledTable {
    private static final String PLACE = "/weka/gui/beans/templates/%s.arff";

    private BundledTable() {}

    static SuiteTable write(String name, TaskType task, Path folder) throws IOException {
        CsvFile rows = read(name);
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".csv");
        rows.write(file);
        return new SuiteTable(name, task, rows.header().get(rows.header().size() - 1), file);
    }

    private static CsvFile read(String name) throws IOException {
        String place = PLACE.formatted(name);
        try (InputStream in = Attribute.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IOException("Weka's jar does not hold %s.".formatted(place));
            }
            return Arff.read(in);
        }
    }
}
