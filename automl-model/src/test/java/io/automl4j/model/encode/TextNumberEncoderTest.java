package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.TREE;
import static io.automl4j.model.encode.Fixture.column;
import static io.automl4j.model.encode.Fixture.names;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.table.ColumnKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNumberEncoderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1197 CC | 1197",
                "$1,200 | 1200",
                "1,234,567.5 km | 1234567.5",
                "45 % | 45",
                "1200 - 1500 | 1350",
                "1200-1500 sqft | 1350",
                "3 to 5 years | 4",
                "1200 – 1500 | 1350",
                "-5 C | -5",
                "$-5 | -5",
                "A-5 | 5",
                ".5 l | 0.5",
                "max 7.25 | 7.25",
                "Rs1200 | 1200",
                "2019-05-03 | 2019",
                "10-12-2019 | 10",
                "9 - 4 | 9",
            })
    void findsTheNumber(String text, double number) {
        assertThat(TextNumberEncoder.first(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "-", "$", "a,b", "..."})
    void isNaNWithoutANumber(String text) {
        assertThat(TextNumberEncoder.first(text)).isNaN();
    }

    /** A text of a stranger, such as a body that is posted to a service. */
    @Test
    @Timeout(20)
    void aLongTextTakesNoSquareOfItsLength() {
        assertThat(TextNumberEncoder.first("1-" + "1".repeat(1_000_000) + "-1")).isEqualTo(1);
        assertThat(TextNumberEncoder.first("1-" + "1,111".repeat(200_000) + "-1"))
                .isEqualTo(1);
        assertThat(TextNumberEncoder.first("7" + " ".repeat(1_000_000) + "x")).isEqualTo(7);
    }

    @Test
    void isNaNForANumberBeyondAllMeasure() {
        assertThat(TextNumberEncoder.first("9".repeat(400) + " km")).isNaN();
    }

    @Test
    void aColumnOfUnitsGetsANumber() {
        EncodedTraining fitted = table().levels("c", 40, row -> row % 8 == 0 ? "unknown" : (800 + 10 * row) + " CC")
                .fit(TREE);

        assertThat(column(fitted.rows(), "c#number")).startsWith(Float.NaN, 810f, 820f);
        EncodedRows other = fitted.encoder()
                .transform(table().levels("c", "1500 CC", "", "none").build());
        assertThat(column(other, "c#number")).containsExactly(1500f, Float.NaN, Float.NaN);
    }

    @Test
    void quantitiesAreNotReadAsPhrasesButNamesWithANumberAre() {
        EncodedRows quantities =
                table().levels("c", 80, row -> row % 40 + " CC").fit(TREE).rows();
        EncodedRows names = table().levels("c", 80, row -> "Swift diesel " + row % 40)
                .fit(TREE)
                .rows();

        assertThat(names(quantities)).contains("c#number").noneMatch(name -> name.startsWith("c#term"));
        assertThat(names(names)).contains("c#number", "c#length");
    }

    @Test
    void textGetsANumberToo() {
        EncodedRows rows = table().texts("t", ColumnKind.TEXT, Fixture.cells(30, row -> row + " km per hour"))
                .fit(TREE)
                .rows();

        assertThat(names(rows)).contains("t#number", "t#length");
    }

    @Test
    void fourCellsOfFiveMustHoldOne() {
        assertThat(names(table().levels("c", 40, row -> row % 5 == 0 ? "x" + (char) ('a' + row) : row + " CC")
                        .fit(TREE)
                        .rows()))
                .contains("c#number");
        assertThat(names(table().levels("c", 40, row -> row % 4 == 0 ? "x" + (char) ('a' + row) : row + " CC")
                        .fit(TREE)
                        .rows()))
                .doesNotContain("c#number");
    }

    @Test
    void fewLevelsGetANumberUnlessTheyAreCodes() {
        assertThat(names(table().levels("c", "< 2 km", "2 km", "4 km", "8 km")
                        .fit(TREE)
                        .rows()))
                .contains("c#number");
        assertThat(names(table().levels("c", "A31", "A32", "A33", "A34")
                        .fit(TREE)
                        .rows()))
                .doesNotContain("c#number");
    }

    @Test
    void wholeNumbersAreToldFromOtherTexts() {
        assertThat(TextNumberEncoder.whole("-1,200.5")).isEqualTo(-1200.5);
        assertThat(TextNumberEncoder.whole("12 CC")).isInfinite();
        assertThat(TextNumberEncoder.whole("")).isInfinite();
        assertThat(TextNumberEncoder.whole("-")).isInfinite();
    }
}
