package io.automl4j.api.table;

import io.automl4j.api.DataException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The columns of a table in order, and how raw text becomes values: everything that prediction needs to read new data
 * exactly as the training data was read.
 *
 * @param columns the columns in the order of the table; names are unique
 * @param missingTokens texts that mean a missing cell, compared after trimming and without regard to case
 * @param zone the time zone of datetimes that name none
 */
public record Schema(List<ColumnSchema> columns, Set<String> missingTokens, ZoneId zone) {

    /** The missing tokens that are used unless others are given. */
    public static final Set<String> DEFAULT_MISSING_TOKENS =
            Set.of("", "na", "n/a", "nan", "null", "?", "-nan", "#n/a", "<na>");

    /**
     * Copies the collections.
     *
     * @throws DataException if two columns have the same name
     */
    public Schema {
        columns = List.copyOf(columns);
        missingTokens = Set.copyOf(missingTokens);
        Set<String> names = new HashSet<>();
        for (ColumnSchema column : columns) {
            if (!names.add(column.name())) {
                throw new DataException(
                        "Column '%s' appears twice.%nMaybe rename one of the two.".formatted(column.name()));
            }
        }
    }

    /**
     * A schema with the default missing tokens and UTC.
     *
     * @param columns the columns in order
     * @return the schema
     */
    public static Schema of(List<ColumnSchema> columns) {
        return new Schema(columns, DEFAULT_MISSING_TOKENS, ZoneId.of("UTC"));
    }

    /**
     * The position of a column.
     *
     * @param name the column's name
     * @return its index, or empty if there is none of this name
     */
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The position of a column that must exist.
     *
     * @param name the column's name
     * @return its index
     * @throws DataException if there is none of this name; the message lists the names that exist
     */
    public int requireIndex(String name) {
        return indexOf(name)
                .orElseThrow(() -> new DataException(
                        "There is no column '%s'.%nMaybe one of these: %s".formatted(name, namesInBrief())));
    }

    /**
     * The first column with a role.
     *
     * @param role the role
     * @return the column, or empty if none has the role
     */
    public Optional<ColumnSchema> withRole(Role role) {
        return columns.stream().filter(c -> c.role() == role).findFirst();
    }

    /**
     * All columns with a role, in order.
     *
     * @param role the role
     * @return the columns
     */
    public List<ColumnSchema> allWithRole(Role role) {
        return columns.stream().filter(c -> c.role() == role).toList();
    }

    /**
     * The same schema with other columns.
     *
     * @param others the columns
     * @return a copy
     */
    public Schema withColumns(List<ColumnSchema> others) {
        return new Schema(others, missingTokens, zone);
    }

    private String namesInBrief() {
        String shown = String.join(
                ", ", columns.stream().limit(20).map(c -> "'" + c.name() + "'").toList());
        return columns.size() > 20 ? shown + " and " + (columns.size() - 20) + " more" : shown;
    }
}
