package io.automl4j.benchmarks.hostile;

import io.automl4j.model.AutoModel;
import io.automl4j.model.file.Description;
import io.automl4j.model.file.ModelFile;
import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import io.automl4j.model.file.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that would take much memory or time, or write where they must not, if whoever reads them were careless. */
final class Bombs {
    private static final int MEGABYTE = 1 << 20;
    private static final int DIRECTORY = 6;

    private final AutoModel model;
    private final byte[] sound;
    private final Map<String, Charge> all = new LinkedHashMap<>();

    private Bombs(AutoModel model, byte[] sound) {
        this.model = model;
        this.sound = sound;
    }

    /** Writes a bomb. */
    @FunctionalInterface
    interface Charge {
        void write(Path file) throws IOException;
    }

    /** Bombs by what they do. */
    static Map<String, Charge> of(AutoModel model, byte[] sound) {
        Bombs bombs = new Bombs(model, sound);
        bombs.noModels();
        bombs.zips();
        bombs.names();
        bombs.documents();
        bombs.models();
        return bombs.all;
    }

    private void bytes(String name, Supplier<byte[]> bytes) {
        all.put(name, file -> Files.write(file, bytes.get()));
    }

    private void noModels() {
        bytes("an empty file", () -> new byte[0]);
        bytes("a text", () -> "age,plan\n1,basic\n".getBytes(StandardCharsets.UTF_8));
        bytes("an object of Java", () -> new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 0x73, 0x72, 0, 1, 'A'});
        bytes("a half", () -> Arrays.copyOf(sound, sound.length / 2));
        bytes("a zip of something else", () -> zip().remove(ModelZip.MANIFEST).bytes());
        bytes("a later version", () -> manifest(text -> text.put("version", 99)));
        bytes("version 0", () -> manifest(text -> text.put("version", 0)));
        bytes("a version that is no number", () -> manifest(text -> text.put("version", "3; DROP TABLE")));
    }

    private ModelZip zip() {
        return ModelZip.of(sound);
    }

    private byte[] manifest(Consumer<Node> change) {
        ModelZip zip = zip();
        Node manifest = Nodes.fromJson(zip.text(ModelZip.MANIFEST));
        change.accept(manifest);
        return zip.put(ModelZip.MANIFEST, Nodes.toJson(manifest)).sealed().bytes();
    }

    private void zips() {
        all.put("an array of 256 MB in 256 kB", file -> deflated(file, "blobs/0.bin", out -> zeros(out, 256)));
        all.put("256 MB of JSON in 256 kB", file -> deflated(file, ModelZip.MODEL, out -> zeros(out, 256)));
        all.put(
                "20 million objects in JSON that hardly shrinks",
                file -> deflated(file, ModelZip.MODEL, Bombs::objects));
        bytes(
                "a manifest of 20 MB",
                () -> zip().put(ModelZip.MANIFEST, spaces(20)).sealed().bytes());
        bytes("70,000 entries", this::many);
        bytes("entries that share their bytes", this::overlapping);
        bytes("arrays of 200 GB", () -> manifest(text -> text.put("entries", large(text.nodes("entries")))));
    }

    private byte[] many() {
        ModelZip many = zip();
        IntStream.range(1, 70_000).forEach(i -> many.put("blobs/%d.bin".formatted(i), new byte[0]));
        return many.listed().bytes();
    }

    /** What an entry is to hold. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A file with other content, compressed, in place of an entry; its manifest knows of it. */
    private void deflated(Path file, String name, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            Digested digested = new Digested(zip);
            content.write(digested);
            zip.closeEntry();
            ModelZip others = zip();
            Node manifest = Nodes.fromJson(others.text(ModelZip.MANIFEST));
            for (Node item : manifest.nodes("entries")) {
                if (item.text("name").equals(name)) {
                    item.put("size", digested.size).put("sha256", digested.sha256.hex());
                }
            }
            others.put(ModelZip.MANIFEST, Nodes.toJson(manifest)).sealed().remove(name);
            for (String other : others.names()) {
                zip.putNextEntry(new ZipEntry(other));
                zip.write(others.get(other));
                zip.closeEntry();
            }
        }
    }

    /** Counts and digests what is written. */
    private static final class Digested extends FilterOutputStream {
        private final Sha256 sha256 = new Sha256();
        private long size;

        Digested(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            sha256.add(bytes, from, count);
            size += count;
        }
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    /** Sixty megabytes of objects after a text that does not shrink, so that the whole does not shrink too far. */
    private static void objects(OutputStream out) throws IOException {
        out.write(("{\"a\":\"" + letters(MEGABYTE) + "\",\"b\":[{}").getBytes(StandardCharsets.UTF_8));
        byte[] some = ",{}".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
            out.write(some);
        }
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    private static String letters(int count) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private static byte[] spaces(int megabytes) {
        byte[] spaces = new byte[megabytes * MEGABYTE];
        Arrays.fill(spaces, (byte) ' ');
        spaces[0] = '{';
        return spaces;
    }

    /** Every entry of the directory claims to be as long as the file. */
    private byte[] overlapping() {
        byte[] file = zip().put("blobs/1.bin", new byte[0]).listed().bytes();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.getInt(file.length - DIRECTORY);
        while (bytes.getInt(at) == 0x02014b50) {
            bytes.putInt(at + 20, file.length);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return file;
    }

    private static List<Node> large(List<Node> entries) {
        List<Node> large = new ArrayList<>(entries);
        IntStream.range(1, 100)
                .mapToObj(i -> new Node()
                        .put("name", "blobs/%d.bin".formatted(i))
                        .put("size", Integer.MAX_VALUE - 8)
                        .put("sha256", ""))
                .forEach(large::add);
        return large;
    }

    private void names() {
        for (String name : List.of(
                "../model.bin",
                "../../../../../../../../tmp/model.bin",
                "/tmp/model.bin",
                "blobs/../../model.bin",
                "C:\\model.bin",
                "blobs\\..\\..\\model.bin",
                "blobs/0.bin\u0000.bin")) {
            bytes(
                    "an entry '%s'".formatted(name.replace('\u0000', '0')),
                    () -> zip().put(name, zip().get("blobs/0.bin")).listed().bytes());
        }
    }

    private void documents() {
        document("a million levels of JSON", "{\"a\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}");
        document("an array of 2^62 numbers", "{\"a\":{\"$float64\":4611686018427387904}}");
        document("an array of -1 numbers", "{\"a\":{\"$int32\":-1}}");
        document("a number of 10 MB", "{\"a\":" + "9".repeat(10 * MEGABYTE) + "}");
        document("a name of 10 MB", "{\"" + "a".repeat(10 * MEGABYTE) + "\":1}");
    }

    private void document(String name, String json) {
        all.put(
                name,
                file -> Files.write(
                        file, zip().put(ModelZip.MODEL, json).listed().bytes()));
    }

    private void models() {
        changed(
                "a network that doubles its width 24 times",
                node -> foldOf(node).put("model", doubling()));
        changed("trees that share their nodes", node -> foldOf(node).put("model", sharedTrees()));
        changed("names of features that repeat a long one", node -> node.put("encoders", List.of(longNames())));
        changed(
                "a date format of 100,000 brackets",
                node -> node.node("schema")
                        .nodes("columns")
                        .forEach(column -> column.put("kind", "DATETIME").put("format", "[".repeat(100_000))));
        changed("a front of 5,000 ensembles", node -> {
            Node point = new Node()
                    .put("score", 1.0)
                    .put("latency", "PT0S")
                    .put("bytes", 1)
                    .put("processing", node.node("processing"))
                    .put("shares", node.nodes("front").get(0).nodes("shares"));
            node.put("front", IntStream.range(0, 5_000).mapToObj(i -> point).toList());
        });
        changed("a weight that is NaN", node -> node.nodes("members").get(0).put("weight", Double.NaN));
        changed("a negative number of rows", node -> node.node("parity").put("rows", -8));
        changed("2 billion rows", node -> node.node("parity").put("rows", Integer.MAX_VALUE));
        changed("levels whose hashes collide", node -> node.put("encoders", List.of(colliding())));
    }

    private static Node foldOf(Node node) {
        return node.nodes("members").get(0).nodes("folds").get(0);
    }

    private void changed(String name, Consumer<Node> change) {
        all.put(name, file -> {
            Files.write(file, sound);
            Node node = ModelFile.read(file).model();
            change.accept(node);
            String created = model.report().provenance().created().toString();
            ModelFile.write(
                    file, node, new Description("AutoML4J", created, model.containsTrainingRows(), model.digest()));
        });
    }

    private static Node operation(String kind, int width) {
        return new Node().put("kind", kind).put("width", width);
    }

    private static Node doubling() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(node(new Node().put("kind", "columns").put("columns", new int[] {0})));
        for (int width = 2; width <= 1 << 24; width *= 2) {
            int last = nodes.size() - 1;
            nodes.add(node(operation("identity", width), last, last));
        }
        nodes.add(node(operation("batch_norm", 1 << 24), nodes.size() - 1));
        return new Node()
                .put("kind", "network")
                .put("spec", new Node().put("nodes", nodes))
                .put("parameters", new float[1])
                .put("link", "SOFTMAX");
    }

    private static Node node(Node operation, int... inputs) {
        return new Node().put("operation", operation).put("inputs", inputs).put("join", "concat");
    }

    /** A chain of splits that a tree begins at each node of: a row would walk half a billion times a hundred thousand. */
    private static Node sharedTrees() {
        int count = 100_000;
        int[] nodes = new int[3 * (count + 2)];
        for (int i = 0; i < count; i++) {
            nodes[3 * i + 2] = i + 1;
        }
        nodes[3 * count] = -1;
        nodes[3 * count + 3] = -1;
        return new Node()
                .put("kind", "trees")
                .put("roots", IntStream.range(0, count).toArray())
                .put("targets", new int[count])
                .put("nodes", nodes)
                .put("covers", new float[count + 2])
                .put("leaves", new float[] {1})
                .put("codes", new int[0])
                .put("base", new float[] {0, 0, 0})
                .put("scale", 1.0)
                .put("link", "SOFTMAX");
    }

    private static Node encoder(Node column) {
        Node finish = new Node()
                .put("mode", "keep")
                .put("kept", new int[0])
                .put("centres", new float[0])
                .put("factors", new float[0])
                .put("indicators", new int[0]);
        return new Node().put("columns", List.of(column)).put("finish", finish);
    }

    private static Node levels(String column, List<String> levels) {
        return new Node().put("kind", "one_hot").put("column", column).put("levels", levels);
    }

    private static Node longNames() {
        List<String> levels =
                IntStream.range(0, 100_000).mapToObj(Integer::toString).toList();
        return encoder(levels("x".repeat(100_000), levels));
    }

    /** All texts of so many pairs of Aa and BB have the same hash. */
    private static Node colliding() {
        List<String> levels = new ArrayList<>(List.of(""));
        for (int i = 0; i < 16; i++) {
            List<String> longer = new ArrayList<>();
            levels.forEach(level -> longer.addAll(List.of(level + "Aa", level + "BB")));
            levels = longer;
        }
        return encoder(levels("colour", levels));
    }
}
