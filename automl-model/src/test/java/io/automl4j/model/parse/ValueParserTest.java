package io.automl4j.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.TimeColumn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueParserTest {
    private final ColumnSchema answer = new ColumnSchema("answer", ColumnKind.BOOLEAN, Role.FEATURE, "No|Yes");
    private final ColumnSchema date = new ColumnSchema("date", ColumnKind.DATETIME, Role.FEATURE, "dd/MM/yyyy");
    private final ColumnSchema city = ColumnSchema.of("city", ColumnKind.CATEGORICAL);
    private final ValueParser parser = ValueParser.of(Schema.of(List.of(answer, date, city)));

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "NA", "n/a", " NaN ", "?", "NULL", "<NA>", "-nan"})
    void knowsMissingCells(String raw) {
        assertThat(parser.isMissing(raw)).isTrue();
        assertThat(parser.number(raw)).isNaN();
        assertThat(parser.time(date, raw)).isEqualTo(TimeColumn.MISSING);
        assertThat(parser.token(city, raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "nah", "nan1", "-", "nanny", "ünbekannt"})
    void takesNothingElseForMissing(String raw) {
        assertThat(parser.isMissing(raw)).isFalse();
    }

    @Test
    void takesTheTokensOfTheSchemaOnly() {
        MissingTokens tokens = MissingTokens.of(Set.of("-9", "Unknown"));

        assertThat(tokens.contains("UNKNOWN")).isTrue();
        assertThat(tokens.contains("-9")).isTrue();
        assertThat(tokens.contains("NA")).isFalse();
        assertThat(tokens.contains("")).isFalse();
    }

    @Test
    void readsNumbersThatADoubleHolds() {
        assertThat(parser.number(" 1.5 ")).isEqualTo(1.5);
        assertThat(parser.number("1e400")).isNaN();
        assertThat(parser.number("five")).isNaN();
    }

    @Test
    void writesTruthValuesAsInTraining() {
        assertThat(List.of("yes", "YES", "true", "1", "t").stream().map(raw -> parser.token(answer, raw)))
                .containsOnly("Yes");
        assertThat(List.of("no", "False", "0", "off").stream().map(raw -> parser.token(answer, raw)))
                .containsOnly("No");
        assertThat(parser.token(answer, "perhaps")).isEqualTo("perhaps");
    }

    @Test
    void leavesUnusualPairsToThemselves() {
        BooleanTokens tokens = BooleanTokens.of("cat|dog");

        assertThat(tokens.canonical("Dog")).isEqualTo("dog");
        assertThat(tokens.canonical("yes")).isEqualTo("yes");
        assertThat(tokens.of(true)).isEqualTo("dog");
    }

    @Test
    void guessesPairs() {
        assertThat(BooleanTokens.guess(List.of("Yes", "No", "yes"))).contains(new BooleanTokens("No", "Yes"));
        assertThat(BooleanTokens.guess(List.of("yes"))).isEmpty();
        assertThat(BooleanTokens.guess(List.of("yes", "false"))).isEmpty();
        assertThat(BooleanTokens.guess(List.of("red", "blue"))).isEmpty();
        assertThat(BooleanTokens.guess(List.of())).isEmpty();
    }

    @Test
    void stripsLevels() {
        assertThat(parser.token(city, "  New York ")).isEqualTo("New York");
    }
}
