package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Table;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A table as one binary file, column by column, with its schema and roles: quick to read again, and the same cells bit
 * for bit. Little-endian: eight letters, a version, the schema, each column in the narrowest form that holds it, and
 * the CRC-32C of all that.
 */
public final class TableFile {
    /** The usual ending of such a file's name. */
    public static final String SUFFIX = ".table";

    static final int VERSION = 1;
    private static final byte[] MAGIC = {'A', 'M', 'L', '4', 'J', 'T', 'B', 'L'};

    private TableFile() {}

    /**
     * Writes a table. The file appears as a whole or not at all.
     *
     * @param table the table
     * @param file the file; one that exists is replaced
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Table table, Path file) {
        AtomicFile.write(file, draft -> {
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                BlockWriter out = new BlockWriter(channel);
                out.bytes(MAGIC);
                out.integer(VERSION);
                TableBlocks.write(table, out);
                out.finish();
            }
        });
    }

    /**
     * Reads a table.
     *
     * @param file a file that {@link #write} wrote
     * @return the table, as it was
     * @throws DataException if the file is damaged, of a newer version, or something else
     * @throws UncheckedIOException if it cannot be read
     */
    public static Table read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            BlockReader in = new BlockReader(channel, "'" + file + "'");
            if (channel.size() < MAGIC.length || !Arrays.equals(in.bytes(MAGIC.length), MAGIC)) {
                throw new DataException("'%s' is no table file.%nMaybe it is CSV: read it as such.".formatted(file));
            }
            int version = in.integer();
            if (version != VERSION) {
                throw new DataException(
                        "'%s' is of version %d, but this library knows version %d only.%nMaybe update the library."
                                .formatted(file, version, VERSION));
            }
            Table table = TableBlocks.read(in);
            in.finish();
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
    }

    /**
     * Whether a file begins as a table file does.
     *
     * @param file the file
     * @return true if it may be one
     * @throws UncheckedIOException if it cannot be read
     */
    public static boolean is(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
    }
}
