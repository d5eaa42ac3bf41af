package io.automl4j.tabular.read;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What is said about data before it is read; everything else is found out.
 *
 * @param kinds the kinds of columns by name
 * @param formats the formats of columns by name
 * @param tokens texts that mean a missing cell, beside the usual ones
 * @param zone the zone of times that name none
 * @param charset the encoding of text files
 * @param delimiter the delimiter of CSV files; 0 to find out
 * @param like columns that are to be read exactly as another table's, by name
 * @param warnings is told what could not be kept
 */
public record ReadOptions(
        Map<String, ColumnKind> kinds,
        Map<String, String> formats,
        Set<String> tokens,
        ZoneId zone,
        Charset charset,
        char delimiter,
        Optional<Schema> like,
        Consumer<DataWarning> warnings) {

    /** Nothing is said; warnings are logged. */
    public static final ReadOptions DEFAULTS = new ReadOptions(
            Map.of(),
            Map.of(),
            Set.of(),
            ZoneId.of("UTC"),
            StandardCharsets.UTF_8,
            (char) 0,
            Optional.empty(),
            ReadOptions::log);

    /** Copies the collections. */
    public ReadOptions {
        kinds = Map.copyOf(kinds);
        formats = Map.copyOf(formats);
        tokens = Set.copyOf(tokens);
    }

    private static void log(DataWarning warning) {
        System.getLogger(ReadOptions.class.getPackageName()).log(System.Logger.Level.WARNING, warning.toString());
    }

    /** The zone of times that name none: that of the other table, or the one that was said. */
    ZoneId effectiveZone() {
        return like.map(Schema::zone).orElse(zone);
    }

    /** Adds the kind of a column, and its format if that is not empty. */
    public ReadOptions withKind(String column, ColumnKind kind, String format) {
        Map<String, ColumnKind> moreKinds = new TreeMap<>(kinds);
        moreKinds.put(column, kind);
        Map<String, String> moreFormats = new TreeMap<>(formats);
        moreFormats.remove(column);
        if (!format.isEmpty()) {
            moreFormats.put(column, format);
        }
        return new ReadOptions(moreKinds, moreFormats, tokens, zone, charset, delimiter, like, warnings);
    }

    /** Adds texts that mean a missing cell. */
    public ReadOptions withTokens(String... more) {
        Set<String> all = new TreeSet<>(tokens);
        all.addAll(Arrays.asList(more));
        return new ReadOptions(kinds, formats, all, zone, charset, delimiter, like, warnings);
    }

    /** With a zone. */
    public ReadOptions withZone(ZoneId other) {
        return new ReadOptions(kinds, formats, tokens, other, charset, delimiter, like, warnings);
    }

    /** With a charset. */
    public ReadOptions withCharset(Charset other) {
        return new ReadOptions(kinds, formats, tokens, zone, other, delimiter, like, warnings);
    }

    /** With a delimiter. */
    public ReadOptions withDelimiter(char other) {
        return new ReadOptions(kinds, formats, tokens, zone, charset, other, like, warnings);
    }

    /** With the columns of another table. */
    public ReadOptions withLike(Schema schema) {
        return new ReadOptions(kinds, formats, tokens, zone, charset, delimiter, Optional.of(schema), warnings);
    }

    /** With a listener. */
    public ReadOptions withWarnings(Consumer<DataWarning> listener) {
        return new ReadOptions(kinds, formats, tokens, zone, charset, delimiter, like, listener);
    }
}
