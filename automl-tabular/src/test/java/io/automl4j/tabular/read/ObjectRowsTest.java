package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.cells;
import static io.automl4j.tabular.read.Texts.described;
import static io.automl4j.tabular.read.Texts.kinds;
import static io.automl4j.tabular.read.Texts.names;
import static io.automl4j.tabular.read.Texts.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import io.automl4j.tabular.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectRowsTest {
    private enum Colour {
        RED,
        BLUE
    }

    private record Car(int doors, double price, @Nullable Colour colour, boolean sold, LocalDate built, String plate) {}

    private record Other(int x) {}

    @Test
    void readsRecords() {
        Table table = Tables.records(List.of(
                new Car(3, 9.5, Colour.RED, true, LocalDate.of(2020, 1, 31), "B AA 1"),
                new Car(5, Double.NaN, null, false, LocalDate.of(2021, 1, 31), "")));

        assertThat(names(table)).containsExactly("doors", "price", "colour", "sold", "built", "plate");
        assertThat(kinds(table))
                .containsExactly(
                        ColumnKind.NUMERIC,
                        ColumnKind.NUMERIC,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.BOOLEAN,
                        ColumnKind.DATETIME,
                        ColumnKind.CATEGORICAL);
        assertThat(cells(table, "price")).containsExactly("9.5", "");
        assertThat(cells(table, "colour")).containsExactly("RED", "");
        assertThat(cells(table, "sold")).containsExactly("true", "false");
        assertThat(cells(table, "built")).containsExactly("2020-01-31T00:00:00Z", "2021-01-31T00:00:00Z");
        assertThat(cells(table, "plate")).containsExactly("B AA 1", "");
    }

    @Test
    void refusesRecordsOfTwoClasses() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        Tables.records(List.of(new Other(1), new Car(1, 1, Colour.BLUE, true, LocalDate.EPOCH, "x"))))
                .withMessageContaining("Row 2 is a Car, but row 1 is a Other");
    }

    @Test
    void readsMapsThatSpeakOfDifferentColumns() {
        Map<String, @Nullable Object> first = new LinkedHashMap<>();
        first.put("a", 1);
        first.put("b", null);

        Table table = Tables.rows(List.of(first, Map.of("c", "x"), Map.of("a", 2.5, "c", "y")));

        assertThat(names(table)).containsExactly("a", "b", "c");
        assertThat(cells(table, "a")).containsExactly("1", "", "2.5");
        assertThat(cells(table, "b")).containsExactly("", "", "");
        assertThat(cells(table, "c")).containsExactly("", "x", "y");
    }

    @Test
    void readsArraysAndLists() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("d", new double[] {0.5, Double.NaN, Double.POSITIVE_INFINITY});
        columns.put("i", new int[] {1, 2, 3});
        columns.put("s", new String[] {"x", "NA", "y"});
        columns.put("b", new boolean[] {true, false, true});
        columns.put("t", List.of(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH));
        columns.put("o", Arrays.asList(1L, null, 3));

        Table table = Tables.columns(columns);

        assertThat(kinds(table))
                .containsExactly(
                        ColumnKind.NUMERIC,
                        ColumnKind.NUMERIC,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.BOOLEAN,
                        ColumnKind.DATETIME,
                        ColumnKind.NUMERIC);
        assertThat(cells(table, "d")).containsExactly("0.5", "", "");
        assertThat(cells(table, "s")).containsExactly("x", "", "y");
        assertThat(cells(table, "o")).containsExactly("1", "", "3");
    }

    @Test
    void turnsMixedObjectsIntoText() {
        Table table = Tables.columns(Map.of("m", Arrays.asList(null, 1, 2.5, "three", true, LocalDate.EPOCH)));

        assertThat(kinds(table)).containsExactly(ColumnKind.CATEGORICAL);
        assertThat(cells(table, "m")).containsExactly("", "1", "2.5", "three", "true", "1970-01-01T00:00:00Z");
    }

    @Test
    void findsOutWhatTextsMean() {
        Table table = Tables.columns(Map.of("n", List.of("1", "2.5", "NA")));

        assertThat(kinds(table)).containsExactly(ColumnKind.NUMERIC);
        assertThat(cells(table, "n")).containsExactly("1", "2.5", "");
    }

    @Test
    void knowsKeysAmongNumbers() {
        long[] keys = IntStream.range(0, 100)
                .mapToLong(i -> 9_007_199_254_740_993L + i)
                .toArray();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("n", IntStream.range(0, 100).toArray());
        columns.put("key", keys);

        Table table = Tables.columns(columns);

        assertThat(kinds(table)).containsExactly(ColumnKind.ID, ColumnKind.ID);
        assertThat(table.column("key").text(0)).isEqualTo("9007199254740993");
    }

    @Test
    void takesOptionsToo() {
        Table table = reader().kind("n", ColumnKind.CATEGORICAL).columns(Map.of("n", new int[] {1, 2, 1}));

        assertThat(described(table, "n").kind()).isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(cells(table, "n")).containsExactly("1", "2", "1");
    }

    @Test
    void refusesWhatIsNoTable() {
        Map<String, Object> uneven = new LinkedHashMap<>();
        uneven.put("a", new int[] {1, 2});
        uneven.put("b", new int[] {1});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Tables.columns(uneven))
                .withMessageContaining("'b' has 1 rows, but column 'a' has 2");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Tables.columns(Map.of("a", "text")))
                .withMessageContaining("'a' is a String");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> Tables.columns(Map.of()));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> Tables.rows(List.of()));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> Tables.records(new ArrayList<Other>()));
    }
}
