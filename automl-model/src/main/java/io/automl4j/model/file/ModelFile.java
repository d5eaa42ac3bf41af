package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.ModelParts;
import io.automl4j.model.predictor.NeighboursModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The model file: a zip of {@code manifest.json}, {@code model.json}, {@code report.json}, arrays under {@code blobs/}
 * and the trailer {@code manifest.sha256}. The manifest holds size and SHA-256 of every other entry, the trailer the
 * manifest's own; all of it is checked before anything is parsed. {@code docs/model-format.md} describes the form.
 */
public final class ModelFile {
    /** The version of the form that is written; files of this version and earlier ones are read. */
    public static final int VERSION = 1;

    static final String MANIFEST = "manifest.json";
    static final String TRAILER = "manifest.sha256";
    private static final String MODEL = "model.json";
    private static final String REPORT = "report.json";

    private ModelFile() {}

    /**
     * Writes a model; the file appears whole or not at all.
     *
     * @param parts the model
     * @param file the file; one that exists is replaced
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void write(ModelParts parts, Path file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Map<String, byte[]> blobs = new LinkedHashMap<>();
        Function<byte[], String> add = bytes -> {
            String name = "blobs/%05d.bin".formatted(blobs.size());
            blobs.put(name, bytes);
            return name;
        };
        entries.put(MODEL, JsonNodes.write(ModelNodes.of(parts), add));
        entries.put(REPORT, JsonNodes.write(ReportNodes.of(parts.report()), add));
        entries.putAll(blobs);
        byte[] manifest = JsonNodes.write(manifest(parts, entries), add);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(MANIFEST, manifest);
        all.putAll(entries);
        all.put(TRAILER, Sha256.of(manifest).getBytes(StandardCharsets.US_ASCII));
        Archive.write(all, file);
    }

    private static Node manifest(ModelParts parts, Map<String, byte[]> entries) {
        List<Node> listed = new ArrayList<>();
        entries.forEach((name, bytes) -> listed.add(
                new Node().put("name", name).put("size", (long) bytes.length).put("sha256", Sha256.of(bytes))));
        boolean rows = parts.members().stream()
                .flatMap(member -> member.folds().stream())
                .anyMatch(fold -> fold.model() instanceof NeighboursModel);
        return new Node()
                .put("format", "automl4j-model")
                .put("version", VERSION)
                .put("library", parts.report().provenance().library())
                .put("containsTrainingRows", rows)
                .put("entries", listed);
    }

    /**
     * Reads a model.
     *
     * @param file the file
     * @return the model
     * @throws ModelFileException if the file is damaged, no model file, or from a newer version
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static ModelParts read(Path file) {
        try {
            return read(Archive.read(file));
        } catch (ModelFileException e) {
            throw new ModelFileException("'%s' cannot be loaded. %s".formatted(file, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException("'%s' cannot be loaded: its parts do not fit together.".formatted(file), e);
        }
    }

    private static ModelParts read(Map<String, byte[]> entries) {
        byte[] manifestBytes = require(entries, MANIFEST);
        String trailer = new String(require(entries, TRAILER), StandardCharsets.US_ASCII);
        if (!trailer.equals(Sha256.of(manifestBytes))) {
            throw new ModelFileException(
                    "The manifest is not the one that was written.%nMaybe copy the file again.".formatted());
        }
        Node manifest = JsonNodes.read(manifestBytes, name -> {
            throw new ModelFileException("The manifest refers to '%s'.".formatted(name));
        });
        if (!manifest.text("format").equals("automl4j-model")) {
            throw new ModelFileException("It is no model file of AutoML4J.");
        }
        if (manifest.integer("version") > VERSION) {
            throw new ModelFileException(
                    "It has format version %d, this library reads up to %d.%nMaybe update automl-model."
                            .formatted(manifest.integer("version"), VERSION));
        }
        check(manifest, entries);
        Function<String, ByteBuffer> blobs = name -> ByteBuffer.wrap(require(entries, name));
        return ModelNodes.parts(
                JsonNodes.read(require(entries, MODEL), blobs),
                ReportNodes.report(JsonNodes.read(require(entries, REPORT), blobs)));
    }

    private static void check(Node manifest, Map<String, byte[]> entries) {
        Map<String, String> sums = new TreeMap<>();
        manifest.nodes("entries").forEach(entry -> sums.put(entry.text("name"), entry.text("sha256")));
        sums.forEach((name, sum) -> {
            if (!sum.equals(Sha256.of(require(entries, name)))) {
                throw new ModelFileException("Entry '%s' is damaged.%nMaybe copy the file again.".formatted(name));
            }
        });
        for (String name : entries.keySet()) {
            if (!sums.containsKey(name) && !name.equals(MANIFEST) && !name.equals(TRAILER)) {
                throw new ModelFileException("Entry '%s' is not in the manifest.".formatted(name));
            }
        }
    }

    private static byte[] require(Map<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new ModelFileException(
                    "It has no entry '%s'.%nMaybe it is no model file, or only a part of one.".formatted(name));
        }
        return bytes;
    }

    /**
     * SHA-256 over task, schema, encoders and members, not over the report.
     *
     * @param parts the model
     * @return the digest, hexadecimal
     */
    public static String digest(ModelParts parts) {
        return Sha256.of(ModelCodec.toBytes(ModelNodes.of(parts)));
    }
}
