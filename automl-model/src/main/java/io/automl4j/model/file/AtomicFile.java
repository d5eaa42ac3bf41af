package io.automl4j.model.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** Writes files that are there as a whole or not at all: beside their place, and then moved to it at once. */
public final class AtomicFile {
    private static final AtomicLong WRITTEN = new AtomicLong();

    private AtomicFile() {}

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes a draft.
         *
         * @param draft a file that does not exist yet
         * @throws IOException if it cannot be written
         */
        void writeTo(Path draft) throws IOException;
    }

    /**
     * Writes a file. One that is there already is replaced.
     *
     * @param file where to
     * @param content what
     * @throws UncheckedIOException if the file cannot be written; one that was there is then still there
     */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(".%s.%d-%d.tmp"
                .formatted(target.getFileName(), ProcessHandle.current().pid(), WRITTEN.incrementAndGet()));
        try {
            if (!Files.isDirectory(draft.resolveSibling("."))) {
                throw new NoSuchFileException(String.valueOf(target.getParent()), null, "there is no such folder");
            }
            try {
                content.writeTo(draft);
                toDisk(draft);
                move(draft, target);
            } finally {
                Files.deleteIfExists(draft);
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
}
