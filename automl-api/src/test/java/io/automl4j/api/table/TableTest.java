package io.automl4j.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Schema SCHEMA = Schema.of(List.of(
            ColumnSchema.of("x", ColumnKind.NUMERIC),
            ColumnSchema.of("y", ColumnKind.CATEGORICAL),
            ColumnSchema.of("t", ColumnKind.DATETIME)));

    private static Table table() {
        return Table.of(
                SCHEMA,
                List.of(NumericColumn.of(1, 2, 3), StringColumn.of(List.of("a", "b", "a")), TimeColumn.of(1, 2, 3)));
    }

    @Test
    void columnsAreFoundByName() {
        Table table = table();

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.column("y").text(1)).isEqualTo("b");
        assertThat(table.column(0)).isSameAs(table.columns().get(0));
        assertThat(table).hasToString("Table[3 rows, 3 columns]");
        assertThatThrownBy(() -> table.column("z"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'z'")
                .hasMessageContaining("'x', 'y', 't'");
    }

    @Test
    void thereIsOneTarget() {
        Table table = table().withTarget("x").withRole("y", Role.TARGET).withRole("t", Role.TIME);

        assertThat(table.schema().allWithRole(Role.TARGET))
                .extracting(ColumnSchema::name)
                .containsExactly("y");
        assertThat(table.schema().withRole(Role.TIME)).map(ColumnSchema::name).contains("t");
        assertThat(table.schema().columns().get(0).role()).isEqualTo(Role.FEATURE);
    }

    @Test
    void rowsAreSelectedInOrder() {
        Table selected = table().select(new int[] {2, 0, 0});

        assertThat(selected.rows()).isEqualTo(3);
        assertThat(((NumericColumn) selected.column("x")).value(0)).isEqualTo(3);
        assertThat(((TimeColumn) selected.column("t")).millis(2)).isEqualTo(1);
    }

    @Test
    void columnsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Table.of(SCHEMA, List.of(NumericColumn.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 columns");
        assertThatThrownBy(() -> Table.of(
                        SCHEMA, List.of(NumericColumn.of(1, 2), StringColumn.of(List.of("a")), TimeColumn.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'y'");
        assertThatThrownBy(() -> Table.of(SCHEMA, List.of(NumericColumn.of(1), NumericColumn.of(1), TimeColumn.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CATEGORICAL");
    }

    @Test
    void namesAreUnique() {
        assertThatThrownBy(() -> Schema.of(
                        List.of(ColumnSchema.of("a", ColumnKind.TEXT), ColumnSchema.of("a", ColumnKind.TEXT))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'a' appears twice");
    }

    @Test
    void manyNamesAreShortened() {
        Schema wide = Schema.of(java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> ColumnSchema.of("c" + i, ColumnKind.NUMERIC))
                .toList());

        assertThatThrownBy(() -> wide.requireIndex("d")).hasMessageContaining("and 10 more");
        assertThat(wide.indexOf("c7")).hasValue(7);
        assertThat(wide.columns().get(0).withKind(ColumnKind.BOOLEAN, "n|y").format())
                .isEqualTo("n|y");
    }
}
