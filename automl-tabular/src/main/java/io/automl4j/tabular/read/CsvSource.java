package io.automl4j.tabular.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.automl4j.api.DataException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CSV file, plain or gzipped, with a header line; delimiter, quote and byte order mark are found out. */
public final class CsvSource implements RowSource {
    private static final int SAMPLE = 1 << 16;
    private static final int MOST_CELL = 16 << 20;

    private final TextInput input;
    private final Dialect dialect;
    private final List<String> names;

    private CsvSource(TextInput input, Dialect dialect) {
        this.input = input;
        this.dialect = dialect;
        this.names = Names.checked(header(), title());
    }

    /**
     * A file whose header has been read.
     *
     * @param file the file
     * @param options charset and delimiter
     * @return the source
     * @throws DataException if the file is empty, its bytes are not of the charset, or two columns have one name
     * @throws UncheckedIOException if it cannot be read
     */
    public static CsvSource open(Path file, ReadOptions options) {
        TextInput input = new TextInput(file, options.charset());
        String sample = input.sample(SAMPLE);
        if (sample.isBlank()) {
            throw new DataException("'%s' is empty.%nMaybe it was not written to its end.".formatted(file));
        }
        return new CsvSource(input, Dialect.guess(sample, sample.length() < SAMPLE, options.delimiter()));
    }

    @Override
    public String title() {
        return "'" + input.file() + "'";
    }

    @Override
    public List<String> names() {
        return names;
    }

    private List<String> header() {
        List<String> cells = new ArrayList<>();
        Rows rows = new Rows(
                new CellSink() {
                    @Override
                    public void cell(int column, char[] text, int offset, int length) {
                        cells.add(new String(text, offset, length));
                    }

                    @Override
                    public void endRow() {}
                },
                Integer.MAX_VALUE);
        read(rows, true);
        return cells;
    }

    @Override
    public void replay(CellSink sink) {
        read(new Rows(sink, names.size()), false);
    }

    private void read(Rows rows, boolean headerOnly) {
        try (LastCharacter reader = new LastCharacter(input.open())) {
            // below a header of one column an empty line is a missing cell
            Iterator<Row> records = records(rows, reader, !headerOnly && names.size() == 1);
            rows.toSink = headerOnly;
            for (int row = 0; !(headerOnly && row == 1) && records.hasNext(); row++) {
                Row read = records.next();
                if (row > 0 && read.cells() != names.size()) {
                    throw otherLength(row, read);
                }
                if (rows.toSink) {
                    rows.sink.endRow();
                }
                rows.toSink = true;
            }
            if (!headerOnly && rows.lastQuoted && reader.last() != dialect.quote()) {
                throw notClosed(rows.line());
            }
        } catch (IOException e) {
            throw input.failure(e);
        } catch (UncheckedIOException | CsvParseException e) {
            throw failure(e);
        }
    }

    /** Lengths of rows are checked here, so that the message can name the row. */
    private Iterator<Row> records(Rows rows, Reader reader, boolean cellsMayBeEmptyLines) {
        return CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .trimWhitespacesAroundQuotes(dialect.spaced())
                .skipEmptyLines(!cellsMayBeEmptyLines)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MOST_CELL)
                .build(rows, reader)
                .iterator();
    }

    /** The reader takes the rest of the file for the last cell then, and would not say that rows are lost. */
    private DataException notClosed(long line) {
        return new DataException(
                "%s ends within a cell of the row that begins in line %d.%nMaybe a quote %s is not closed."
                        .formatted(title(), line, dialect.quote()));
    }

    private RuntimeException failure(RuntimeException e) {
        Optional<IOException> below = below(e);
        return below.isPresent()
                ? input.failure(below.get())
                : new DataException(
                        "%s cannot be read as CSV: %s%nMaybe a quote %s is missing or too many."
                                .formatted(title(), e.getMessage(), dialect.quote()),
                        e);
    }

    private static Optional<IOException> below(Throwable e) {
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private DataException otherLength(int row, Row read) {
        return new DataException(("%s has %d cells in row %d (line %d), but the header has %d.%n"
                        + "Maybe a cell of that row holds the delimiter '%s' and is not quoted, or a quote is not closed.")
                .formatted(title(), read.cells(), row, read.line(), names.size(), shown(dialect.delimiter())));
    }

    private static String shown(char delimiter) {
        return delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
    }

    /** Where a row begins and how many cells it has; its cells went to the sink already. */
    private record Row(long line, int cells) {}

    /** Hands cells on without making strings of them. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Row> {
        private static final char[] NOTHING = {};

        private final CellSink sink;
        private final int width;
        private boolean toSink;
        private boolean lastQuoted;

        Rows(CellSink sink, int width) {
            this.sink = sink;
            this.width = width;
        }

        @Override
        protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
            lastQuoted = quoted;
            if (toSink && column < width) {
                sink.trimmed(column, text, offset, length);
            }
        }

        /** An empty line is an empty cell of the only column, else it is passed over. */
        @Override
        protected void handleEmpty() {
            lastQuoted = false;
            if (toSink && width == 1) {
                sink.trimmed(0, NOTHING, 0, 0);
            }
        }

        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected Row buildRecord() {
            return new Row(line(), getFieldCount());
        }
    }
}
