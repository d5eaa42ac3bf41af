package io.automl4j.cli;

import io.automl4j.tabular.TableReader;
import io.automl4j.tabular.Tables;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a table's file is written, where it does not show. */
final class FormatOptions {
    @Option(names = "--charset", paramLabel = "NAME", description = "The file's encoding; default: UTF-8.")
    @Nullable
    private Charset charset;

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "Between cells; default: as the file suggests.")
    @Nullable
    private Character delimiter;

    TableReader reader() {
        TableReader reader = Tables.reader();
        if (charset != null) {
            reader = reader.charset(charset);
        }
        return delimiter == null ? reader : reader.delimiter(delimiter);
    }
}
