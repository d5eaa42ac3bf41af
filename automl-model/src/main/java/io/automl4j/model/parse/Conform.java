package io.automl4j.model.parse;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings new rows to the feature columns of a training schema: columns are found by name, in any order, extra ones are
 * dropped, cells of another kind are converted through their text. Columns of {@link ColumnKind#ID} are of no use for
 * prediction and therefore not asked for.
 *
 * @implNote Safe for use by many threads.
 */
public final class Conform {
    private final Schema features;
    private final Conversion conversion;

    private Conform(Schema features) {
        this.features = features;
        this.conversion = Conversion.by(ValueParser.of(features));
    }

    /**
     * Prepares for a schema; worth keeping where many rows come one by one.
     *
     * @param wanted the schema of the training table
     * @return what brings rows to its feature columns
     */
    public static Conform to(Schema wanted) {
        return new Conform(wanted.withColumns(wanted.allWithRole(Role.FEATURE).stream()
                .filter(column -> column.kind() != ColumnKind.ID)
                .toList()));
    }

    /**
     * A table with the feature columns of a schema.
     *
     * @param table any table
     * @param wanted the schema of the training table
     * @return the table of the feature columns, in the order of the schema
     * @throws DataException if a feature column is missing; the message names it
     */
    public static Table table(Table table, Schema wanted) {
        return to(wanted).table(table);
    }

    /**
     * The schema that results.
     *
     * @return the feature columns
     */
    public Schema features() {
        return features;
    }

    /**
     * A table with the feature columns.
     *
     * @param table any table
     * @return the table of the feature columns, in the order of the schema
     * @throws DataException if a feature column is missing; the message names it
     */
    public Table table(Table table) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            positions.put(table.schema().columns().get(i).name(), i);
        }
        List<Column> columns = new ArrayList<>();
        for (ColumnSchema wanted : features.columns()) {
            Integer position = positions.get(wanted.name());
            if (position == null) {
                throw absent(wanted, positions.keySet().stream().sorted().toList());
            }
            ColumnSchema given = table.schema().columns().get(position);
            columns.add(conversion.column(table.column(position), given, wanted));
        }
        return Table.of(features, columns);
    }

    /**
     * A table of one row with the feature columns.
     *
     * @param row values by column name: numbers, truth values, texts, enum constants, points in time; null is missing
     * @return the table of the feature columns, in the order of the schema
     * @throws DataException if a feature column has no key; the message names it
     */
    public Table row(Map<String, ?> row) {
        List<Column> columns = new ArrayList<>();
        for (ColumnSchema wanted : features.columns()) {
            Object value = row.get(wanted.name());
            if (value == null && !row.containsKey(wanted.name())) {
                throw absent(wanted, row.keySet().stream().sorted().toList());
            }
            columns.add(value == null ? missing(wanted) : conversion.cell(value, wanted));
        }
        return Table.of(features, columns);
    }

    private static Column missing(ColumnSchema wanted) {
        return switch (wanted.kind()) {
            case NUMERIC -> NumericColumn.of(Double.NaN);
            case DATETIME -> TimeColumn.of(TimeColumn.MISSING);
            default -> StringColumn.of(List.of(""));
        };
    }

    private static DataException absent(ColumnSchema wanted, List<String> names) {
        String given = String.join(", ", names.stream().limit(20).toList()) + (names.size() > 20 ? ", …" : "");
        return new DataException(("Column '%s' (%s) was there in training but is missing in the new data.%n"
                        + "Maybe it is written differently among: %s. Leave its cells empty if the values are unknown.")
                .formatted(wanted.name(), wanted.kind(), given));
    }
}
