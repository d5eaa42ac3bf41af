package io.automl4j.tabular;

import io.automl4j.api.table.Table;
import io.automl4j.tabular.read.ReadOptions;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;

/** Reads tables from files, databases and objects. What columns mean and which cells are missing is found out. */
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
     * Reads a file in Weka's ARFF, plain or gzipped.
     *
     * @param file the file
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Table arff(Path file) {
        return reader().arff(file);
    }

    /**
     * Reads the rows of a query.
     *
     * @param rows the result set, before its first row; it is read to its end and stays open
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows, or the database fails
     */
    public static Table jdbc(ResultSet rows) {
        return reader().jdbc(rows);
    }

    /**
     * Takes rows as maps from column name to value: numbers, truth values, texts, enum constants, points in time.
     *
     * @param rows the rows; null and absent values are missing cells
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows
     */
    public static Table rows(List<? extends Map<String, ?>> rows) {
        return reader().rows(rows);
    }

    /**
     * Takes rows as records of one class; the columns are its components.
     *
     * @param rows the rows; null components are missing cells
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows, or they are of different classes
     */
    public static Table records(List<? extends Record> rows) {
        return reader().records(rows);
    }

    /**
     * Takes columns by name: arrays of primitives or objects, or collections.
     *
     * @param columns the columns, in the order of the map
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows, or columns differ in length
     */
    public static Table columns(Map<String, ?> columns) {
        return reader().columns(columns);
    }

    /**
     * Reads a file by its form: a table file, ARFF, tabs or CSV.
     *
     * @param file the file
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Table read(Path file) {
        return reader().read(file);
    }
}
