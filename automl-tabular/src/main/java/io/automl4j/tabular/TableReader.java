package io.automl4j.tabular;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.tabular.read.ArffSource;
import io.automl4j.tabular.read.CsvSource;
import io.automl4j.tabular.read.JdbcRows;
import io.automl4j.tabular.read.ObjectRows;
import io.automl4j.tabular.read.ReadOptions;
import io.automl4j.tabular.read.TableAssembly;
import io.automl4j.tabular.read.TableFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads tables with something said about them beforehand. Immutable: each method returns another reader.
 *
 * <pre>{@code
 * Table table = Tables.reader().kind("zip", ColumnKind.CATEGORICAL).missing("-9").csv(Path.of("homes.csv"));
 * }</pre>
 */
public final class TableReader {
    private final ReadOptions options;

    TableReader(ReadOptions options) {
        this.options = options;
    }

    /**
     * Says what a column means, instead of finding out. The format of times is still found out.
     *
     * @param column its name
     * @param kind its kind
     * @return another reader
     */
    public TableReader kind(String column, ColumnKind kind) {
        return new TableReader(options.withKind(column, kind, ""));
    }

    /**
     * Says that a column holds points in time, and how they are written.
     *
     * @param column its name
     * @param format a pattern of {@link java.time.format.DateTimeFormatter}, {@code epoch-millis} or
     *     {@code epoch-seconds}
     * @return another reader
     */
    public TableReader times(String column, String format) {
        return new TableReader(options.withKind(column, ColumnKind.DATETIME, format));
    }

    /**
     * Adds texts that mean a missing cell.
     *
     * @param tokens the texts
     * @return another reader
     */
    public TableReader missing(String... tokens) {
        return new TableReader(options.withTokens(tokens));
    }

    /**
     * Reads columns exactly as those of another table are read, such as a model's training table. Columns that the
     * schema does not have are found out; columns that the data does not have are absent.
     *
     * @param schema the schema of the other table
     * @return another reader
     */
    public TableReader like(Schema schema) {
        return new TableReader(options.withLike(schema));
    }

    /**
     * Says how cells of a CSV file are parted, instead of finding out.
     *
     * @param delimiter the delimiter
     * @return another reader
     */
    public TableReader delimiter(char delimiter) {
        return new TableReader(options.withDelimiter(delimiter));
    }

    /**
     * Says how text files are encoded; UTF-8 by default, unless a byte order mark says otherwise.
     *
     * @param charset the charset
     * @return another reader
     */
    public TableReader charset(Charset charset) {
        return new TableReader(options.withCharset(charset));
    }

    /**
     * Says the zone of times that name none; UTC by default.
     *
     * @param zone the zone
     * @return another reader
     */
    public TableReader zone(ZoneId zone) {
        return new TableReader(options.withZone(zone));
    }

    /**
     * Says who is told of cells that could not be kept, such as {@code 1e400}, and of guesses that may be wrong; by
     * default they are logged.
     *
     * @param listener is called while a table is read
     * @return another reader
     */
    public TableReader warnings(Consumer<DataWarning> listener) {
        return new TableReader(options.withWarnings(listener));
    }

    /**
     * Reads a CSV file, plain or gzipped, with a header line.
     *
     * @param file the file
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public Table csv(Path file) {
        return TableAssembly.assemble(CsvSource.open(file, options), options);
    }

    /**
     * Reads a file in Weka's ARFF, plain or gzipped, dense or sparse. Numeric, nominal and date columns are what the
     * header says; what strings mean is found out.
     *
     * @param file the file
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public Table arff(Path file) {
        return TableAssembly.assemble(ArffSource.open(file, options), options);
    }

    /**
     * Reads the rows of a query. Numbers, truth values and times are what the database says; what texts mean is found
     * out.
     *
     * @param rows the result set, before its first row; it is read to its end and stays open
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows, or the database fails
     */
    public Table jdbc(ResultSet rows) {
        return TableAssembly.assemble(JdbcRows.of(rows, options), options);
    }

    /**
     * Takes rows as maps from column name to value. The columns come in the order of their first appearance.
     *
     * @param rows the rows; null and absent values are missing cells
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows
     */
    public Table rows(List<? extends Map<String, ?>> rows) {
        return TableAssembly.assemble(ObjectRows.ofMaps(rows, options), options);
    }

    /**
     * Takes rows as records of one class; the columns are its components.
     *
     * @param rows the rows; null components are missing cells
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows, or they are of different classes
     */
    public Table records(List<? extends Record> rows) {
        return TableAssembly.assemble(ObjectRows.ofRecords(rows, options), options);
    }

    /**
     * Takes columns by name: arrays of primitives or objects, or collections.
     *
     * @param columns the columns, in the order of the map
     * @return the table
     * @throws io.automl4j.api.DataException if there are no rows, or columns differ in length
     */
    public Table columns(Map<String, ?> columns) {
        return TableAssembly.assemble(ObjectRows.ofColumns(columns, options), options);
    }

    /**
     * Reads a file by its form: a {@link TableFile} by its first bytes, ARFF ({@code .arff}, {@code .arff.gz}) and tabs
     * ({@code .tsv}, {@code .tsv.gz}) by the ending of its name, and everything else as CSV.
     *
     * @param file the file
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public Table read(Path file) {
        if (TableFile.is(file)) {
            return TableAssembly.assemble("'" + file + "'", TableFile.read(file), options);
        }
        String name = file.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".arff")) {
            return arff(file);
        }
        return name.endsWith(".tsv") && options.delimiter() == 0
                ? delimiter('\t').csv(file)
                : csv(file);
    }
}
