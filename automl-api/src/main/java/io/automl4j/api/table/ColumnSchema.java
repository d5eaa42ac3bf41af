package io.automl4j.api.table;

import static java.util.Objects.requireNonNull;

/**
 * Name, kind and role of a column.
 *
 * @param name the name, unique within the table
 * @param kind what the cells mean
 * @param role what the column is used for
 * @param format how raw text of the column is parsed: for {@link ColumnKind#DATETIME} a pattern of {@link
 *     java.time.format.DateTimeFormatter} or {@code epoch-millis} or {@code epoch-seconds}; for {@link
 *     ColumnKind#BOOLEAN} the two tokens {@code false|true} such as {@code no|yes}; else empty
 */
public record ColumnSchema(String name, ColumnKind kind, Role role, String format) {

    /** Checks that nothing is null. */
    public ColumnSchema {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(role, "role");
        requireNonNull(format, "format");
    }

    /**
     * A feature without a format.
     *
     * @param name the name
     * @param kind the kind
     * @return the schema of the column
     */
    public static ColumnSchema of(String name, ColumnKind kind) {
        return new ColumnSchema(name, kind, Role.FEATURE, "");
    }

    /**
     * The same column in another role.
     *
     * @param other the role
     * @return a copy
     */
    public ColumnSchema withRole(Role other) {
        return new ColumnSchema(name, kind, other, format);
    }

    /**
     * The same column with another kind and format.
     *
     * @param other the kind
     * @param otherFormat its format, or empty
     * @return a copy
     */
    public ColumnSchema withKind(ColumnKind other, String otherFormat) {
        return new ColumnSchema(name, other, role, otherFormat);
    }
}
