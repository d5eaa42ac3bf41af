package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.cells;
import static io.automl4j.tabular.read.Texts.file;
import static io.automl4j.tabular.read.Texts.kinds;
import static io.automl4j.tabular.read.Texts.names;
import static io.automl4j.tabular.read.Texts.reader;
import static io.automl4j.tabular.read.Texts.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffReadingTest {
    private static final String HEADER = """
            % a comment
            @RELATION 'a table'

            @attribute size REAL   % of the thing
            @Attribute 'the colour' {red, 'dark blue', "it\\'s none"}
            @attribute	smoker	{no,yes}
            @attribute "note" string
            @attribute day date 'dd/MM/yyyy'
            @attribute stamp date
            @attribute code {1,2,10}
            @DATA
            """;

    @TempDir
    private Path folder;

    private Table arff(String content) {
        return reader().arff(file(folder, "a.arff", content));
    }

    @Test
    void readsEveryTypeOfColumn() {
        Table table = arff(HEADER
                + "1.5, red, no, 'a, b', 31/12/2020, 2020-12-31T10:00:00, 10\n"
                + "% between\n\n"
                + "-2e1,'dark blue',yes,plain words,'01/01/2021',\"2021-01-01T00:00:00\",2  % after\n"
                + "?,?,?,?,?,?,?\n"
                + "3,\"it's none\",no,'say \\'hi\\'\\n',?,?,1,{5}\n");

        assertThat(names(table)).containsExactly("size", "the colour", "smoker", "note", "day", "stamp", "code");
        assertThat(kinds(table))
                .containsExactly(
                        ColumnKind.NUMERIC,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.BOOLEAN,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.DATETIME,
                        ColumnKind.DATETIME,
                        ColumnKind.CATEGORICAL);
        assertThat(row(table, 0))
                .containsExactly("1.5", "red", "no", "a, b", "2020-12-31T00:00:00Z", "2020-12-31T10:00:00Z", "10");
        assertThat(row(table, 1))
                .containsExactly(
                        "-20", "dark blue", "yes", "plain words", "2021-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "2");
        assertThat(row(table, 2)).containsOnly("");
        assertThat(cells(table, "the colour").get(3)).isEqualTo("it's none");
        assertThat(cells(table, "note").get(3)).isEqualTo("say 'hi'");
    }

    @Test
    void readsSparseRows() {
        Table table = arff(HEADER + "{0 7, 2 yes, 3 'x, {y}'}\n{1 'dark blue', 6 10}\n{}\n");

        assertThat(row(table, 0)).containsExactly("7", "red", "yes", "x, {y}", "", "", "1");
        assertThat(row(table, 1)).containsExactly("0", "dark blue", "no", "", "", "", "10");
        assertThat(row(table, 2)).containsExactly("0", "red", "no", "", "", "", "1");
    }

    @Test
    void keepsLevelsThatWouldBeMissingElsewhere() {
        Table table = arff("@relation r\n@attribute a {none, NA, x}\n@data\nnone\nNA\n?\n");

        assertThat(cells(table, "a")).containsExactly("none", "NA", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "@attribute a real # there is no line @data",
                "@attribute a real~@data~1,2 # line 3: the row has 2 cells, but there are 1 columns",
                "@attribute a {x,y}~@data~z # 'z' is none of the levels of column 'a'",
                "@attribute a {x,y~@data~z # line 1: the brace { is not closed",
                "@attribute a relational~@data # type 'relational'",
                "@attribute a real~@attribute a real~@data # two columns 'a'",
                "@attribute 'a real~@data # the quote ' is not closed",
                "hello # 'hello' is no part of a header",
                "@data # declares no @attribute",
                "@attribute a real~@data~{3 1} # '3' is no column number",
                "@attribute a real~@data~{0 1 # line 3: the brace { is not closed",
                "@attribute a real~@data # no rows"
            })
    void namesWhatIsWrong(String content, String reason) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> arff(content.replace('~', '\n')))
                .withMessageContaining("a.arff")
                .withMessageContaining(reason);
    }
}
