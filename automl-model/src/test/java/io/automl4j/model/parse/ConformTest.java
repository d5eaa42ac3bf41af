package io.automl4j.model.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConformTest {
    private static final long MARCH = Instant.parse("2021-03-05T00:00:00Z").toEpochMilli();

    private final Schema wanted = Schema.of(List.of(
            ColumnSchema.of("key", ColumnKind.ID),
            ColumnSchema.of("size", ColumnKind.NUMERIC),
            ColumnSchema.of("city", ColumnKind.CATEGORICAL),
            new ColumnSchema("smoker", ColumnKind.BOOLEAN, Role.FEATURE, "no|yes"),
            new ColumnSchema("day", ColumnKind.DATETIME, Role.FEATURE, "dd/MM/yyyy"),
            ColumnSchema.of("price", ColumnKind.NUMERIC).withRole(Role.TARGET)));

    private enum City {
        ROME
    }

    private static Table table(Map<ColumnSchema, List<String>> cells) {
        return Table.of(
                Schema.of(List.copyOf(cells.keySet())),
                cells.values().stream().map(StringColumn::of).toList());
    }

    private static Map<String, @Nullable Object> row(
            @Nullable Object size, @Nullable Object city, @Nullable Object smoker, @Nullable Object day) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("size", size);
        row.put("city", city);
        row.put("smoker", smoker);
        row.put("day", day);
        return row;
    }

    @Test
    void keepsFeaturesOnlyInTheOrderOfTraining() {
        Table given = Table.of(
                Schema.of(List.of(
                        ColumnSchema.of("more", ColumnKind.NUMERIC),
                        ColumnSchema.of("day", ColumnKind.DATETIME),
                        ColumnSchema.of("smoker", ColumnKind.CATEGORICAL),
                        ColumnSchema.of("city", ColumnKind.CATEGORICAL),
                        ColumnSchema.of("size", ColumnKind.CATEGORICAL))),
                List.of(
                        NumericColumn.of(1),
                        TimeColumn.of(MARCH),
                        StringColumn.of(List.of("YES")),
                        StringColumn.of(List.of("Rome")),
                        StringColumn.of(List.of("12.5"))));

        Table conformed = Conform.table(given, wanted);

        assertThat(conformed.schema().columns())
                .extracting(ColumnSchema::name)
                .containsExactly("size", "city", "smoker", "day");
        assertThat(texts(conformed)).containsExactly("12.5", "Rome", "yes", "2021-03-05T00:00:00Z");
    }

    @Test
    void readsTextsAsTheSchemaSays() {
        Map<ColumnSchema, List<String>> cells = new LinkedHashMap<>();
        cells.put(ColumnSchema.of("size", ColumnKind.CATEGORICAL), List.of("7", "many", "1e400", "NA"));
        cells.put(ColumnSchema.of("city", ColumnKind.TEXT), List.of(" Rome", "na", "Rome", "Oslo"));
        cells.put(ColumnSchema.of("smoker", ColumnKind.TEXT), List.of("true", "false", "", "maybe"));
        cells.put(ColumnSchema.of("day", ColumnKind.TEXT), List.of("05/03/2021", "31/02/2021", "", "05/03/2021"));

        Table conformed = Conform.table(table(cells), wanted);

        assertThat(column(conformed, "size")).containsExactly("7", "", "", "");
        assertThat(column(conformed, "city")).containsExactly("Rome", "", "Rome", "Oslo");
        assertThat(column(conformed, "smoker")).containsExactly("yes", "no", "", "maybe");
        assertThat(column(conformed, "day")).containsExactly("2021-03-05T00:00:00Z", "", "", "2021-03-05T00:00:00Z");
    }

    @Test
    void turnsNumbersIntoLevelsAndTimes() {
        Schema other = Schema.of(List.of(
                ColumnSchema.of("code", ColumnKind.CATEGORICAL),
                new ColumnSchema("day", ColumnKind.DATETIME, Role.FEATURE, "yyyyMMdd"),
                new ColumnSchema("second", ColumnKind.DATETIME, Role.FEATURE, "epoch-seconds")));
        Table given = Table.of(
                Schema.of(other.columns().stream()
                        .map(column -> ColumnSchema.of(column.name(), ColumnKind.NUMERIC))
                        .toList()),
                List.of(
                        NumericColumn.of(3, Double.NaN),
                        NumericColumn.of(20210305, Double.NaN),
                        NumericColumn.of(MARCH / 1000.0, Double.NaN)));

        Table conformed = Conform.table(given, other);

        assertThat(column(conformed, "code")).containsExactly("3", "");
        assertThat(column(conformed, "day")).containsExactly("2021-03-05T00:00:00Z", "");
        assertThat(column(conformed, "second")).containsExactly("2021-03-05T00:00:00Z", "");
        assertThat(texts(Conform.to(other).row(Map.of("code", 0.1f, "day", 20210305, "second", MARCH / 1000))))
                .as("a row of objects")
                .containsExactly("0.1", "2021-03-05T00:00:00Z", "2021-03-05T00:00:00Z");
    }

    @Test
    void namesAMissingColumn() {
        Table given = table(Map.of(ColumnSchema.of("Size", ColumnKind.CATEGORICAL), List.of("1")));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Conform.table(given, wanted))
                .withMessageContaining("'size'")
                .withMessageContaining("Size");
    }

    @Test
    void readsRowsOfObjects() {
        Conform conform = Conform.to(wanted);

        assertThat(texts(conform.row(row(3, City.ROME, true, LocalDate.of(2021, 3, 5)))))
                .containsExactly("3", "ROME", "yes", "2021-03-05T00:00:00Z");
        assertThat(texts(conform.row(row("3.5", 7.0, "No", "05/03/2021"))))
                .containsExactly("3.5", "7", "no", "2021-03-05T00:00:00Z");
        assertThat(texts(conform.row(row(true, "x", 0, MARCH))))
                .containsExactly("1", "x", "no", "2021-03-05T00:00:00Z");
    }

    @Test
    void readsEveryClassOfTimes() {
        LocalDateTime noon = LocalDateTime.of(2021, 3, 5, 12, 0);
        for (Object time : List.of(
                noon,
                noon.toInstant(ZoneOffset.UTC),
                noon.atOffset(ZoneOffset.ofHours(0)),
                noon.atZone(ZoneOffset.UTC),
                Date.from(noon.toInstant(ZoneOffset.UTC)))) {
            assertThat(texts(Conform.to(wanted).row(row(1, "a", false, time))).get(3))
                    .as("%s", time.getClass())
                    .isEqualTo("2021-03-05T12:00:00Z");
        }
    }

    /** By which programs say "never". */
    @Test
    void takesTimesBeyondAllMillisecondsAsMissing() {
        for (Object never : List.of(LocalDate.MAX, LocalDateTime.MIN, "+999999999-01-01")) {
            assertThat(texts(Conform.to(wanted).row(row(1, "a", false, never))).get(3))
                    .as("%s", never)
                    .isEmpty();
        }
    }

    @Test
    void takesNullAndInfinityAsMissing() {
        Table row = Conform.to(wanted).row(row(null, null, null, null));

        assertThat(texts(row)).containsOnly("");
        assertThat(texts(Conform.to(wanted).row(row(Double.POSITIVE_INFINITY, "", " ", "?"))))
                .containsOnly("");
    }

    @Test
    void namesAnAbsentKey() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Conform.to(wanted).row(Map.of("size", 1)))
                .withMessageContaining("'city'");
    }

    private static List<String> texts(Table table) {
        return table.columns().stream().map(column -> column.text(0)).toList();
    }

    private static List<String> column(Table table, String name) {
        String[] texts = new String[table.rows()];
        Arrays.setAll(texts, row -> table.column(name).text(row));
        return List.of(texts);
    }
}
