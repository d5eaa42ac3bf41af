package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip files with bounds: their number of entries, their sizes, and how far they may unfold. */
final class Archive {
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_BYTES = 4L << 30;
    /** Zeros unfold about a thousandfold; tables of real numbers much less. */
    private static final long MOST_UNFOLDING = 1_100;

    private static final int FIRST_BYTES = 0x504B0304;

    private Archive() {}

    /** Writes to a file beside the target, which then takes its name. */
    static void write(Map<String, byte[]> entries, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    zip(entries, out);
                }
                move(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be written to '%s'.".formatted(file), e);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void zip(Map<String, byte[]> entries, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(0);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    static Map<String, byte[]> read(Path file) {
        try {
            long size = Files.size(file);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return unzip(in, Math.min(MOST_BYTES, Math.max(1 << 16, size * MOST_UNFOLDING)));
            }
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw new ModelFileException(
                    "It is damaged (%s).%nMaybe copy the file again.".formatted(e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no file '%s'.".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
    }

    private static Map<String, byte[]> unzip(InputStream in, long mostBytes) throws IOException {
        in.mark(Integer.BYTES);
        if (in.readNBytes(Integer.BYTES).length < Integer.BYTES) {
            throw new ModelFileException("It is no model file: it is shorter than 4 bytes.");
        }
        in.reset();
        if (java.nio.ByteBuffer.wrap(in.readNBytes(Integer.BYTES)).getInt() != FIRST_BYTES) {
            throw new ModelFileException("It is no model file: it does not begin as a zip file does.");
        }
        in.reset();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long left = mostBytes;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= bytes.length;
                if (left < 0 || entries.size() >= MOST_ENTRIES) {
                    throw new ModelFileException("It unfolds to more than %d bytes or %d entries, as no model does."
                            .formatted(mostBytes, MOST_ENTRIES));
                }
                if (entries.put(entry.getName(), bytes) != null) {
                    throw new ModelFileException("It has two entries '%s'.".formatted(entry.getName()));
                }
            }
        }
        return entries;
    }
}
