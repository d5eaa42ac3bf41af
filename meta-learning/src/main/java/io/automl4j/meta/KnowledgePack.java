package io.automl4j.meta;

import io.automl4j.api.DataException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The knowledge base that the library brings, as a resource. It is read at the beginning of every run, by a JVM that has hardly
 * begun, so it is bytes in the order in which they are read, and not text: each name and each configuration is there once, and
 * curves are not. The build of this module makes it of the files in {@code meta-learning/kb}; no other version ever reads it.
 */
public final class KnowledgePack {
    private static final String RESOURCE = "knowledge.bin.gz";
    /** What the bytes begin with; another number whenever they are written in another way. */
    private static final int FORMAT = 0x4b42_0003;

    private KnowledgePack() {}

    /**
     * Packs a knowledge base.
     *
     * @param arguments its folder, and the folder of the resources
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        KnowledgeBase base = KnowledgeBase.read(Path.of(arguments[0]), problem -> {
            throw problem;
        });
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (OutputStream out = Files.newOutputStream(folder.resolve(RESOURCE))) {
            write(base, out);
        }
    }

    /** Read once in a JVM, and not before somebody asks. */
    private record Loaded(KnowledgeBase base, Optional<DataException> problem) {
        private static final Loaded ONCE = load();

        private static Loaded load() {
            try (InputStream in = KnowledgePack.class.getResourceAsStream(RESOURCE)) {
                return new Loaded(in == null ? KnowledgeBase.EMPTY : read(in), Optional.empty());
            } catch (IOException e) {
                return new Loaded(
                        KnowledgeBase.EMPTY,
                        Optional.of(new DataException(
                                "The knowledge base of the library cannot be used: %s.%nMaybe its jar, 'meta-learning', is damaged."
                                        .formatted(e instanceof EOFException ? "it was cut off" : e.getMessage()),
                                e)));
            }
        }
    }

    static KnowledgeBase shipped(Consumer<DataException> problem) {
        Loaded.ONCE.problem().ifPresent(problem);
        return Loaded.ONCE.base();
    }

    static void write(KnowledgeBase base, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PackWriter writer = new PackWriter(new DataOutputStream(body));
        writer.write(base);
        // names are met while the body is written, and needed before it is read
        try (DataOutputStream zip = new DataOutputStream(new GZIPOutputStream(out))) {
            zip.writeInt(FORMAT);
            writer.writeNames(zip);
            body.writeTo(zip);
        }
    }

    static KnowledgeBase read(InputStream in) throws IOException {
        try (GZIPInputStream zip = new GZIPInputStream(in)) {
            ByteBuffer bytes = ByteBuffer.wrap(zip.readAllBytes());
            if (bytes.remaining() < Integer.BYTES || bytes.getInt() != FORMAT) {
                throw new IOException("it is of another version");
            }
            return PackReader.of(bytes).base();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new IOException("it is damaged", e);
        }
    }
}
