package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** What a model file holds: its form, its origin, and size and SHA-256 of each entry. */
record Manifest(int version, Description description, List<Item> items) {
    static final String NAME = "manifest.json";
    /** Holds the SHA-256 of the manifest, hexadecimal. */
    static final String TRAILER = "manifest.sha256";

    private static final int MOST_MEMORY = 16 << 20;
    private static final String FORMAT = "automl4j-model";

    /** An entry of the file. */
    record Item(String name, long size, String sha256) {}

    byte[] toBytes() throws IOException {
        Node node = new Node()
                .put("format", FORMAT)
                .put("version", version)
                .put("library", description.library())
                .put("created", description.created())
                .put("containsTrainingRows", description.containsTrainingRows())
                .put("digest", description.digest())
                .put("entries", items.stream().map(Manifest::save).toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonNodes.write(node, bytes, JsonNodes.ArraySink.NONE);
        return bytes.toByteArray();
    }

    private static Node save(Item item) {
        return new Node().put("name", item.name()).put("size", item.size()).put("sha256", item.sha256());
    }

    static Manifest of(byte[] bytes) throws IOException {
        Node node = JsonNodes.read(new ByteArrayInputStream(bytes), JsonNodes.ArraySource.NONE, MOST_MEMORY);
        if (!node.text("format").equals(FORMAT)) {
            throw ModelFileReader.damaged("its format is '%s'".formatted(node.text("format")));
        }
        long version = node.integer64("version");
        if (version > ModelFile.VERSION) {
            throw new ModelFileException(
                    "it has format version %d, this version reads up to %d.%nMaybe update automl-model."
                            .formatted(version, ModelFile.VERSION));
        }
        if (version < 1) {
            throw ModelFileReader.damaged("it has format version " + version);
        }
        Description description = new Description(
                node.text("library"),
                node.text("created"),
                node.flag("containsTrainingRows"),
                node.has("digest") ? node.text("digest") : "");
        return new Manifest(
                (int) version,
                description,
                node.nodes("entries").stream().map(Manifest::item).toList());
    }

    private static Item item(Node node) {
        return new Item(node.text("name"), node.integer64("size"), node.text("sha256"));
    }
}
