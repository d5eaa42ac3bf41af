package io.automl4j.tabular.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.automl4j.api.DataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A CSV file, plain or gzipped; delimiter, quote and byte order mark are found out. */
public final class CsvSource implements RowSource {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_CELL = 16 << 20;

    private final Path file;
    private final Charset charset;
    private final char delimiter;
    private final char quote;
    private final List<String> names;

    private CsvSource(Path file, Charset charset, char delimiter, char quote) {
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
        this.quote = quote;
        this.names = header();
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
        String sample = sample(file, options.charset());
        if (sample.isBlank()) {
            throw new DataException("'%s' is empty.".formatted(file));
        }
        String first =
                sample.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char quote = count(first, '\'') >= 2 && first.startsWith("'") ? '\'' : '"';
        char delimiter = options.delimiter() == 0 ? delimiter(sample, quote) : options.delimiter();
        return new CsvSource(file, options.charset(), delimiter, quote);
    }

    private static String sample(Path file, Charset charset) {
        char[] chars = new char[SAMPLE];
        try (Reader reader = reader(file, charset)) {
            int length = 0;
            for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(0, read)) {
                read = reader.read(chars, length, SAMPLE - length);
            }
            String text = new String(chars, 0, length);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrongCharset(file, charset, 1, e);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        PushbackInputStream bytes =
                new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), 2);
        byte[] magic = bytes.readNBytes(2);
        bytes.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        InputStream plain = gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return new InputStreamReader(
                plain,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The delimiter that parts the first lines into the same number of cells, most of them. */
    private static char delimiter(String sample, char quote) {
        List<String> lines =
                sample.lines().filter(line -> !line.isBlank()).limit(20).toList();
        char best = ',';
        int most = 0;
        for (char candidate : DELIMITERS) {
            int first = outside(lines.get(0), candidate, quote);
            long alike = lines.stream()
                    .filter(line -> outside(line, candidate, quote) == first)
                    .count();
            int score = first == 0 ? 0 : (int) (first + 1000 * alike / lines.size());
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static int outside(String line, char wanted, char quote) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == quote;
            count += !quoted && line.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private CsvReader<CsvRecord> records(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MOST_CELL)
                .ofCsvRecord(reader);
    }

    private List<String> header() {
        List<String> header = List.of();
        try (Reader reader = reader(file, charset)) {
            Iterator<CsvRecord> records = records(reader).iterator();
            if (records.hasNext()) {
                header = records.next().getFields().stream()
                        .map(CsvSource::clean)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
        Set<String> seen = new LinkedHashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw new DataException("'%s' has two columns '%s'.%nMaybe rename one, or the header line is missing."
                        .formatted(file, name));
            }
        }
        return List.copyOf(header);
    }

    private static String clean(String name) {
        return (name.startsWith("\uFEFF") ? name.substring(1) : name).strip();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void forEach(RowConsumer consumer) {
        String[] cells = new String[names.size()];
        long line = 1;
        try (Reader reader = reader(file, charset)) {
            Iterator<CsvRecord> records = records(reader).iterator();
            records.next();
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                if (row.getFieldCount() != cells.length) {
                    throw otherLength(row);
                }
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = row.getField(i);
                }
                consumer.accept(cells);
            }
        } catch (CharacterCodingException e) {
            throw wrongCharset(file, charset, line, e);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? wrongCharset(file, charset, line, e) : e;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? wrongCharset(file, charset, line, e)
                    : new DataException(
                            "'%s' cannot be read after line %d: %s".formatted(file, line, e.getMessage()), e);
        }
    }

    private DataException otherLength(CsvRecord row) {
        return new DataException(
                "'%s' line %d has %d cells, but the header has %d columns.%nMaybe a cell holds the delimiter '%s' and is not quoted."
                        .formatted(file, row.getStartingLineNumber(), row.getFieldCount(), names.size(), delimiter));
    }

    private static DataException wrongCharset(Path file, Charset charset, long line, Exception cause) {
        return new DataException(
                "'%s' is not %s text: a byte after line %d does not belong there.%nMaybe give its charset, such as ISO-8859-1."
                        .formatted(file, charset, line),
                cause);
    }
}
