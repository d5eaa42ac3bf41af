package io.automl4j.meta;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The knowledge base that the library brings, as a resource. It is read at the beginning of every run, by a JVM that has hardly
 * begun, so it is bytes in the order in which they are read, and not text: each name and each configuration is there once, and
 * curves are not. The build of this module makes it of the files in {@code meta-learning/kb}; no other version ever reads it.
 */
public final class KnowledgePack {
    private static final String RESOURCE = "knowledge.bin.gz";

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
    private static final class Loaded {
        private static final KnowledgeBase BASE = load();

        private static KnowledgeBase load() {
            try (InputStream in = KnowledgePack.class.getResourceAsStream(RESOURCE)) {
                return in == null ? KnowledgeBase.EMPTY : read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("The library's own knowledge base cannot be read.", e);
            }
        }
    }

    /** What the library knows; nothing if it was built without. */
    static KnowledgeBase shipped() {
        return Loaded.BASE;
    }

    static void write(KnowledgeBase base, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PackWriter writer = new PackWriter(new DataOutputStream(body));
        writer.write(base);
        // names are met while the body is written, and needed before it is read
        try (DataOutputStream zip = new DataOutputStream(new GZIPOutputStream(out))) {
            writer.writeNames(zip);
            body.writeTo(zip);
        }
    }

    static KnowledgeBase read(InputStream in) throws IOException {
        try (GZIPInputStream zip = new GZIPInputStream(in)) {
            return PackReader.of(ByteBuffer.wrap(zip.readAllBytes())).base();
        }
    }
}
