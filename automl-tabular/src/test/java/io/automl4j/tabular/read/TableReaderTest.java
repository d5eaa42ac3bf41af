package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.cells;
import static io.automl4j.tabular.read.Texts.described;
import static io.automl4j.tabular.read.Texts.file;
import static io.automl4j.tabular.read.Texts.kinds;
import static io.automl4j.tabular.read.Texts.names;
import static io.automl4j.tabular.read.Texts.reader;
import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.tabular.Tables;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {
    @TempDir
    private Path folder;

    @Test
    void overridesEveryGuess() {
        Path file = file(folder, "a.csv", "a,b,c,d,e,f\n1,1,20200131,0,2020-01-31,x\n2,word,20200201,1,2020-02-01,y\n");

        Table table = reader().kind("a", ColumnKind.CATEGORICAL)
                .kind("b", ColumnKind.NUMERIC)
                .kind("c", ColumnKind.DATETIME)
                .kind("d", ColumnKind.BOOLEAN)
                .kind("e", ColumnKind.TEXT)
                .kind("f", ColumnKind.ID)
                .csv(file);

        assertThat(kinds(table))
                .containsExactly(
                        ColumnKind.CATEGORICAL,
                        ColumnKind.NUMERIC,
                        ColumnKind.DATETIME,
                        ColumnKind.BOOLEAN,
                        ColumnKind.TEXT,
                        ColumnKind.ID);
        assertThat(cells(table, "b")).containsExactly("1", "");
        assertThat(cells(table, "c")).containsExactly("2020-01-31T00:00:00Z", "2020-02-01T00:00:00Z");
        assertThat(described(table, "d").format()).isEqualTo("0|1");
        assertThat(cells(table, "e")).containsExactly("2020-01-31", "2020-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "1600000000, epoch-seconds, 2020-09-13T12:26:40Z",
        "1600000000000, epoch-millis, 2020-09-13T12:26:40Z",
        "20200913, yyyyMMdd, 2020-09-13T00:00:00Z",
        "202009, yyyyMM, 2020-09-01T00:00:00Z",
        "2020, yyyy, 2020-01-01T00:00:00Z"
    })
    void findsTheFormatOfTimesThatAreDemanded(String cell, String format, String text) {
        Table table = reader().kind("t", ColumnKind.DATETIME).csv(file(folder, "a.csv", "t\n" + cell + "\n"));

        assertThat(described(table, "t").format()).isEqualTo(format);
        assertThat(cells(table, "t")).containsExactly(text);
    }

    @Test
    void takesTheFormatOfMostTimesThatAreDemanded() {
        Texts.Heard heard = new Texts.Heard();

        Table table = reader().warnings(heard)
                .kind("t", ColumnKind.DATETIME)
                .csv(file(folder, "a.csv", "t\n31.12.2020\nsoon\n30.11.2020\n"));

        assertThat(cells(table, "t")).containsExactly("2020-12-31T00:00:00Z", "", "2020-11-30T00:00:00Z");
        assertThat(heard.warnings)
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains("1 cells").contains("'soon'"));
    }

    @Test
    void takesAFormatAndAZone() {
        Table table = reader().times("t", "d/M/yyyy")
                .zone(ZoneId.of("America/New_York"))
                .csv(file(folder, "a.csv", "t\n1/2/2020\n"));

        assertThat(cells(table, "t")).containsExactly("2020-02-01T05:00:00Z");
        assertThat(table.schema().zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void addsMissingTokens() {
        Table table = reader().missing("-9", "unknown").csv(file(folder, "a.csv", "x,c\n1,a\n-9,Unknown\nNA,b\n"));

        assertThat(kinds(table)).containsExactly(ColumnKind.NUMERIC, ColumnKind.CATEGORICAL);
        assertThat(cells(table, "x")).containsExactly("1", "", "");
        assertThat(cells(table, "c")).containsExactly("a", "", "b");
    }

    @Test
    void readsLikeAnotherTable() {
        Table train = reader().csv(file(
                        folder,
                        "train.csv",
                        "zip,date,smoker,x,y\n01234,31/12/2020,no,1,a\n99999,30/11/2020,yes,2.5,None\n"))
                .withTarget("y");

        Table test = reader().like(train.schema())
                .csv(file(folder, "test.csv", "extra,x,smoker,date,zip\nq,oops,TRUE,01/02/2021,00007\nr,3,no,x,5\n"));

        assertThat(names(test)).containsExactly("extra", "x", "smoker", "date", "zip");
        assertThat(cells(test, "x")).containsExactly("", "3");
        assertThat(cells(test, "smoker")).containsExactly("yes", "no");
        assertThat(cells(test, "date")).containsExactly("2021-02-01T00:00:00Z", "");
        assertThat(cells(test, "zip")).containsExactly("00007", "5");
        assertThat(test.schema().missingTokens()).isEqualTo(train.schema().missingTokens());
    }

    @Test
    void readsTheTargetLikeAnotherTableToo() {
        Table train = reader().csv(file(folder, "a.csv", "x,y\n1,1\n2,0\n")).withTarget("y");

        Table again = reader().like(train.schema()).csv(file(folder, "b.csv", "y,x\n1,7\n,8\n"));

        assertThat(described(again, "y").role()).isEqualTo(Role.TARGET);
        assertThat(cells(again, "y")).containsExactly("1", "");
    }

    @Test
    void choosesByTheName() {
        assertThat(cells(Tables.read(file(folder, "a.tsv", "a,b\tc\n1,2\t3\n")), "c"))
                .containsExactly("3");
        assertThat(cells(Tables.read(file(folder, "a.ARFF", "@relation r\n@attribute z real\n@data\n5\n")), "z"))
                .containsExactly("5");
        assertThat(cells(Tables.read(file(folder, "a.data", "a;b\n1;2\n")), "b"))
                .containsExactly("2");
        Path binary = folder.resolve("any.name");
        TableFile.write(Tables.read(folder.resolve("a.data")), binary);
        assertThat(cells(Tables.read(binary), "b")).containsExactly("2");
    }

    @Test
    void readsATableFileLikeAnotherTable() {
        Path binary = folder.resolve("t" + TableFile.SUFFIX);
        TableFile.write(Tables.csv(file(folder, "a.csv", "code,x\n7,1\n8,2\n")), binary);

        Table table = reader().kind("code", ColumnKind.CATEGORICAL).read(binary);

        assertThat(kinds(table)).containsExactly(ColumnKind.CATEGORICAL, ColumnKind.NUMERIC);
        assertThat(cells(table, "code")).containsExactly("7", "8");
    }
}
