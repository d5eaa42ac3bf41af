package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.Tables;
import io.automl4j.testkit.Gen;
import io.automl4j.testkit.SyntheticTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, with a message that helps; and what is only warned of. */
final class BadInputIT {
    private static final int ROWS = 60;

    @TempDir
    Path folder;

    private AutoModel fit(Path file) {
        return fit(Tables.csv(file).withTarget("y"));
    }

    private static AutoModel fit(Table table) {
        return fit(table, "linear");
    }

    private static AutoModel fit(Table table, String... learners) {
        return AutoClassifier.builder()
                .budget(Budget.trials(3))
                .learners(learners)
                .build()
                .fit(table);
    }

    private Path file(String... lines) throws IOException {
        return CsvText.write(folder.resolve("data.csv"), lines);
    }

    /** A sound table with the columns {@code a}, {@code b} and a further one. */
    private Path file(String header, IntFunction<String> cell) throws IOException {
        return file(header, cell, row -> row % 2 == 0 ? "yes" : "no");
    }

    private Path file(String header, IntFunction<String> cell, IntFunction<String> target) throws IOException {
        Gen gen = Gen.of(1);
        List<String> lines = new ArrayList<>(List.of("a,b," + header + ",y"));
        for (int row = 0; row < ROWS; row++) {
            double a = (row % 2 == 0 ? 1 : -1) + gen.normal();
            lines.add(a + "," + gen.pick(List.of("red", "green")) + "," + cell.apply(row) + "," + target.apply(row));
        }
        return file(lines.toArray(String[]::new));
    }

    private void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> fit(file)).isInstanceOf(DataException.class).satisfies(error -> {
            for (String word : words) {
                assertThat(error.getMessage()).containsIgnoringCase(word);
            }
        });
    }

    @Test
    void refusesEmptyFiles() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.csv")), "empty");
    }

    @Test
    void refusesAHeaderWithoutRows() throws IOException {
        assertRefused(file("a,b,y"), "row");
    }

    @Test
    void refusesAnAbsentTarget() throws IOException {
        assertRefused(file("a,b", "1,2", "3,4"), "'y'", "'a'");
    }

    @Test
    void refusesATargetWithoutValues() throws IOException {
        assertRefused(file("c", row -> "1", row -> ""), "missing", "'y'");
    }

    @Test
    void refusesOneClass() throws IOException {
        assertRefused(file("c", row -> "1", row -> "yes"), "'y'", "one", "yes");
    }

    @Test
    void refusesColumnsOfOneName() throws IOException {
        assertRefused(file("a,a,y", "1,2,no", "3,4,yes"), "'a'");
    }

    @Test
    void refusesRowsOfAnotherLength() throws IOException {
        assertRefused(file("a,b,y", "1,2,no", "3,4,5,yes", "6,7,no"), "3");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "a,y\nGr\u00f6\u00dfe,no\nx,yes\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file, "UTF-8", "2");
    }

    @Test
    void refusesRowsThatLackAColumn() throws IOException {
        AutoModel model = fit(file("c", row -> Integer.toString(row % 7)));
        Table short1 = Tables.csv(CsvText.write(folder.resolve("short.csv"), "a,c", "1,2"));
        assertThatThrownBy(() -> model.predict(short1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'b'");
    }

    private static void assertWarned(AutoModel model, DataWarning.Kind kind, String column) {
        assertThat(model.report().warnings())
                .anyMatch(warning -> warning.kind() == kind && warning.column().equals(column));
    }

    @Test
    void warnsOfColumnsWithoutValues() throws IOException {
        assertWarned(fit(file("void", row -> "")), DataWarning.Kind.ALL_MISSING, "void");
    }

    @Test
    void withoutAColumnToLearnFromOnlyThePriorIsTried() throws IOException {
        AutoModel model = AutoClassifier.builder()
                .build()
                .fit(Tables.csv(file("y,same", "a,1", "b,1", "a,1", "b,1", "a,1", "b,1"))
                        .withTarget("y"));
        assertWarned(model, DataWarning.Kind.NO_FEATURES, "");
        assertThat(model.leaderboard())
                .singleElement()
                .satisfies(row -> assertThat(row.learner()).isEqualTo("prior"));
    }

    @Test
    void warnsOfConstantColumns() throws IOException {
        assertWarned(fit(file("same", row -> "7")), DataWarning.Kind.CONSTANT, "same");
    }

    @Test
    void warnsOfRowsWithoutTarget() throws IOException {
        Path file = file("c", row -> Integer.toString(row % 7), row -> row < 6 ? "" : row % 2 == 0 ? "yes" : "no");
        AutoModel model = fit(file);
        assertThat(model.report().warnings()).anyMatch(warning -> warning.kind() == DataWarning.Kind.MISSING_TARGET);
        assertThat(model.report().provenance().rows()).isEqualTo(ROWS - 6);
    }

    @Test
    void readsNumbersThatAreNoneAsMissing() throws IOException {
        IntFunction<String> odd = row -> row == 5 ? "1e400" : row == 6 ? "NaN" : Integer.toString(row % 7);
        Table table = Tables.csv(file("c", odd));
        assertThat(table.column("c").isMissing(5)).isTrue();
        assertThat(table.column("c").isMissing(6)).isTrue();
        assertThat(table.column("c").isMissing(7)).isFalse();
        assertThat(fit(table.withTarget("y")).members()).isNotEmpty();
    }

    @Test
    void predictsStrangeRows() throws IOException {
        AutoModel model = fit(file("c", row -> Integer.toString(row % 7)));
        Path strange = CsvText.write(
                folder.resolve("strange.csv"),
                "extra,y,c,b,a",
                "x,maybe,3,octarine,0.5",
                "y,yes,1e400,,",
                "z,,three,red,NaN");
        PredictedRows rows = model.predict(Tables.csv(strange));
        assertThat(rows.rows()).isEqualTo(3);
        for (int row = 0; row < 3; row++) {
            assertThat(rows.label(row)).isIn("yes", "no");
            assertThat(rows.probability(row, 0) + rows.probability(row, 1)).isBetween(0.999, 1.001);
        }
    }

    @Test
    void standsAClassOfOneRow() throws IOException {
        AutoModel model = fit(file("c", row -> "1", row -> row == 9 ? "rare" : row % 2 == 0 ? "yes" : "no"));
        assertThat(model.task().classes()).contains("rare");
        assertThat(model.report().warnings()).anyMatch(warning -> warning.kind() == DataWarning.Kind.RARE_CLASS);
    }

    @Test
    void networksStandStrangeColumns() throws IOException {
        Path file = file(
                "void,same,huge,own",
                row -> ",7," + (row % 3 == 0 ? "1e300" : row % 3 == 1 ? "-1e30" : "1e-30") + ",level" + row);
        Table table = Tables.csv(file);
        PredictedRows rows = fit(table.withTarget("y"), "mlp", "resnet").predict(table);
        for (int row = 0; row < ROWS; row++) {
            assertThat(rows.probability(row, 0) + rows.probability(row, 1)).isBetween(0.999, 1.001);
        }
    }

    @Test
    void networksStandAFewRows() throws IOException {
        Table table = Tables.csv(file("a,b,y", "1,2,no", "3,4,yes", "5,1,no"));
        assertThat(fit(table.withTarget("y"), "mlp", "resnet").predict(table).rows())
                .isEqualTo(3);
    }

    @Test
    void standsAFewRows() throws IOException {
        AutoModel model = fit(file("a,b,y", "1,2,no", "3,4,yes", "5,1,no", "2,2,yes"));
        assertThat(model.predict(Tables.csv(folder.resolve("data.csv"))).rows()).isEqualTo(4);
    }

    @Test
    void standsTenThousandColumns() {
        int columns = 10_000;
        Table wide = SyntheticTables.wide(TaskType.BINARY, 80, columns, 1).table();
        assertThat(fit(wide).predict(wide).rows()).isEqualTo(80);
    }

    @Test
    void readsTenThousandColumns() throws IOException {
        String header = IntStream.range(0, 10_000).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(Tables.csv(file(header, row, row)).columns()).hasSize(10_000);
    }
}
