package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.CurvePoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class ExperienceFileTest {
    private static final Attempt TREES = new Attempt(
            "xgboost",
            Configuration.of("learning_rate", 0.1, "max_depth", 6L, "growth", "by_depth"),
            Losses.of(Map.of("roc_auc", 0.25, "log_loss", 0.123456)),
            1.25,
            OptionalLong.of(4200),
            List.of(new CurvePoint(10, 0.5), new CurvePoint(100, 0.25)));
    private static final Attempt NEIGHBOURS = new Attempt(
            "knn",
            Configuration.of("neighbours", 15L),
            Losses.of(Map.of("roc_auc", 0.375)),
            0.5,
            OptionalLong.empty(),
            List.of());
    private static final Experience CREDIT = new Experience(
            "credit, \"quoted\"",
            new TaskShape(TaskType.BINARY, 750, 2, 7, 13, 0, 10, true),
            "roc_auc",
            "5 stratified folds",
            new Sketch(
                    new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE},
                    List.of(new long[] {1L << 40, 2L << 40}, new long[] {3L << 40}),
                    List.of(new long[] {4L << 24})),
            Map.of("log_rows", 6.5, "numeric", 0.35),
            List.of(TREES, NEIGHBOURS));

    private final byte[] bytes = ExperienceFile.toBytes(CREDIT);

    @Test
    void whatIsWrittenIsRead() {
        Experience read = ExperienceFile.fromBytes(bytes, "credit");

        assertThat(read.attempts()).containsExactly(TREES, NEIGHBOURS);
        assertThat(read.table()).isEqualTo(CREDIT.table());
        assertThat(read.shape()).isEqualTo(CREDIT.shape());
        assertThat(read.metric()).isEqualTo("roc_auc");
        assertThat(read.validation()).isEqualTo("5 stratified folds");
        assertThat(read.metaFeatures()).isEqualTo(CREDIT.metaFeatures());
        assertThat(read.sketch().rows()).containsExactly(CREDIT.sketch().rows());
        assertThat(read.sketch().columns().get(1)).containsExactly(3L << 40);
        assertThat(read.sketch().without().get(0)).containsExactly(4L << 24);
    }

    @Test
    void equalExperiencesAreEqualBytes() {
        assertThat(ExperienceFile.toBytes(ExperienceFile.fromBytes(bytes, "credit")))
                .isEqualTo(bytes);
    }

    @Test
    void aTruncatedFileIsRefused() {
        for (int length : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
            refused(Arrays.copyOf(bytes, length), "cut off");
        }
    }

    @Test
    void anEditedFileIsRefused() {
        refused(zipped(text().replace("0.25", "0.20")), "edited");
        refused(zipped(text().replace("\"knn\"", "\"linear\"")), "edited");
    }

    @Test
    void aLineLessIsRefused() {
        List<String> lines = text().lines().toList();
        refused(zipped(lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(3) + "\n"), "edited");
        refused(zipped(lines.get(0) + "\n" + lines.get(1) + "\n"), "sha256");
    }

    @Test
    void anotherVersionIsRefused() {
        refused(
                zipped(text().replace("\"automl4j-experience\":3", "\"automl4j-experience\":4")),
                "version 4, and this library reads versions 1 to 3; a later one reads this file");
    }

    /** It has hashes whole; no more of them is kept than of others. */
    @Test
    void aFileOfTheFirstVersionIsRead() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("experience-v1.jsonl.gz")) {
            byte[] old = in.readAllBytes();
            Experience read = ExperienceFile.fromBytes(old, "experience-v1");

            assertThat(ExperienceFile.isCurrent(old, "experience-v1")).isFalse();
            assertThat(ExperienceFile.isCurrent(bytes, "credit")).isTrue();
            assertThat(read.table()).isEqualTo("strike");
            assertThat(read.attempts()).hasSizeGreaterThan(10);
            assertThat(Arrays.stream(read.sketch().rows())).allMatch(hash -> hash % (1L << 24) == 0);
        }
    }

    @Test
    void aFileOfTheSecondVersionIsReadAndWrittenAsTheThird() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("experience-v2.jsonl.gz")) {
            byte[] old = in.readAllBytes();
            Experience read = ExperienceFile.fromBytes(old, "experience-v2");

            assertThat(ExperienceFile.isCurrent(old, "experience-v2")).isFalse();
            assertThat(read.table()).isEqualTo("strike");
            assertThat(read.attempts()).hasSizeGreaterThan(10);
            byte[] migrated = ExperienceFile.toBytes(read);
            assertThat(ExperienceFile.isCurrent(migrated, "strike")).isTrue();
            Experience again = ExperienceFile.fromBytes(migrated, "strike");
            assertThat(again.attempts()).isEqualTo(read.attempts());
            assertThat(again.sketch().rows()).containsExactly(read.sketch().rows());
        }
    }

    @Test
    void somethingElseIsRefused() {
        refused("no gzip at all".getBytes(StandardCharsets.UTF_8), "is no file of a knowledge base");
        refused(zipped("[1, 2]\n{}\n"), "automl4j-experience");
        refused(zipped("what?\n{}\n"), "");
    }

    private static void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> ExperienceFile.fromBytes(bytes, "credit.jsonl.gz"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'credit.jsonl.gz'")
                .hasMessageContaining(why)
                .hasMessageContaining("Maybe");
    }

    private String text() {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    @Test
    void knownConfigurationsAreNotAddedAgain() {
        Attempt again = neighbours(NEIGHBOURS.configuration());
        Attempt other = neighbours(Configuration.of("neighbours", 3L));

        assertThat(with(List.of(again, other)).after(CREDIT.attempts()).attempts())
                .containsExactly(TREES, NEIGHBOURS, other);
    }

    @Test
    void whatFailedOnceMayBeKnownLater() {
        Configuration configuration = Configuration.of("neighbours", 3L);
        Attempt failure = new Attempt("knn", configuration, Losses.of(Map.of()), 9, OptionalLong.empty(), List.of());
        Attempt later = neighbours(configuration);

        assertThat(failure.hasFailed()).isTrue();
        assertThat(with(List.of(later)).after(List.of(failure)).attempts()).containsExactly(later);
        assertThat(with(List.of(failure)).after(List.of(later)).attempts()).containsExactly(later);
    }

    private static Experience with(List<Attempt> attempts) {
        return new Experience("credit", CREDIT.shape(), "roc_auc", "", CREDIT.sketch(), Map.of(), attempts);
    }

    private static Attempt neighbours(Configuration configuration) {
        return new Attempt("knn", configuration, Losses.of(Map.of("roc_auc", 0.1)), 9, OptionalLong.empty(), List.of());
    }
}
