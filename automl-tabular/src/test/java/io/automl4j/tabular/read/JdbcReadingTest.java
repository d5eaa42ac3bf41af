package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.cells;
import static io.automl4j.tabular.read.Texts.kinds;
import static io.automl4j.tabular.read.Texts.names;
import static io.automl4j.tabular.read.Texts.reader;
import static io.automl4j.tabular.read.Texts.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcReadingTest {
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table t (n int, d decimal(10,2), f double, b boolean, s varchar, c clob,"
                    + " made date, stamp timestamp, zoned timestamp with time zone, clock time, bytes varbinary)");
            statement.execute("insert into t values (1, 2.50, 0.1, true, 'red', 'words', date '2024-01-31',"
                    + " timestamp '2024-01-31 10:20:30', timestamp with time zone '2024-01-31 10:00:00+02:00',"
                    + " time '07:30:00', null)");
            statement.execute("insert into t (s) values ('NA')");
            statement.execute("insert into t (n, s) values (3, '2024-02-01')");
        }
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private Table query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader().jdbc(rows);
        }
    }

    @Test
    void keepsTheTypesOfTheDatabase() throws SQLException {
        Table table = query("select n, d, f, b, s, c, made, stamp, zoned, clock from t");

        assertThat(names(table)).containsExactly("N", "D", "F", "B", "S", "C", "MADE", "STAMP", "ZONED", "CLOCK");
        assertThat(kinds(table))
                .containsExactly(
                        ColumnKind.NUMERIC,
                        ColumnKind.NUMERIC,
                        ColumnKind.NUMERIC,
                        ColumnKind.BOOLEAN,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.DATETIME,
                        ColumnKind.DATETIME,
                        ColumnKind.DATETIME,
                        ColumnKind.DATETIME);
        assertThat(row(table, 0))
                .containsExactly(
                        "1",
                        "2.5",
                        "0.1",
                        "true",
                        "red",
                        "words",
                        "2024-01-31T00:00:00Z",
                        "2024-01-31T10:20:30Z",
                        "2024-01-31T08:00:00Z",
                        "1970-01-01T07:30:00Z");
        assertThat(row(table, 1)).containsOnly("");
    }

    @Test
    void takesTheLabelsOfTheQuery() throws SQLException {
        Table table = query("select n as \"count\", upper(s) as \"colour\" from t where n is not null");

        assertThat(names(table)).containsExactly("count", "colour");
        assertThat(cells(table, "count")).containsExactly("1", "3");
    }

    @Test
    void refusesAnEmptyResult() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> query("select n from t where n = 99"))
                .withMessageContaining("no rows");
    }

    @Test
    void refusesBytesAndDoubledLabels() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> query("select bytes from t"))
                .withMessageContaining("'BYTES' is VARBINARY");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> query("select n, n from t"))
                .withMessageContaining("two columns 'N'");
    }

    @Test
    void saysWhyTheDatabaseFailed() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("select n from t");
            rows.close();

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> reader().jdbc(rows))
                    .withMessageContaining("The database failed")
                    .withCauseInstanceOf(SQLException.class);
        }
    }
}
