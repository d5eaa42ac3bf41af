package io.automl4j.tabular.read;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import io.automl4j.tabular.TableReader;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of text, and tables as text, for tests. */
final class Texts {
    /** Takes warnings and drops them. */
    static final Consumer<DataWarning> QUIET = warning -> {};

    private Texts() {}

    static Path file(Path folder, String name, String content) {
        return file(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TableReader reader() {
        return Tables.reader().warnings(QUIET);
    }

    /** A file of one column of so many rows. */
    static String column(String name, int rows, IntFunction<String> cell) {
        return IntStream.range(0, rows).mapToObj(cell).collect(Collectors.joining("\n", name + "\n", "\n"));
    }

    static List<String> cells(Table table, String column) {
        String[] texts = new String[table.rows()];
        Arrays.setAll(texts, row -> table.column(column).text(row));
        return List.of(texts);
    }

    static List<String> row(Table table, int row) {
        return table.columns().stream().map(column -> column.text(row)).toList();
    }

    static List<String> names(Table table) {
        return table.schema().columns().stream().map(ColumnSchema::name).toList();
    }

    static List<ColumnKind> kinds(Table table) {
        return table.schema().columns().stream().map(ColumnSchema::kind).toList();
    }

    static ColumnSchema described(Table table, String column) {
        return table.schema().columns().get(table.schema().requireIndex(column));
    }

    /** Collects warnings. */
    static final class Heard implements Consumer<DataWarning> {
        final List<DataWarning> warnings = new ArrayList<>();

        @Override
        public void accept(DataWarning warning) {
            warnings.add(warning);
        }
    }
}
