package io.automl4j.model.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The file of a model: a zip of a manifest, JSON and little-endian arrays, each with its SHA-256. See
 * {@code docs/model-format.md}.
 */
public final class ModelFile {
    private static final AtomicLong WRITTEN = new AtomicLong();

    private ModelFile() {}

    /**
     * Writes a model beside the file and moves it there at once, so that the file is never there by half. A file that
     * is already there is replaced.
     *
     * @param file where to
     * @param model the model
     * @param description goes to the manifest
     * @throws UncheckedIOException if the file cannot be written; a file that was there is then still there
     */
    public static void write(Path file, Node model, Description description) {
        Path target = file.toAbsolutePath();
        Path half = target.resolveSibling(".%s.%d-%d.tmp"
                .formatted(target.getFileName(), ProcessHandle.current().pid(), WRITTEN.incrementAndGet()));
        try {
            if (!Files.isDirectory(half.resolveSibling("."))) {
                throw new NoSuchFileException(String.valueOf(target.getParent()));
            }
            try {
                ModelFileWriter.write(half, model, description);
                toDisk(half);
                move(half, target);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be written.".formatted(file), e);
        }
    }

    /** Else a power failure may leave the name without the content. */
    private static void toDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Reads a model. Sizes and digests of the whole file are checked before anything of it is used.
     *
     * @param file what {@link #write} wrote
     * @return the model
     * @throws io.automl4j.api.ModelFileException if the file is damaged, no model file, or written by a newer version;
     *     the message names the file and says what to do
     * @throws UncheckedIOException if there is no such file, or it cannot be read
     */
    public static Node read(Path file) {
        // Whether it can be read at all shows here; whatever goes wrong later is the content's fault.
        try (InputStream readable = Files.newInputStream(file)) {
            readable.read();
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
        return ModelFileReader.read(file);
    }
}
