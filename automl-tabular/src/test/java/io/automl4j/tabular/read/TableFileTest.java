package io.automl4j.tabular.read;

import static io.automl4j.tabular.read.Texts.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {
    @TempDir
    private Path folder;

    private static Table table(int rows) {
        SplittableRandom random = new SplittableRandom(3);
        Map<ColumnSchema, Column> columns = new LinkedHashMap<>();
        for (double most : new double[] {100, 30_000, 2e9, 1e12}) {
            columns.put(
                    ColumnSchema.of("whole " + most, ColumnKind.NUMERIC),
                    NumericColumn.of(random.doubles(rows, -most, most)
                            .map(x -> x > most / 2 ? Double.NaN : Math.rint(x))
                            .toArray()));
        }
        columns.put(
                ColumnSchema.of("float", ColumnKind.NUMERIC),
                NumericColumn.of(random.doubles(rows).map(x -> (float) x).toArray()));
        columns.put(
                ColumnSchema.of("double", ColumnKind.NUMERIC).withRole(Role.TARGET),
                NumericColumn.of(random.doubles(rows).toArray()));
        columns.put(
                new ColumnSchema("day", ColumnKind.DATETIME, Role.TIME, "dd/MM/yyyy"),
                TimeColumn.of(random.longs(rows, -1L << 40, 1L << 40)
                        .map(t -> t % 5 == 0 ? TimeColumn.MISSING : t)
                        .toArray()));
        columns.put(new ColumnSchema("smoker", ColumnKind.BOOLEAN, Role.FEATURE, "no|yes"), texts(random, rows, 2));
        columns.put(ColumnSchema.of("ünïcode \uD83D\uDE00", ColumnKind.TEXT), texts(random, rows, 5000));
        Schema schema = new Schema(List.copyOf(columns.keySet()), Set.of("", "-9"), ZoneId.of("Asia/Tokyo"));
        return Table.of(schema, List.copyOf(columns.values()));
    }

    private static Column texts(SplittableRandom random, int rows, int levels) {
        return StringColumn.of(
                IntStream.range(0, levels).mapToObj(i -> "lével " + i).toList(),
                random.ints(rows, -1, levels).toArray());
    }

    private static void assertSame(Table read, Table written) {
        assertThat(read.schema()).isEqualTo(written.schema());
        assertThat(read.rows()).isEqualTo(written.rows());
        for (int i = 0; i < written.columns().size(); i++) {
            for (int row = 0; row < written.rows(); row++) {
                assertThat(read.column(i).text(row)).isEqualTo(written.column(i).text(row));
            }
        }
    }

    @Test
    void readsWhatItWrote() {
        Table table = table(500);
        Path file = folder.resolve("t.table");

        TableFile.write(table, file);

        assertSame(TableFile.read(file), table);
    }

    @Test
    void keepsBlocksLargerThanItsBuffer() {
        Table table = table(20_000);
        Path file = folder.resolve("t.table");

        TableFile.write(table, file);
        Table read = TableFile.read(file);

        assertThat(read.rows()).isEqualTo(20_000);
        assertThat(read.column("double").text(19_999))
                .isEqualTo(table.column("double").text(19_999));
    }

    @Test
    void writesATableWithoutRows() {
        Table none = table(1).select(new int[0]);
        Path file = folder.resolve("t.table");

        TableFile.write(none, file);

        assertThat(TableFile.read(file).rows()).isZero();
    }

    @Test
    void writesTheSameBytesForTheSameTable() throws IOException {
        TableFile.write(table(50), folder.resolve("a"));
        TableFile.write(table(50), folder.resolve("b"));

        assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("b"))).isEqualTo(-1);
    }

    @Test
    void replacesAFileAndLeavesNothingBeside() throws IOException {
        Path file = file(folder, "t.table", "old");

        TableFile.write(table(5), file);

        assertThat(TableFile.read(file).rows()).isEqualTo(5);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesNothingWhereItCannotWrite() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(
                        () -> TableFile.write(table(5), folder.resolve("absent").resolve("t.table")))
                .withMessageContaining("cannot be written");
    }

    @Test
    void refusesEveryDamagedByte() throws IOException {
        Path file = folder.resolve("t.table");
        TableFile.write(table(5).select(new int[] {0, 1}), file);
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 1 + at / 400) {
            byte[] bad = good.clone();
            bad[at] ^= 0x55;
            Path damaged = file(folder, "bad.table", bad);

            assertThatExceptionOfType(DataException.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> TableFile.read(damaged))
                    .withMessageContaining("bad.table");
        }
    }

    @Test
    void refusesAFileThatIsCutOffOrGoesOn() throws IOException {
        Path file = folder.resolve("t.table");
        TableFile.write(table(3), file);
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 8, 11, 12, 40, good.length / 2, good.length - 1, good.length + 1}) {
            Path cut = file(folder, "cut.table", Arrays.copyOf(good, length));

            assertThatExceptionOfType(DataException.class)
                    .as("%d of %d bytes", length, good.length)
                    .isThrownBy(() -> TableFile.read(cut))
                    .withMessageContaining("cut.table");
        }
    }

    @Test
    void refusesANewerVersion() throws IOException {
        Path file = folder.resolve("t.table");
        TableFile.write(table(3), file);
        byte[] newer = Files.readAllBytes(file);
        newer[8] = 2;
        Path renewed = file(folder, "newer.table", newer);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFile.read(renewed))
                .withMessageContaining("version 2")
                .withMessageContaining("update the library");
    }

    @Test
    void knowsItsFiles() {
        Path file = folder.resolve("t.table");
        TableFile.write(table(3), file);

        assertThat(TableFile.is(file)).isTrue();
        assertThat(TableFile.is(file(folder, "a.csv", "a\n1\n"))).isFalse();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFile.read(folder.resolve("a.csv")))
                .withMessageContaining("no table file");
    }
}
