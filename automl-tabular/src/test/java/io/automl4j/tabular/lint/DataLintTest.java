package io.automl4j.tabular.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.tabular.Validation;
import io.automl4j.tabular.validation.LabelledTable;
import io.automl4j.tabular.validation.Tab;
import io.automl4j.tabular.validation.ValidationPlanner;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLintTest {
    private static final int ROWS = 400;
    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] noise = random.doubles(ROWS).toArray();
    private final int[] coin = random.ints(ROWS, 0, 2).toArray();

    private static LintReport inspect(Table table) {
        LabelledTable labelled = Tab.labelled(table);
        Task task = Tab.task(table);
        return DataLint.inspect(labelled, task, ValidationPlanner.plan(labelled, task, Validation.folds(5), 1));
    }

    private static List<String> found(LintReport report) {
        return report.warnings().stream()
                .map(warning -> warning.kind() + " " + warning.column())
                .toList();
    }

    private Tab sound() {
        return Tab.rows(ROWS).number("noise", row -> noise[row]);
    }

    private Table withCoin(Tab tab) {
        return tab.category("y", row -> coin[row] == 0 ? "no" : "yes").build();
    }

    @Test
    void soundTableIsLeftAlone() {
        Table table = withCoin(sound().category("c", row -> "l" + row % 7).number("k", row -> row % 13));
        LintReport report = inspect(table);

        assertThat(report.warnings()).isEmpty();
        assertThat(report.table().schema()).isEqualTo(table.schema());
    }

    @Test
    void columnsWithoutInformationAreIgnored() {
        Table table = withCoin(sound().number("constant", row -> 3)
                .number("empty", row -> Double.NaN)
                .category("same", row -> "x")
                .time("day", row -> 86_400_000L)
                .number("sometimes", row -> row % 2 == 0 ? 1 : Double.NaN));
        LintReport report = inspect(table);

        assertThat(found(report))
                .containsExactly("CONSTANT constant", "ALL_MISSING empty", "CONSTANT same", "CONSTANT day");
        assertThat(report.table().schema().allWithRole(Role.IGNORED))
                .extracting(column -> column.name())
                .containsExactly("constant", "empty", "same", "day");
        assertThat(report.warnings().get(0)).hasToString("Column 'constant': every row is '3'. It is not used.");
        assertThat(report.table().column("constant")).isSameAs(table.column("constant"));
    }

    @Test
    void duplicateOfAnEarlierColumnIsIgnored() {
        LintReport report = inspect(withCoin(sound().number("copy", row -> noise[row])
                .category("c", row -> "l" + row % 7)
                .category("d", row -> row % 7 == 0 ? "l0" : "l" + row % 7)
                .category("e", row -> "m" + row % 7)
                .number("gap", row -> row % 5 == 0 ? Double.NaN : noise[row])
                .number("gap2", row -> row % 5 == 0 ? Double.NaN : noise[row])));

        assertThat(found(report))
                .containsExactly("DUPLICATE_COLUMN copy", "DUPLICATE_COLUMN d", "DUPLICATE_COLUMN gap2");
        assertThat(report.warnings().get(0).message()).contains("'noise'");
    }

    @Test
    void keysAreIgnoredIfTheirKindSaysSo() {
        LintReport report = inspect(withCoin(sound().number("number", row -> 1000 + row * 7 % ROWS)
                .category("code", row -> "A-" + row * 31)
                .text("id", ColumnKind.ID, row -> "u" + row)
                .text("title", ColumnKind.TEXT, row -> "a title of item " + row)
                .number("price", row -> row * 97)
                .number("almost", row -> row >> 1)));

        assertThat(found(report)).containsExactly("ID_LIKE id");
        assertThat(report.warnings().get(0).message()).contains("'u0'");
    }

    @Test
    void proxiesOfClassesAreKeptAndNamed() {
        LintReport report = inspect(withCoin(sound().number("copy", row -> coin[row])
                .category("renamed", row -> coin[row] == 0 ? "kept" : "left")
                .number("shifted", row -> (coin[row] == 0 ? -5 : 5) + noise[row])
                .number("ring", row -> coin[row] == 0 ? noise[row] : noise[row] + (row % 2 == 0 ? 3 : -3))
                .number("good", row -> coin[row] + 1.2 * noise[row])));

        assertThat(found(report)).containsExactly("PROXY copy", "PROXY renamed", "PROXY shifted", "PROXY ring");
        assertThat(report.table().schema().allWithRole(Role.IGNORED)).isEmpty();
        assertThat(report.warnings().get(0).action()).startsWith("It is kept");
    }

    @Test
    void rareClassDoesNotMakeEveryColumnAProxy() {
        LintReport report = inspect(sound().number("x", row -> row % 17)
                .category("y", row -> row % 50 == 0 ? "rare" : "common")
                .build());

        assertThat(found(report)).isEmpty();
    }

    @Test
    void sortedFileIsNoReasonToWarn() {
        LintReport report = inspect(sound().category("c", row -> row % 3 == 0 ? "a" : "b")
                .number("k", row -> row * 7 % 5)
                .category("y", row -> row < ROWS / 2 ? "no" : "yes")
                .build());

        assertThat(found(report)).isEmpty();
    }

    @Test
    void proxiesOfNumbersAreFoundInAnyForm() {
        IntToDoubleFunction y = row -> Math.exp(8 * noise[row]);
        LintReport report = inspect(Tab.rows(ROWS)
                .number("copy", y)
                .number("logarithm", row -> -3 * noise[row] + 2)
                .number("close", row -> noise[row] + 0.05 * coin[row])
                .number("y", y)
                .build());

        assertThat(found(report)).containsExactly("PROXY copy", "PROXY logarithm");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 49})
    void fewRowsProveNothing(int rows) {
        LintReport report = inspect(Tab.rows(rows)
                .number("copy", row -> row % 2 + 0.5)
                .number("y", row -> row % 2)
                .build());

        assertThat(report.warnings()).noneMatch(warning -> warning.kind() == DataWarning.Kind.PROXY);
    }

    @Test
    void equalRowsAreCounted() {
        LintReport report = inspect(Tab.rows(ROWS)
                .number("x", row -> row < 100 ? row % 50 : noise[row])
                .category("y", row -> coin[row < 100 ? row % 50 : row] == 0 ? "no" : "yes")
                .build());

        assertThat(found(report)).containsExactly("DUPLICATE_ROWS ");
        assertThat(report.warnings().get(0).message()).startsWith("100 rows equal another row in every feature");
    }

    @Test
    void conflictingLabelsAreCounted() {
        LintReport report = inspect(Tab.rows(ROWS)
                .number("x", row -> row < 100 ? row % 50 : noise[row])
                .category("y", row -> row < 100 ? (row < 50 ? "no" : "yes") : coin[row] == 0 ? "no" : "yes")
                .build());

        assertThat(found(report)).containsExactly("DUPLICATE_ROWS ", "CONFLICTING_LABELS y");
        assertThat(report.warnings().get(1).message()).startsWith("100 rows");
    }

    @Test
    void rareClassesAreNamed() {
        LintReport report = inspect(sound().category("y", row -> row == 0 ? "one" : row < 4 ? "three" : "k" + row % 3)
                .build());

        assertThat(found(report)).containsExactly("RARE_CLASS y");
        assertThat(report.warnings().get(0).message())
                .isEqualTo("classes of fewer than 5 rows: 'one' (1), 'three' (3).");
    }

    @Test
    void classesThatDifferByCaseAreNamed() {
        LintReport report = inspect(
                sound().category("y", row -> List.of("good", "Good", "bad").get(row % 3))
                        .build());
        assertThat(found(report)).containsExactly("SIMILAR_CLASSES y");
        assertThat(report.warnings().get(0).message())
                .contains("'Good', 'good'")
                .doesNotContain("bad");
    }

    @Test
    void otherRolesAreNotInspected() {
        LintReport report = inspect(withCoin(sound().number("w", row -> 1)
                .role(Role.WEIGHT)
                .number("i", row -> 2)
                .role(Role.IGNORED)));

        assertThat(report.warnings()).isEmpty();
    }
}
