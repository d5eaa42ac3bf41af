package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.space.Configuration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class KnowledgePackTest {
    private static KnowledgeBase packed(KnowledgeBase base) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        KnowledgePack.write(base, bytes);
        return KnowledgePack.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void allButTheCurvesAndTheLatencyIsThere() throws IOException {
        KnowledgeBase base = new KnowledgeBase(List.of(
                Experiences.of("a", 1, Map.of(1, 0.25, 2, 0.5)), Experiences.of("b", 2.5, Map.of(2, 0.125, 3, 0.75))));

        KnowledgeBase read = packed(base);

        assertThat(read.experiences()).extracting(Experience::table).containsExactly("a", "b");
        for (int i = 0; i < 2; i++) {
            Experience before = base.experiences().get(i);
            Experience after = read.experiences().get(i);
            assertThat(after.shape()).isEqualTo(before.shape());
            assertThat(after.metaFeatures()).isEqualTo(before.metaFeatures());
            assertThat(after.sketch().isSimilarTo(before.sketch())).isTrue();
            assertThat(after.attempts()).isEqualTo(before.attempts());
        }
    }

    @Test
    void bytesOfAnotherVersionAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[100]);
        }
        assertThatThrownBy(() -> KnowledgePack.read(new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessage("it is of another version");
    }

    /** Whatever byte is another one, an error of input comes, or a knowledge base. */
    @Test
    void damagedBytesAreRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        KnowledgePack.write(new KnowledgeBase(List.of(Experiences.of("a", 1, Map.of(1, 0.25)))), packed);
        byte[] whole;
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            whole = zip.readAllBytes();
        }
        int refused = 0;
        for (int i = 4; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0x80;
            refused += isRefused(damaged) ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(isRefused(Arrays.copyOf(whole, whole.length / 2))).isTrue();
        assertThat(isRefused(whole)).isFalse();
    }

    private static boolean isRefused(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        try {
            KnowledgePack.read(new ByteArrayInputStream(bytes.toByteArray()));
            return false;
        } catch (IOException e) {
            assertThat(e).hasMessage("it is damaged");
            return true;
        }
    }

    @Test
    void aLossThatIsNotKnownStaysSo() throws IOException {
        List<Attempt> attempts =
                new ArrayList<>(Experiences.of("a", 1, Map.of(1, 0.25)).attempts());
        attempts.add(new Attempt(
                "mine",
                Configuration.of("seconds", 9),
                Losses.of(Map.of("log_loss", 0.5)),
                9,
                OptionalLong.empty(),
                List.of()));
        Experience mixed = Experiences.of("a", 1, Map.of()).after(attempts);

        assertThat(packed(new KnowledgeBase(List.of(mixed)))
                        .experiences()
                        .get(0)
                        .attempts())
                .isEqualTo(attempts);
    }

    /** They are tables of their own; those that share values by chance must not be lost to each other. */
    @Test
    void noTwoTablesOfTheLibraryAreTakenForEachOther() {
        List<Experience> tables = KnowledgeBase.shipped(problem -> {
                    throw problem;
                })
                .experiences();

        for (Experience one : tables) {
            assertThat(tables.stream()
                            .filter(other -> other.sketch().isSimilarTo(one.sketch()))
                            .map(Experience::table))
                    .containsExactly(one.table());
        }
    }

    @Test
    void whatTheLibraryKnowsIsWhatItsFolderHolds() throws IOException {
        List<String> shipped = KnowledgeBase.shipped(problem -> {
                    throw problem;
                })
                .experiences()
                .stream()
                .map(Experience::table)
                .sorted()
                .toList();

        try (Stream<Path> files = Files.list(Path.of("kb"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(ExperienceFile.SUFFIX))
                            .map(name -> name.replace(ExperienceFile.SUFFIX, ""))
                            .sorted())
                    .isEqualTo(shipped)
                    .isNotEmpty();
        }
    }
}
