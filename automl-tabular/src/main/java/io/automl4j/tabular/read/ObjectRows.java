package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects in memory as a source: maps, records, or arrays and lists by column. */
public final class ObjectRows {
    private ObjectRows() {}

    /**
     * Rows as maps from column name to value. The columns come in the order of their first appearance; a row that does
     * not speak of a column misses it.
     *
     * @param rows the rows
     * @param options the zone of times without one
     * @return the source
     * @throws DataException if there is no row
     */
    public static RowSource ofMaps(List<? extends Map<String, ?>> rows, ReadOptions options) {
        Map<String, ObjectColumn> columns = new LinkedHashMap<>();
        int row = 0;
        for (Map<String, ?> cells : rows) {
            for (Map.Entry<String, ?> cell : cells.entrySet()) {
                ObjectColumn column = columns.computeIfAbsent(cell.getKey(), name -> column(name, options));
                column.fill(row);
                column.add(cell.getValue());
            }
            row++;
        }
        int count = row;
        columns.values().forEach(column -> column.fill(count));
        return source("The list of maps", List.copyOf(columns.values()));
    }

    private static ObjectColumn column(String name, ReadOptions options) {
        return new ObjectColumn(name, options.effectiveZone());
    }

    /**
     * Rows as records of one class; the columns are its components.
     *
     * @param rows the rows
     * @param options the zone of times without one
     * @return the source
     * @throws DataException if there is no row, or the rows are of different classes
     */
    public static RowSource ofRecords(List<? extends Record> rows, ReadOptions options) {
        if (rows.isEmpty()) {
            throw noRows("The list of records");
        }
        Class<?> type = rows.get(0).getClass();
        RecordComponent[] components = type.getRecordComponents();
        List<ObjectColumn> columns = Arrays.stream(components)
                .map(component -> column(component.getName(), options))
                .toList();
        List<Method> accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        accessors.forEach(accessor -> accessor.setAccessible(true));
        for (int row = 0; row < rows.size(); row++) {
            Record cells = rows.get(row);
            if (cells.getClass() != type) {
                throw new DataException("Row %d is a %s, but row 1 is a %s.%nMaybe use maps for rows of several forms."
                        .formatted(row + 1, cells.getClass().getSimpleName(), type.getSimpleName()));
            }
            for (int i = 0; i < columns.size(); i++) {
                addComponent(columns.get(i), accessors.get(i), cells);
            }
        }
        return source("The list of " + type.getSimpleName(), columns);
    }

    private static void addComponent(ObjectColumn column, Method accessor, Record row) {
        try {
            column.add(accessor.invoke(row));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new DataException("Column '%s' cannot be read from %s.".formatted(column.name(), row.getClass()), e);
        }
    }

    /**
     * Columns by name: arrays of primitives or objects, or collections.
     *
     * @param cells the columns; they come in the order of the map
     * @param options the zone of times without one
     * @return the source
     * @throws DataException if a column is of another length or of no known form
     */
    public static RowSource ofColumns(Map<String, ?> cells, ReadOptions options) {
        List<ObjectColumn> columns = new ArrayList<>();
        cells.forEach((name, values) -> {
            ObjectColumn column = column(name, options);
            addAll(column, values);
            columns.add(column);
        });
        for (ObjectColumn column : columns) {
            if (column.size() != columns.get(0).size()) {
                throw new DataException("Column '%s' has %d rows, but column '%s' has %d."
                        .formatted(
                                column.name(),
                                column.size(),
                                columns.get(0).name(),
                                columns.get(0).size()));
            }
        }
        return source("The map of columns", columns);
    }

    private static void addAll(ObjectColumn column, Object values) {
        if (values instanceof Collection<?> collection) {
            collection.forEach(column::add);
        } else if (values.getClass().isArray()) {
            int length = Array.getLength(values);
            for (int row = 0; row < length; row++) {
                column.add(Array.get(values, row));
            }
        } else {
            throw new DataException("Column '%s' is a %s.%nMaybe give an array or a list of its cells."
                    .formatted(column.name(), values.getClass().getSimpleName()));
        }
    }

    /** The columns as a source; what their classes tell of their kinds is declared. */
    static RowSource source(String title, List<ObjectColumn> collected) {
        if (collected.isEmpty() || collected.get(0).size() == 0) {
            throw noRows(title);
        }
        List<String> names =
                Names.checked(collected.stream().map(ObjectColumn::name).toList(), title);
        List<Column> columns = new ArrayList<>();
        Map<String, ColumnSchema> declared = new HashMap<>();
        for (ObjectColumn column : collected) {
            columns.add(column.built());
            column.declared().ifPresent(schema -> declared.put(schema.name(), schema));
        }
        return new ColumnsSource(title, names, columns, declared);
    }

    static DataException noRows(String title) {
        return new DataException("%s has no rows.".formatted(title));
    }
}
