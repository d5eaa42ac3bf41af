package io.automl4j.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.AutoModel;
import io.automl4j.model.SampleModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final Description DESCRIPTION = new Description("AutoML4J test", "2026-01-02T03:04:05Z", false, "");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseAFile() {
        file = folder.resolve("m.automl");
    }

    @Test
    void everythingComesBackBitByBit() {
        Node node = NodesTest.everything();
        ModelFile.write(file, node, DESCRIPTION);
        assertThat(Nodes.toBytes(ModelFile.read(file).model())).isEqualTo(Nodes.toBytes(node));
    }

    @Test
    void arraysFillSeveralBlobs() throws IOException {
        Node node = new Node()
                .put("a", new float[1 << 20])
                .put("b", new double[] {1})
                .put("c", new int[5 << 20])
                .put("d", new long[] {2, 3});
        node.floats("a")[(1 << 20) - 1] = 1.5f;
        node.ints("c")[(5 << 20) - 1] = 77;
        ModelFile.write(file, node, DESCRIPTION);
        Node back = ModelFile.read(file).model();
        assertThat(back.floats("a")[(1 << 20) - 1]).isEqualTo(1.5f);
        assertThat(back.ints("c")[(5 << 20) - 1]).isEqualTo(77);
        assertThat(back.longs("d")).containsExactly(2, 3);
        assertThat(entries().keySet()).contains("blobs/0.bin", "blobs/1.bin", "blobs/2.bin", "model.json");
    }

    /** As a level of a column may be: what is written must be read. */
    @Test
    void aLongTextThatRepeatsItselfComesBack() throws IOException {
        String text = "1".repeat(10_000_000);
        ModelFile.write(file, new Node().put("text", text), DESCRIPTION);

        assertThat(ModelFile.read(file).model().text("text")).isEqualTo(text);
    }

    @Test
    void equalModelsGiveEqualFilesAndLeaveNothingBeside() throws IOException {
        SampleModels.everyKind().save(file);
        byte[] first = Files.readAllBytes(file);
        SampleModels.everyKind().save(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void theManifestSaysWhatIsInside() throws IOException {
        AutoModel model = SampleModels.everyKind();
        model.save(file);
        Manifest manifest = Manifest.of(bytes(entries(), Manifest.NAME));
        assertThat(manifest.version()).isEqualTo(ModelFile.VERSION);
        assertThat(manifest.description())
                .isEqualTo(new Description("AutoML4J test", "2026-01-02T03:04:05.678Z", true, model.digest()));
        assertThat(manifest.items().stream().map(Manifest.Item::name)).containsExactly("blobs/0.bin", "model.json");
    }

    @Test
    void aFailedSaveKeepsTheOldFile() throws IOException {
        ModelFile.write(file, NodesTest.everything(), DESCRIPTION);
        byte[] before = Files.readAllBytes(file);
        Node odd = new Node().put("array", new int[100]).put("odd", 'c');
        assertThatIllegalArgumentException().isThrownBy(() -> ModelFile.write(file, odd, DESCRIPTION));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void foldersAndFilesThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> AutoModel.load(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("m.automl");
        Path nowhere = folder.resolve("nowhere").resolve("m.automl");
        assertThatThrownBy(() -> SampleModels.prior().save(nowhere))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void changedBytesAreRefusedOrHarmless() throws IOException {
        AutoModel model = SampleModels.prior();
        model.save(file);
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(2);
        int refused = 0;
        for (int at = 0; at < bytes.length; at += 19) {
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            refused += refusedOrEqual(changed, model.digest());
        }
        assertThat(refused).isGreaterThan(bytes.length / 19 / 2);
    }

    @Test
    void overwrittenStretchesAreRefusedOrHarmless() throws IOException {
        AutoModel model = SampleModels.everyKind();
        model.save(file);
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            byte[] changed = bytes.clone();
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
            for (int at = from; at < to; at++) {
                changed[at] = (byte) random.nextInt(256);
            }
            refused += refusedOrEqual(changed, model.digest());
        }
        assertThat(refused).isGreaterThan(60);
    }

    private int refusedOrEqual(byte[] bytes, String digest) throws IOException {
        Files.write(file, bytes);
        try {
            assertThat(AutoModel.load(file).digest()).isEqualTo(digest);
            return 0;
        } catch (ModelFileException e) {
            assertThat(e).hasMessageContaining("m.automl").hasMessageContaining("Maybe");
            return 1;
        }
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        SampleModels.prior().save(file);
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 60) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused("damaged");
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Files.writeString(file, "age,class\n1,yes\n");
        assertRefused("no model file");
        save(Map.of("hello.txt", "hello".getBytes(StandardCharsets.UTF_8)));
        assertRefused("lacks 'manifest.json'");
    }

    @Test
    void newerVersionsAreToldToUpdate() throws IOException {
        ModelFile.write(file, NodesTest.everything(), DESCRIPTION);
        Map<String, byte[]> entries = entries();
        int next = ModelFile.VERSION + 1;
        replaceManifest(entries, "\"version\":" + ModelFile.VERSION, "\"version\":%d,\"more\":[{}]".formatted(next));
        save(entries);
        assertRefused("Maybe update automl-model.");
    }

    @Test
    void unknownPartsAskForAnUpdate() throws IOException {
        SampleModels.prior().save(file);
        Map<String, byte[]> entries = entries();
        byte[] old = bytes(entries, ModelFileWriter.MODEL);
        byte[] json = new String(old, StandardCharsets.UTF_8)
                .replace("\"BINARY\"", "\"RANKED\"")
                .getBytes(StandardCharsets.UTF_8);
        entries.put(ModelFileWriter.MODEL, json);
        replaceManifest(
                entries, new Sha256().add(old).hex(), new Sha256().add(json).hex());
        save(entries);
        assertRefused("Maybe update automl-model, or copy it again.");
        assertRefused("RANKED");
    }

    @Test
    void everyEntryMustBeListedAndThere() throws IOException {
        ModelFile.write(file, NodesTest.everything(), DESCRIPTION);
        Map<String, byte[]> whole = entries();

        Map<String, byte[]> more = new LinkedHashMap<>(whole);
        more.put("more.bin", new byte[1]);
        save(more);
        assertRefused("'more.bin'");

        for (String name : List.of("model.json", "blobs/0.bin")) {
            Map<String, byte[]> less = new LinkedHashMap<>(whole);
            less.remove(name);
            save(less);
            assertRefused("'" + name + "' is not there");
        }
    }

    @Test
    void bombsAreRefusedBeforeTheyUnfold() throws IOException {
        ModelFile.write(file, new Node().put("zeros", new int[1 << 20]), DESCRIPTION);
        save(entries(), name -> false); // zeros shrink to a thousandth
        assertRefused("'blobs/0.bin' is compressed");
    }

    @Test
    void jsonThatUnfoldsTooFarIsRefused() throws IOException {
        ModelFile.write(file, NodesTest.everything(), DESCRIPTION);
        Map<String, byte[]> entries = entries();
        byte[] old = bytes(entries, ModelFileWriter.MODEL);
        byte[] spaces = new byte[4 << 20];
        Arrays.fill(spaces, (byte) ' ');
        System.arraycopy(old, 0, spaces, 0, old.length);
        entries.put(ModelFileWriter.MODEL, spaces);
        replaceManifest(entries, "\"size\":" + old.length + "}", "\"size\":" + spaces.length + "}");
        save(entries);
        assertRefused("is to grow from");
    }

    @Test
    void modelsLargerThanMemoryAreRefusedBeforeTheyAreRead() throws IOException {
        ModelFile.write(file, NodesTest.everything(), DESCRIPTION);
        Map<String, byte[]> entries = entries();
        byte[] old = bytes(entries, "blobs/0.bin");
        StringBuilder more = new StringBuilder();
        for (int i = 1; i < 100; i++) {
            more.append("{\"name\":\"blobs/%d.bin\",\"sha256\":\"\",\"size\":2147483000},".formatted(i));
            entries.put("blobs/%d.bin".formatted(i), new byte[1]);
        }
        String first = "{\"name\":\"blobs/0.bin\",\"sha256\":\"%s\",\"size\":%d},"
                .formatted(new Sha256().add(old).hex(), old.length);
        replaceManifest(entries, first, first + more);
        save(entries);
        assertRefused("it needs 202");
        assertRefused("-Xmx");
    }

    @Test
    void namesThatAreNotOfAModelAreRefused() throws IOException {
        ModelFile.write(file, NodesTest.everything(), DESCRIPTION);
        for (String name : List.of("../blobs/0.bin", "/etc/passwd", "blobs/../x.bin", "blobs/00.bin", "C:\\\\x")) {
            Map<String, byte[]> entries = entries();
            byte[] blob = Objects.requireNonNull(entries.remove("blobs/0.bin"));
            entries.put(name, blob);
            replaceManifest(entries, "\"blobs/0.bin\"", '"' + name + '"');
            Path kept = Files.move(file, folder.resolve("kept"));
            save(entries);
            assertRefused("is no name of an entry");
            Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void entriesThatShareTheirBytesAreRefused() throws IOException {
        ModelFile.write(file, new Node().put("a", new int[] {1, 2}), DESCRIPTION);
        Map<String, byte[]> entries = entries();
        entries.put("blobs/1.bin", bytes(entries, "blobs/0.bin"));
        save(entries);
        byte[] bytes = Files.readAllBytes(file);
        // the directory says of an entry how long it is: now as long as the whole file
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = zip.getInt(bytes.length - 6);
        zip.putInt(directory + 20, bytes.length).putInt(directory + 24, bytes.length);
        Files.write(file, bytes);
        assertRefused("more bytes than the");
    }

    @Test
    void arraysAreNeverHandedOutTwice() throws IOException {
        ModelFile.write(file, new Node().put("a", new int[] {1, 2}), DESCRIPTION);
        Map<String, byte[]> entries = entries();
        byte[] json = "{\"a\":{\"$int32\":2},\"b\":{\"$int32\":2}}".getBytes(StandardCharsets.UTF_8);
        byte[] old = bytes(entries, ModelFileWriter.MODEL);
        entries.put(ModelFileWriter.MODEL, json);
        replaceManifest(entries, "\"size\":" + old.length + "}", "\"size\":" + json.length + "}");
        replaceManifest(
                entries, new Sha256().add(old).hex(), new Sha256().add(json).hex());
        save(entries);
        assertRefused("a blob is not there");
    }

    @Test
    void jsonThatWouldFillTheMemoryIsRefusedOnTheWay() {
        for (String item : List.of("{}", "{\"a\":{\"b\":1}}", "\"\"", "\"text\"", "[]", "1")) {
            String json = "{\"a\":[" + (item + ",").repeat(100_000) + item + "]}";
            assertThatThrownBy(() -> JsonNodes.read(
                            new java.io.ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                            JsonNodes.ArraySource.NONE,
                            1_000_000))
                    .as(item)
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("more than 0 MB of memory");
        }
    }

    @Test
    void jsonThatHoldsNoNodeIsRefused() {
        for (String text : List.of(
                "",
                "[]",
                "{",
                "{} {}",
                "{\"a\":null}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"$odd\":1}}",
                "{\"$real\":\"NaN\"}",
                "{\"a\":{\"$int32\":1}}",
                "{\"a\":{\"$real\":\"x\"}}",
                "{\"a\":12345678901234567890}")) {
            assertThatThrownBy(() -> JsonNodes.read(
                            new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            JsonNodes.ArraySource.NONE))
                    .as(text)
                    .isInstanceOfAny(IOException.class, ModelFileException.class, IllegalArgumentException.class);
        }
    }

    private void assertRefused(String what) {
        assertThatThrownBy(() -> AutoModel.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("m.automl")
                .hasMessageContaining(what)
                .hasMessageContaining("Maybe");
    }

    private static void replaceManifest(Map<String, byte[]> entries, String old, String other) {
        String manifest = new String(bytes(entries, Manifest.NAME), StandardCharsets.UTF_8);
        assertThat(manifest).contains(old);
        byte[] changed = manifest.replace(old, other).getBytes(StandardCharsets.UTF_8);
        entries.put(Manifest.NAME, changed);
        entries.put(Manifest.TRAILER, new Sha256().add(changed).hex().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                zip.transferTo(bytes);
                entries.put(entry.getName(), bytes.toByteArray());
            }
        }
        return entries;
    }

    private void save(Map<String, byte[]> entries) throws IOException {
        save(entries, name -> name.startsWith(ModelFileWriter.BLOBS));
    }

    private void save(Map<String, byte[]> entries, Predicate<String> stored) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                if (stored.test(entry.getKey())) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    header.setCrc(crc.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }
}
