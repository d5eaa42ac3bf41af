package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.cells;
import static io.automl4j.tabular.read.Texts.column;
import static io.automl4j.tabular.read.Texts.described;
import static io.automl4j.tabular.read.Texts.file;
import static io.automl4j.tabular.read.Texts.reader;
import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaInferenceTest {
    @TempDir
    private Path folder;

    private Table csv(String content) {
        return reader().csv(file(folder, "a.csv", content));
    }

    private ColumnKind kind(String name, IntFunction<String> cell) {
        return described(csv(column(name, 200, cell)), name).kind();
    }

    @Test
    void takesWholeNumbersWithoutAGapForAKey() {
        assertThat(kind("n", i -> "" + (i + 1))).isEqualTo(ColumnKind.ID);
        assertThat(kind("n", i -> "" + (200 - i))).isEqualTo(ColumnKind.ID);
        assertThat(kind("n", i -> "" + (i * 77 % 200))).isEqualTo(ColumnKind.ID);
    }

    @Test
    void takesOtherDifferentNumbersForNumbers() {
        assertThat(kind("n", i -> "" + i * 3)).isEqualTo(ColumnKind.NUMERIC);
        assertThat(kind("n", i -> "" + i / 4.0)).isEqualTo(ColumnKind.NUMERIC);
        assertThat(kind("n", i -> "" + Math.max(0, i - 1))).isEqualTo(ColumnKind.NUMERIC);
        assertThat(kind("year", i -> "" + (1800 + i))).isEqualTo(ColumnKind.NUMERIC);
        assertThat(described(csv(column("n", 10, i -> "" + i)), "n").kind()).isEqualTo(ColumnKind.NUMERIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "ID", "customer_id", "PassengerId", "userID", "Row ID", "order-key", "index", "uuid"})
    void takesDifferentNumbersWithTheNameOfAKeyForAKey(String name) {
        assertThat(kind(name, i -> "" + i * 37)).isEqualTo(ColumnKind.ID);
        assertThat(kind(name, i -> "" + i % 50)).isEqualTo(ColumnKind.NUMERIC);
        assertThat(kind(name, i -> "" + (i + 0.5))).isEqualTo(ColumnKind.NUMERIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "humid", "Covid", "width", "monkey", "bid"})
    void isNotDeceivedByNames(String name) {
        assertThat(kind(name, i -> "" + i * 37)).isEqualTo(ColumnKind.NUMERIC);
    }

    @Test
    void knowsKeysByTheirForm() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(kind("a", i -> new UUID(random.nextLong(), random.nextLong()).toString()))
                .isEqualTo(ColumnKind.ID);
        assertThat(kind("a", i -> "user" + i)).isEqualTo(ColumnKind.ID);
        assertThat(kind("a", i -> "%08x".formatted(0x10000000 + random.nextInt(0x70000000))))
                .isEqualTo(ColumnKind.ID);
        assertThat(kind("a", i -> "12345678901234567" + (100 + i))).isEqualTo(ColumnKind.ID);
    }

    @Test
    void takesNoSequenceOrNameForAKey() {
        SplittableRandom random = new SplittableRandom(2);
        assertThat(kind("dna", i -> letters(random, "acgt", 60))).isEqualTo(ColumnKind.TEXT);
        assertThat(kind("name", i -> letters(random, "abcdefghijklmnop", 3 + i % 9) + i))
                .isEqualTo(ColumnKind.TEXT);
    }

    private static String letters(SplittableRandom random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void takesCodesWithLeadingZerosForCategories() {
        Table table = csv(column("zip", 200, i -> "%05d".formatted(i % 40 * 911)));

        assertThat(described(table, "zip").kind()).isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(table.column("zip").text(1)).isEqualTo("00911");
        assertThat(kind("hour", i -> "%02d".formatted(i % 24))).isEqualTo(ColumnKind.NUMERIC);
        assertThat(kind("share", i -> "0.%03d".formatted(i))).isEqualTo(ColumnKind.NUMERIC);
    }

    @Test
    void tellsTextFromCategories() {
        String[] words = "the quick brown fox jumps over a lazy dog near some river".split(" ", -1);
        assertThat(kind("review", i -> words[i % 12] + " " + words[i * 5 % 11] + " " + words[i / 9 % 12] + " " + i))
                .isEqualTo(ColumnKind.TEXT);
        assertThat(kind("phrase", i -> "a phrase of words " + i % 40)).isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(kind("city", i -> "city" + i % 90)).isEqualTo(ColumnKind.CATEGORICAL);
    }

    @ParameterizedTest
    @CsvSource({"yes,no,no|yes", "TRUE,FALSE,FALSE|TRUE", "t,f,f|t", "N,Y,N|Y", "On,Off,Off|On"})
    void knowsTruthValues(String first, String second, String format) {
        Table table = csv("b\n" + first + "\n" + second + "\n" + first + "\n\n");

        assertThat(described(table, "b").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(described(table, "b").format()).isEqualTo(format);
        // below a header of one column an empty line is a missing cell
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.column("b").isMissing(3)).isTrue();
    }

    @Test
    void writesTruthValuesInOneWay() {
        Table table = csv("a,b\nYes,1\nno,2\nyes,3\nNo,4\n");

        assertThat(cells(table, "a")).containsExactly("Yes", "no", "Yes", "no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "2024-01-31 # 2023-12-01 # yyyy-MM-dd # 2024-01-31T00:00:00Z",
                "31/01/2024 # 01/02/2024 # d/M/yyyy[ H:mm[:ss]] # 2024-01-31T00:00:00Z",
                "1/31/2024 # 2/1/2024 # M/d/yyyy[ H:mm[:ss]] # 2024-01-31T00:00:00Z",
                "31.1.2024 # 1.2.2024 7:15 # d.M.yyyy[ H:mm[:ss]] # 2024-01-31T00:00:00Z",
                "2024/1/31 # 2024/2/1 # yyyy/M/d[ H:mm[:ss]] # 2024-01-31T00:00:00Z",
                "31-Jan-2024 # 01-Feb-2024 # d-MMM-yyyy[ H:mm[:ss]] # 2024-01-31T00:00:00Z",
                "January 31, 2024 # May 1, 2024 # MMMM d, yyyy # 2024-01-31T00:00:00Z",
                "1/31/2024 1:30 PM # 2/1/2024 12:00 AM # M/d/yyyy h:mm[:ss] a # 2024-01-31T13:30:00Z",
                "13:30 # 07:15 # H:mm[:ss] # 1970-01-01T13:30:00Z"
            })
    void knowsTimes(String first, String second, String format, String text) {
        Table table = csv("t;n\n" + first + ";1\n" + second + ";2\n");

        assertThat(described(table, "t").kind()).isEqualTo(ColumnKind.DATETIME);
        assertThat(described(table, "t").format()).isEqualTo(format);
        assertThat(table.column("t").text(0)).isEqualTo(text);
    }

    @Test
    void knowsInstantsInAnyPrecision() {
        Table table = csv("t\n2024-01-31T10:00:00Z\n2024-01-31T10:00:00.123Z\n2024-01-31 10:00\n2024-01-31\n");

        assertThat(described(table, "t").kind()).isEqualTo(ColumnKind.DATETIME);
        assertThat(cells(table, "t"))
                .containsExactly(
                        "2024-01-31T10:00:00Z",
                        "2024-01-31T10:00:00.123Z",
                        "2024-01-31T10:00:00Z",
                        "2024-01-31T00:00:00Z");
    }

    @Test
    void decidesDayAndMonthByTheWholeColumn() {
        LocalDate start = LocalDate.of(2024, 1, 1);
        IntFunction<String> dayFirst = i -> {
            LocalDate day = start.plusDays(i);
            return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
        };

        assertThat(described(csv(column("t", 13, dayFirst)), "t").format()).startsWith("d/M");
        assertThat(described(csv("t\n1/1/2020\n1/2/2020\n1/3/2020\n1/4/2021\n"), "t")
                        .format())
                .startsWith("d/M");
        assertThat(described(csv("t\n1/1/2020\n2/1/2020\n3/1/2020\n4/1/2021\n"), "t")
                        .format())
                .startsWith("M/d");
    }

    @Test
    void saysThatDayAndMonthMayBeChangedAbout() {
        Texts.Heard heard = new Texts.Heard();

        Table table = reader().warnings(heard).csv(file(folder, "a.csv", "t\n1/5/2020\n2/6/2020\n"));

        assertThat(described(table, "t").format()).startsWith("M/d/yyyy");
        assertThat(heard.warnings).extracting(DataWarning::kind).containsExactly(DataWarning.Kind.AMBIGUOUS);
    }

    @Test
    void saysThatNumbersHaveCommas() {
        Texts.Heard heard = new Texts.Heard();

        Table table = reader().warnings(heard).csv(file(folder, "a.csv", "t;n\n-1042,75;1\n3;2\n17,5;3\n"));

        assertThat(described(table, "t").kind()).isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(heard.warnings).hasSize(1);
        assertThat(heard.warnings.get(0).toString())
                .contains("'t'", "2 of 3 cells look like numbers with a comma: row 1 has '-1042,75'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "1.2.3", "10-12", "555-1234", "2024-13-01", "0001-01-01", "12/25"})
    void takesNothingElseForTimes(String cell) {
        assertThat(described(csv("t,n\n" + cell + ",1\n" + cell + ",2\n"), "t").kind())
                .isEqualTo(ColumnKind.CATEGORICAL);
    }

    @Test
    void neverGuessesEpochs() {
        assertThat(kind("time", i -> "" + (1_600_000_000L + i * 7919L))).isEqualTo(ColumnKind.NUMERIC);
        assertThat(kind("day", i -> "202001" + (10 + i % 20))).isEqualTo(ColumnKind.NUMERIC);
    }

    @Test
    void keepsNoneAsALevelAmongWords() {
        Table table = csv("disorder,x\nNone,1\nApnea,2\nNone,3\nInsomnia,4\n");

        assertThat(cells(table, "disorder")).containsExactly("None", "Apnea", "None", "Insomnia");
        assertThat(table.schema().missingTokens()).doesNotContain("none").contains("na");
    }

    @Test
    void takesNoneAmongNumbersAndTimesAsMissing() {
        Table table = csv("x,t,c\n1,none,a\nNone,2024-01-31,a\n3,2024-02-28,b\n");

        assertThat(Texts.kinds(table)).containsExactly(ColumnKind.NUMERIC, ColumnKind.DATETIME, ColumnKind.CATEGORICAL);
        assertThat(cells(table, "x")).containsExactly("1", "", "3");
        assertThat(table.column("t").missing()).isEqualTo(1);
        assertThat(table.schema().missingTokens()).contains("none");
    }

    @Test
    void letsALevelWinOverAMissingCell() {
        Table table = csv("x,c,b\n1,none,yes\nNone,a,no\n3,b,none\n");

        assertThat(Texts.kinds(table))
                .containsExactly(ColumnKind.NUMERIC, ColumnKind.CATEGORICAL, ColumnKind.CATEGORICAL);
        assertThat(cells(table, "x")).containsExactly("1", "", "3");
        assertThat(cells(table, "c")).containsExactly("none", "a", "b");
        assertThat(cells(table, "b")).containsExactly("yes", "no", "none");
    }

    @Test
    void takesNoneAsMissingWhereSomebodySaysSo() {
        Table table = reader().missing("None").csv(file(folder, "a.csv", "c\nnone\na\nb\n"));

        assertThat(cells(table, "c")).containsExactly("", "a", "b");
    }

    @Test
    void readsAColumnWithoutCellsAsNumbers() {
        Table table = csv("x,y\n,1\nNA,2\n");

        assertThat(described(table, "x")).isEqualTo(ColumnSchema.of("x", ColumnKind.NUMERIC));
        assertThat(table.column("x").missing()).isEqualTo(2);
    }
}
