package io.automl4j.tabular.read;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is said about data before it is read; everything else is found out.
 *
 * @param kinds the kinds of columns by name
 * @param missingTokens texts that mean a missing cell
 * @param zone the zone of times that name none
 * @param charset the encoding of text files
 * @param delimiter the delimiter of CSV files; 0 to find out
 * @param like columns that are to be read exactly as another table's, by name
 */
public record ReadOptions(
        Map<String, ColumnKind> kinds,
        Set<String> missingTokens,
        ZoneId zone,
        Charset charset,
        char delimiter,
        Optional<Schema> like) {

    /** Nothing is said. */
    public static final ReadOptions DEFAULTS = new ReadOptions(
            Map.of(),
            Schema.DEFAULT_MISSING_TOKENS,
            ZoneId.of("UTC"),
            StandardCharsets.UTF_8,
            (char) 0,
            Optional.empty());

    /** Copies the collections. */
    public ReadOptions {
        kinds = Map.copyOf(kinds);
        missingTokens = Set.copyOf(missingTokens);
    }
}
