package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a model: a zip of a manifest, JSON and little-endian arrays, each with its SHA-256. See
 * {@code docs/model-format.md}.
 */
public final class ModelFile {
    /** The version that is written, and the newest that can be read. */
    public static final int VERSION = 5;

    private ModelFile() {}

    /**
     * What a file holds.
     *
     * @param version of its form
     * @param description what its manifest says
     * @param model the model
     */
    public record Content(int version, Description description, Node model) {}

    /**
     * An error that names the file.
     *
     * @param file the file
     * @param what is wrong with what it holds
     * @return an error that also says what to do
     */
    public static ModelFileException refused(Path file, ModelFileException what) {
        String message = String.valueOf(what.getMessage());
        String hint = message.contains("Maybe") ? "" : "%nMaybe the file is damaged: copy it again.".formatted();
        return new ModelFileException("'%s' cannot be read: %s%s".formatted(file, message, hint), what);
    }

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
        AtomicFile.write(file, draft -> ModelFileWriter.write(draft, model, description));
    }

    /**
     * Reads a model. Sizes and digests of the whole file are checked before anything of it is used.
     *
     * @param file what {@link #write} wrote
     * @return the model, and what is said of it
     * @throws ModelFileException if the file is damaged, no model file, or written by a newer version;
     *     the message names the file and says what to do
     * @throws UncheckedIOException if there is no such file, or it cannot be read
     */
    public static Content read(Path file) {
        // Whether it can be read at all shows here; whatever goes wrong later is the content's fault.
        try (InputStream readable = Files.newInputStream(file)) {
            readable.read();
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
        return ModelFileReader.read(file);
    }
}
