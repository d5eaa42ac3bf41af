package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.file;
import static io.automl4j.tabular.read.Texts.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.automl4j.api.DataException;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadFilesTest {
    @TempDir
    private Path folder;

    private ThrowableAssertAlternative<DataException> refused(byte[] content) {
        Path file = file(folder, "bad.csv", content);
        return assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> reader().csv(file))
                .withMessageContaining("bad.csv");
    }

    private ThrowableAssertAlternative<DataException> refused(String content) {
        return refused(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \r\n \n", "\uFEFF"})
    void refusesAnEmptyFile(String content) {
        refused(content).withMessageContaining("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,b\n", "a,b\n\n"})
    void refusesAHeaderAlone(String content) {
        refused(content).withMessageContaining("2 columns").withMessageContaining("no rows");
    }

    @Test
    void refusesDoubledNames() {
        refused("a,b,a\n1,2,3\n").withMessageContaining("two columns 'a' (the 1st and the 3rd)");
    }

    @Test
    void refusesARowOfAnotherLength() {
        refused("a,b\n1,2\n3,4\n5,6,7\n8,9\n")
                .withMessageContaining("3 cells in row 3 (line 4), but the header has 2")
                .withMessageContaining("delimiter ','");
        refused("a,b\n\"1\n\n\",2\n3\n").withMessageContaining("1 cells in row 2 (line 5)");
    }

    @Test
    void refusesAQuoteThatIsNotClosed() {
        refused("a,b\n0,w\n1,\"x\n2,y\n3,z\n").withMessageContaining("begins in line 3");
        refused("a,b\n1,\"x\n2,\"y\"\n").withMessageContaining("quote");
    }

    @Test
    void namesTheByteThatIsNotOfTheCharset() {
        byte[] content = ("a,b\n" + "1,x\n".repeat(30_000) + "2,caf#\n3,y\n").getBytes(StandardCharsets.UTF_8);
        int at = new String(content, StandardCharsets.UTF_8).indexOf('#');
        content[at] = (byte) 0xe9;

        refused(content)
                .withMessageContaining("not UTF-8")
                .withMessageContaining("byte 0xE9 in line 30002, at position " + at)
                .withMessageContaining("windows-1252");
    }

    @Test
    void refusesTextThatEndsWithinACharacter() {
        byte[] content = "a\nä".getBytes(StandardCharsets.UTF_8);

        refused(Arrays.copyOf(content, content.length - 1)).withMessageContaining("not UTF-8");
    }

    @Test
    void refusesArchives() {
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}).withMessageContaining("zip archive or a workbook");
    }

    @Test
    void refusesADamagedGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 10_000; i++) {
                gzip.write((i * 31 % 977 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        refused(Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2)).withMessageContaining("damaged gzip");
    }

    @Test
    void saysWhichFileIsNotThere() {
        Path absent = folder.resolve("absent.csv");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> reader().read(absent))
                .withMessageContaining("absent.csv")
                .withCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesAKindForAColumnThatIsNotThere() {
        Path file = file(folder, "a.csv", "a,b\n1,2\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> reader().kind("c", ColumnKind.NUMERIC).csv(file))
                .withMessageContaining("'c'")
                .withMessageContaining("'a', 'b'");
    }

    @Test
    void takesNumbersBeyondADoubleAsMissingAndSaysSo() {
        Texts.Heard heard = new Texts.Heard();

        Table table = reader().warnings(heard).csv(file(folder, "a.csv", "x\n1\n1e400\n-Infinity\nNaN\n2\n"));

        assertThat(Texts.kinds(table)).containsExactly(ColumnKind.NUMERIC);
        assertThat(Texts.cells(table, "x")).containsExactly("1", "", "", "", "2");
        assertThat(heard.warnings).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(DataWarning.Kind.UNREPRESENTABLE);
            assertThat(warning.column()).isEqualTo("x");
            assertThat(warning.message()).contains("2 cells").contains("'1e400'");
        });
    }

    @Test
    void warnsOfAFewWordsAmongNumbers() {
        Texts.Heard heard = new Texts.Heard();

        reader().warnings(heard)
                .csv(file(folder, "a.csv", Texts.column("x", 100, i -> i == 41 ? "unclear" : "" + i % 10)));

        assertThat(heard.warnings)
                .singleElement()
                .satisfies(warning -> assertThat(warning.toString())
                        .contains("99 of 100 cells are numbers")
                        .contains("row 42 has 'unclear'")
                        .contains("CATEGORICAL"));
    }
}
