package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query. */
public final class JdbcRows {
    private JdbcRows() {}

    /**
     * Reads a result set to its end; numbers, truth values and times keep the types of the database.
     *
     * @param rows the result set, before its first row; it stays open
     * @param options the zone of times without one
     * @return the source
     * @throws DataException if there is no row, the database fails, or a column holds bytes
     */
    public static RowSource of(ResultSet rows, ReadOptions options) {
        try {
            ResultSetMetaData described = rows.getMetaData();
            List<ObjectColumn> columns = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(column(described, i, options));
            }
            while (rows.next()) {
                for (int i = 1; i <= columns.size(); i++) {
                    columns.get(i - 1).add(cell(rows, i, described.getColumnType(i)));
                }
            }
            return ObjectRows.source("The query's result", columns);
        } catch (SQLException e) {
            throw new DataException("The database failed while rows were read: %s".formatted(e.getMessage()), e);
        }
    }

    private static ObjectColumn column(ResultSetMetaData described, int index, ReadOptions options)
            throws SQLException {
        String name = described.getColumnLabel(index);
        switch (described.getColumnType(index)) {
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.ARRAY, Types.STRUCT ->
                throw new DataException(
                        "Column '%s' is %s, which is no cell of a table.%nMaybe leave it out of the query."
                                .formatted(
                                        name,
                                        JDBCType.valueOf(described.getColumnType(index))
                                                .getName()));
            default -> {
                return new ObjectColumn(name, options.effectiveZone());
            }
        }
    }

    /** Times without a zone are taken as the database writes them, not as an instant in this machine's zone. */
    private static @Nullable Object cell(ResultSet rows, int index, int type) throws SQLException {
        switch (type) {
            case Types.TIMESTAMP -> {
                Timestamp time = rows.getTimestamp(index);
                return time == null ? null : time.toLocalDateTime();
            }
            case Types.DATE -> {
                Date date = rows.getDate(index);
                return date == null ? null : date.toLocalDate();
            }
            case Types.TIME -> {
                Time time = rows.getTime(index);
                return time == null ? null : time.toLocalTime();
            }
            case Types.TIMESTAMP_WITH_TIMEZONE -> {
                return rows.getObject(index, OffsetDateTime.class);
            }
            case Types.CLOB, Types.NCLOB, Types.OTHER -> {
                return rows.getString(index);
            }
            default -> {
                return rows.getObject(index);
            }
        }
    }
}
