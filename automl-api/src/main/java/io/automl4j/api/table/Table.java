package io.automl4j.api.table;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows and named columns, immutable.
 *
 * <pre>{@code
 * Table train = Tables.csv(Path.of("credit.csv")).withTarget("class").withRole("customer", Role.GROUP);
 * }</pre>
 *
 * @implNote Safe for use by many threads. Copies made by the {@code with} methods share their cells.
 */
public final class Table {
    private final Schema schema;
    private final List<Column> columns;
    private final int rows;

    private Table(Schema schema, List<Column> columns, int rows) {
        this.schema = schema;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * A table of columns.
     *
     * @param schema names, kinds and roles
     * @param columns the cells, in the order of the schema
     * @return the table
     * @throws IllegalArgumentException if the number of columns differs from the schema's, a column is stored in
     *     another form than its kind wants, or two columns differ in length
     */
    public static Table of(Schema schema, List<? extends Column> columns) {
        Checks.argument(
                schema.columns().size() == columns.size(),
                "The schema has %d columns, but %d were given.",
                schema.columns().size(),
                columns.size());
        int rows = columns.isEmpty() ? 0 : columns.get(0).size();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSchema described = schema.columns().get(i);
            Column column = columns.get(i);
            Checks.argument(
                    column.size() == rows,
                    "Column '%s' has %d rows, but the first column has %d.",
                    described.name(),
                    column.size(),
                    rows);
            Checks.argument(
                    storedAs(described.kind()).isInstance(column),
                    "Column '%s' is %s, but its cells are a %s.",
                    described.name(),
                    described.kind(),
                    column.getClass().getSimpleName());
        }
        return new Table(schema, List.copyOf(columns), rows);
    }

    private static Class<? extends Column> storedAs(ColumnKind kind) {
        return switch (kind) {
            case NUMERIC -> NumericColumn.class;
            case DATETIME -> TimeColumn.class;
            default -> StringColumn.class;
        };
    }

    /**
     * Names, kinds and roles of the columns.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * The cells of all columns, in the order of the schema.
     *
     * @return the columns
     */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The cells of a column.
     *
     * @param index the position of the column, from 0
     * @return the column
     */
    public Column column(int index) {
        return columns.get(index);
    }

    /**
     * The cells of a column.
     *
     * @param name the column's name
     * @return the column
     * @throws DataException if there is none of this name
     */
    public Column column(String name) {
        return columns.get(schema.requireIndex(name));
    }

    /**
     * The same table with another target; the column that was the target before becomes a feature.
     *
     * @param name the target's name
     * @return a table that shares its cells with this one
     * @throws DataException if there is none of this name
     */
    public Table withTarget(String name) {
        int index = schema.requireIndex(name);
        List<ColumnSchema> changed = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            ColumnSchema column = schema.columns().get(i);
            Role role = i == index ? Role.TARGET : column.role() == Role.TARGET ? Role.FEATURE : column.role();
            changed.add(column.withRole(role));
        }
        return new Table(schema.withColumns(changed), columns, rows);
    }

    /**
     * The same table with a column in another role.
     *
     * @param name the column's name
     * @param role its role
     * @return a table that shares its cells with this one
     * @throws DataException if there is none of this name
     */
    public Table withRole(String name, Role role) {
        return role == Role.TARGET ? withTarget(name) : replace(name, column -> column.withRole(role));
    }

    private Table replace(String name, UnaryOperator<ColumnSchema> change) {
        List<ColumnSchema> changed = new ArrayList<>(schema.columns());
        int index = schema.requireIndex(name);
        changed.set(index, change.apply(changed.get(index)));
        return new Table(schema.withColumns(changed), columns, rows);
    }

    /**
     * Some rows of this table, in the given order.
     *
     * @param selected row numbers, from 0; repetitions are allowed
     * @return a table of {@code selected.length} rows
     */
    public Table select(int[] selected) {
        return new Table(schema, columns.stream().map(c -> c.select(selected)).toList(), selected.length);
    }

    @Override
    public String toString() {
        return "Table[%d rows, %d columns]".formatted(rows, columns.size());
    }
}
