package io.automl4j.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.automl4j.api.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = Table.of(
            Schema.of(List.of(
                    ColumnSchema.of("x", ColumnKind.NUMERIC),
                    ColumnSchema.of("c", ColumnKind.CATEGORICAL),
                    ColumnSchema.of("t", ColumnKind.DATETIME))),
            List.of(NumericColumn.of(1, 2), StringColumn.of(List.of("a", "")), TimeColumn.of(0, 1)));

    @Test
    void findsColumnsByName() {
        assertThat(table.column("c")).isSameAs(table.column(1));
        assertThat(table.schema().indexOf("t")).hasValue(2);
        assertThat(table.schema().indexOf("no")).isEmpty();
    }

    @Test
    void namesTheColumnsThatExist() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> table.column("C"))
                .withMessageContaining("'C'")
                .withMessageContaining("'x', 'c', 't'");
    }

    @Test
    void hasOneTargetAtMost() {
        Table second = table.withTarget("x").withTarget("c");

        assertThat(second.schema().allWithRole(Role.TARGET))
                .extracting(ColumnSchema::name)
                .containsExactly("c");
        assertThat(second.schema().columns().get(0).role()).isEqualTo(Role.FEATURE);
        assertThat(second.column(0)).isSameAs(table.column(0));
    }

    @Test
    void leavesTheOriginalAsItIs() {
        Table other = table.withRole("t", Role.TIME);

        assertThat(other.schema().withRole(Role.TIME)).map(ColumnSchema::name).contains("t");
        assertThat(table.schema().withRole(Role.TIME)).isEmpty();
    }

    @Test
    void selectsRows() {
        Table selected = table.select(new int[] {1, 1, 0});

        assertThat(selected.rows()).isEqualTo(3);
        assertThat(selected.column("x").text(0)).isEqualTo("2");
        assertThat(selected.column("c").isMissing(0)).isTrue();
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        Schema schema =
                Schema.of(List.of(ColumnSchema.of("x", ColumnKind.NUMERIC), ColumnSchema.of("y", ColumnKind.NUMERIC)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(schema, List.of(NumericColumn.of(1))))
                .withMessageContaining("2 columns, but 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(schema, List.of(NumericColumn.of(1), NumericColumn.of(1, 2))))
                .withMessageContaining("'y'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(schema, List.of(NumericColumn.of(1), TimeColumn.of(1))))
                .withMessageContaining("TimeColumn");
    }

    @Test
    void refusesDoubledNames() {
        ColumnSchema column = ColumnSchema.of("x", ColumnKind.NUMERIC);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Schema.of(List.of(column, column)))
                .withMessageContaining("'x' appears twice");
    }
}
