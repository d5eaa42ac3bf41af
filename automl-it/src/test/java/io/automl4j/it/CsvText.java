package io.automl4j.it;

import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables as the files that a user would have. */
final class CsvText {
    private CsvText() {}

    static Path write(Table table, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(table.schema().columns().stream().map(ColumnSchema::name).collect(Collectors.joining(",")));
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            lines.add(IntStream.range(0, table.columns().size())
                    .mapToObj(i -> table.column(i).text(at))
                    .collect(Collectors.joining(",")));
        }
        return Files.write(file, lines);
    }

    static Path write(Path file, String... lines) throws IOException {
        return Files.write(file, List.of(lines));
    }
}
