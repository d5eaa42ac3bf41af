package io.automl4j.benchmarks.hostile;

import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import io.automl4j.model.file.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The entries of a model file, to be changed. Not thread-safe. */
final class ModelZip {
    static final String MODEL = "model.json";
    static final String MANIFEST = "manifest.json";
    static final String TRAILER = "manifest.sha256";

    private final Map<String, byte[]> entries;

    private ModelZip(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static ModelZip of(byte[] file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An array cannot be read.", e);
        }
        return new ModelZip(entries);
    }

    /** The names of the entries in their order. */
    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    byte[] get(String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    String text(String name) {
        return new String(get(name), StandardCharsets.UTF_8);
    }

    ModelZip put(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    ModelZip put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ModelZip remove(String name) {
        entries.remove(name);
        return this;
    }

    /** Lets the manifest say what the entries are now, as whoever forges a file would. */
    ModelZip listed() {
        Node manifest = Nodes.fromJson(text(MANIFEST));
        List<Node> items = new ArrayList<>();
        entries.forEach((name, bytes) -> {
            if (!name.equals(MANIFEST) && !name.equals(TRAILER)) {
                items.add(new Node()
                        .put("name", name)
                        .put("size", (long) bytes.length)
                        .put("sha256", new Sha256().add(bytes).hex()));
            }
        });
        return put(MANIFEST, Nodes.toJson(manifest.put("entries", items))).sealed();
    }

    /** Writes the digest of the manifest anew. */
    ModelZip sealed() {
        return put(TRAILER, new Sha256().add(get(MANIFEST)).hex());
    }

    /** The file: blobs as they are, the rest compressed. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(header(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An array cannot be written to.", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry header(String name, byte[] content) {
        ZipEntry header = new ZipEntry(name);
        if (name.endsWith(".bin")) {
            CRC32 crc = new CRC32();
            crc.update(content);
            header.setMethod(ZipEntry.STORED);
            header.setSize(content.length);
            header.setCrc(crc.getValue());
        }
        return header;
    }
}
