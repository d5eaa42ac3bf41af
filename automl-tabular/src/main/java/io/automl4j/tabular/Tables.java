package io.automl4j.tabular;

import io.automl4j.api.table.Table;
import io.automl4j.tabular.read.ReadOptions;
import java.nio.file.Path;

/** Reads tables from files, databases and objects. */
public final class Tables {
    private Tables() {}

    /**
     * A reader with something said beforehand.
     *
     * @return a reader with the defaults
     */
    public static TableReader reader() {
        return new TableReader(ReadOptions.DEFAULTS);
    }

    /**
     * Reads a CSV file, plain or gzipped, with a header line. Delimiter, quote, kinds of columns and missing cells are
     * found out.
     *
     * @param file the file
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Table csv(Path file) {
        return reader().csv(file);
    }

    /**
     * Reads a file by the ending of its name.
     *
     * @param file the file; what is not known otherwise is read as CSV
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Table read(Path file) {
        return reader().read(file);
    }
}
