package io.automl4j.tabular;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.tabular.read.CsvSource;
import io.automl4j.tabular.read.ReadOptions;
import io.automl4j.tabular.read.TableAssembly;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
     * Says what a column means, instead of finding out.
     *
     * @param column its name
     * @param kind its kind
     * @return another reader
     */
    public TableReader kind(String column, ColumnKind kind) {
        Map<String, ColumnKind> kinds = new TreeMap<>(options.kinds());
        kinds.put(column, kind);
        return new TableReader(new ReadOptions(
                kinds,
                options.missingTokens(),
                options.zone(),
                options.charset(),
                options.delimiter(),
                options.like()));
    }

    /**
     * Adds texts that mean a missing cell.
     *
     * @param tokens the texts
     * @return another reader
     */
    public TableReader missing(String... tokens) {
        Set<String> all = new TreeSet<>(options.missingTokens());
        all.addAll(Arrays.asList(tokens));
        return new TableReader(new ReadOptions(
                options.kinds(), all, options.zone(), options.charset(), options.delimiter(), options.like()));
    }

    /**
     * Reads columns exactly as those of another table are read, such as a model's training table. Columns that the
     * schema does not have are found out; columns that the data does not have are absent.
     *
     * @param schema the schema of the other table
     * @return another reader
     */
    public TableReader like(Schema schema) {
        return new TableReader(new ReadOptions(
                options.kinds(),
                schema.missingTokens(),
                schema.zone(),
                options.charset(),
                options.delimiter(),
                Optional.of(schema)));
    }

    /**
     * Says how cells of a CSV file are parted, instead of finding out.
     *
     * @param delimiter the delimiter
     * @return another reader
     */
    public TableReader delimiter(char delimiter) {
        return new TableReader(new ReadOptions(
                options.kinds(),
                options.missingTokens(),
                options.zone(),
                options.charset(),
                delimiter,
                options.like()));
    }

    /**
     * Says how text files are encoded; UTF-8 by default.
     *
     * @param charset the charset
     * @return another reader
     */
    public TableReader charset(Charset charset) {
        return new TableReader(new ReadOptions(
                options.kinds(),
                options.missingTokens(),
                options.zone(),
                charset,
                options.delimiter(),
                options.like()));
    }

    /**
     * Says the zone of times that name none; UTC by default.
     *
     * @param zone the zone
     * @return another reader
     */
    public TableReader zone(ZoneId zone) {
        return new TableReader(new ReadOptions(
                options.kinds(),
                options.missingTokens(),
                zone,
                options.charset(),
                options.delimiter(),
                options.like()));
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
     * Reads a file by the ending of its name.
     *
     * @param file the file; what is not known otherwise is read as CSV
     * @return the table
     * @throws io.automl4j.api.DataException if it is empty or malformed; says where and what to do
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public Table read(Path file) {
        return csv(file);
    }
}
