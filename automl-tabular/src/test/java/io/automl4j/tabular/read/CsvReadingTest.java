package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.cells;
import static io.automl4j.tabular.read.Texts.file;
import static io.automl4j.tabular.read.Texts.kinds;
import static io.automl4j.tabular.read.Texts.names;
import static io.automl4j.tabular.read.Texts.reader;
import static io.automl4j.tabular.read.Texts.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
    @TempDir
    private Path folder;

    private Table csv(String content) {
        return reader().csv(file(folder, "a.csv", content));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) {
        Table table = csv("a,b,c\n1,x y,3\n4,z,6\n".replace(",", delimiter));

        assertThat(names(table)).containsExactly("a", "b", "c");
        assertThat(row(table, 0)).containsExactly("1", "x y", "3");
    }

    @Test
    void isNotDeceivedByOtherDelimitersInCells() {
        Table table = csv("a;b\n1,5;2,25\n3,5;4,75\n\"x;y\";7,0\n");

        assertThat(names(table)).containsExactly("a", "b");
        assertThat(cells(table, "a")).containsExactly("1,5", "3,5", "x;y");
    }

    @Test
    void takesTheDelimiterThatIsSaid() {
        Table table = reader().delimiter('#').csv(file(folder, "a.csv", "a,b#c\n1,2#3\n"));

        assertThat(names(table)).containsExactly("a,b", "c");
    }

    @Test
    void readsQuotedCells() {
        Table table = csv("a,\"b, c\"\n\"x \"\"y\"\"\",\"line 1\nline 2, more\"\n'z',w\n");

        assertThat(names(table)).containsExactly("a", "b, c");
        assertThat(row(table, 0)).containsExactly("x \"y\"", "line 1\nline 2, more");
        assertThat(row(table, 1)).containsExactly("'z'", "w");
    }

    @Test
    void findsSingleQuotes() {
        Table table = csv("'a','b'\n'x, y','1'\n'z','2'\n");

        assertThat(names(table)).containsExactly("a", "b");
        assertThat(cells(table, "a")).containsExactly("x, y", "z");
    }

    @Test
    void leavesApostrophesAlone() {
        Table table = csv("a,b\n'tis,1\nO'Neil's,2\n");

        assertThat(cells(table, "a")).containsExactly("'tis", "O'Neil's");
    }

    @Test
    void readsQuotesAfterSpaces() {
        Table table = csv("a, b\n1, \"x, y\"\n2, \"z\"\n");

        assertThat(names(table)).containsExactly("a", "b");
        assertThat(cells(table, "b")).containsExactly("x, y", "z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEnd(String end) {
        Table table = csv("a,b\n1,x\n2,y".replace("\n", end));

        assertThat(cells(table, "b")).containsExactly("x", "y");
    }

    @Test
    void skipsEmptyLines() {
        Table table = csv("\n\na,b\n1,x\n\n2,y\n\n\n");

        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void readsGzipByItsFirstBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(row(reader().csv(file(folder, "no-gz-in-the-name", bytes.toByteArray())), 0))
                .containsExactly("1", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void takesTheCharsetOfAByteOrderMark(String charset) {
        byte[] content = "\uFEFFname,größe\nä,1\n".getBytes(Charset.forName(charset));

        Table table = reader().csv(file(folder, "a.csv", content));

        assertThat(names(table)).containsExactly("name", "größe");
        assertThat(cells(table, "name")).containsExactly("ä");
    }

    @Test
    void readsAnotherCharset() {
        byte[] content = "name\nCafé\nNaïve\n".getBytes(StandardCharsets.ISO_8859_1);

        Table table = reader().charset(StandardCharsets.ISO_8859_1).csv(file(folder, "a.csv", content));

        assertThat(cells(table, "name")).containsExactly("Café", "Naïve");
    }

    @Test
    void namesColumnsWithoutAName() {
        Table table = csv(",a,,unnamed_3\n0,1,2,3\n");

        assertThat(names(table)).containsExactly("unnamed_1", "a", "unnamed_3_", "unnamed_3");
    }

    @Test
    void readsMissingTokensEverywhere() {
        Table table = csv("x,c,d,b\n1,red,2020-01-01,yes\nNA,?,null, n/a \n,,,\n2.5,blue,2020-02-01,no\n");

        assertThat(kinds(table))
                .containsExactly(ColumnKind.NUMERIC, ColumnKind.CATEGORICAL, ColumnKind.DATETIME, ColumnKind.BOOLEAN);
        assertThat(row(table, 1)).containsOnly("");
        assertThat(row(table, 2)).containsOnly("");
        assertThat(row(table, 3)).containsExactly("2.5", "blue", "2020-02-01T00:00:00Z", "no");
    }

    @Test
    void keepsACellThatComesLate() {
        String content = Texts.column("x", 5000, i -> i == 4999 ? "last one" : String.valueOf(i % 7));

        Table table = csv(content);

        assertThat(kinds(table)).containsExactly(ColumnKind.CATEGORICAL);
        assertThat(table.column(0).text(4999)).isEqualTo("last one");
    }

    @Test
    void readsManyColumns() {
        StringBuilder content = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 10_000; i++) {
                content.append(i == 0 ? "" : ",").append(row == 0 ? "c" + i : String.valueOf(i * row));
            }
            content.append('\n');
        }

        Table table = csv(content.toString());

        assertThat(table.columns()).hasSize(10_000);
        assertThat(table.column("c9999").text(1)).isEqualTo("19998");
    }

    @Test
    void keepsLongCells() {
        String essay = "word ".repeat(40_000).strip();

        assertThat(cells(csv("a,b\n1,\"" + essay + "\"\n"), "b")).isEqualTo(List.of(essay));
    }
}
