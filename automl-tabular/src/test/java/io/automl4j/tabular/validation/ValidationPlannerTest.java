package io.automl4j.tabular.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.tabular.Validation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationPlannerTest {

    private static ValidationPlan plan(Table table, Validation validation) {
        ValidationPlan plan = ValidationPlanner.plan(Tab.labelled(table), Tab.task(table), validation, 1);
        assertThat(plan.folds()).isNotEmpty().allSatisfy(fold -> {
            assertThat(fold.train()).isNotEmpty().isSorted();
            assertThat(fold.validation()).isNotEmpty().isSorted();
            int[] trained = fold.train();
            assertThat(Arrays.stream(fold.validation()).filter(row -> Arrays.binarySearch(trained, row) >= 0))
                    .as("rows on both sides")
                    .isEmpty();
        });
        return plan;
    }

    private static Table classes(int rows, int... counts) {
        String[] labels = new String[rows];
        int row = 0;
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                labels[row++] = "c" + label;
            }
        }
        return Tab.rows(rows).number("x", i -> i).category("y", i -> labels[i]).build();
    }

    private static Set<String> classesOf(Table table, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> table.column("y").text(row)).collect(Collectors.toSet());
    }

    /** Only folds that never saw a row's label watched may say when the model that is judged by it stops. */
    @Test
    void foldsOfOneRepetitionAreDisjoint() {
        ValidationPlan repeated = plan(classes(100, 50, 50), Validation.auto());
        assertThat(repeated.disjoint(6, 15)).containsExactly(5, 7, 8, 9);
        assertThat(repeated.disjoint(0, 3)).containsExactly(1, 2);
        assertThat(plan(classes(600, 300, 300), Validation.auto()).disjoint(2, 5))
                .containsExactly(0, 1, 3, 4);
    }

    @Test
    void numberOfRowsChoosesTheMethod() {
        assertThat(plan(classes(100, 50, 50), Validation.auto()).describe()).isEqualTo("5 stratified folds, 3 times");
        assertThat(plan(classes(300, 150, 150), Validation.auto()).describe()).isEqualTo("5 stratified folds, 2 times");
        assertThat(plan(classes(600, 300, 300), Validation.auto()).describe()).isEqualTo("5 stratified folds");
        assertThat(plan(classes(20_001, 20_000, 1), Validation.auto()).describe())
                .startsWith("hold-out of 4001 rows (20 %)");
    }

    @Test
    void foldsAreStratifiedAndCoverEveryRowOnce() {
        Table table = classes(103, 80, 23);
        ValidationPlan plan = plan(table, Validation.folds(5));

        int[] times = new int[103];
        for (Fold fold : plan.folds()) {
            assertThat(fold.validation().length).isBetween(20, 21);
            assertThat(Arrays.stream(fold.validation()).filter(row -> row < 80).count())
                    .isEqualTo(16);
            Arrays.stream(fold.validation()).forEach(row -> times[row]++);
        }
        assertThat(times).containsOnly(1);
        assertThat(plan.coversAllRows()).isTrue();
        assertThat(plan.outOfFold(5).rows()).hasSize(103);
        assertThat(plan.kind()).isEqualTo(ValidationPlan.Kind.STRATIFIED);
    }

    @Test
    void numbersAreStratifiedByQuantile() {
        SplittableRandom random = new SplittableRandom(4);
        double[] y = random.doubles(1000).map(u -> Math.exp(5 * u)).toArray();
        Table table = Tab.rows(1000).number("y", row -> y[row]).build();
        double all = Arrays.stream(y).average().orElseThrow();

        for (Fold fold : plan(table, Validation.folds(4)).folds()) {
            double mean = Arrays.stream(fold.validation())
                    .mapToDouble(row -> y[row])
                    .average()
                    .orElseThrow();
            assertThat(mean).isEqualTo(all, within(0.01 * all));
        }
        Fold held = plan(table, Validation.holdOut(0.3)).folds().get(0);
        assertThat(held.validation()).hasSizeBetween(299, 301);
        assertThat(Arrays.stream(held.validation())
                        .mapToDouble(row -> y[row])
                        .average()
                        .orElseThrow())
                .isEqualTo(all, within(0.01 * all));
    }

    @Test
    void rareClassesAreInEveryTrainingPart() {
        Table table = classes(60, 40, 16, 2, 1, 1);
        ValidationPlan plan = plan(table, Validation.folds(5));

        assertThat(plan.folds())
                .allSatisfy(fold -> assertThat(classesOf(table, fold.train()))
                        .containsExactlyInAnyOrder("c0", "c1", "c2", "c3", "c4"));
        assertThat(plan.outOfFold(5).rows())
                .as("the lone rows are only trained on")
                .hasSize(58)
                .doesNotContain(58, 59);
        assertThat(plan.coversAllRows()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void rareClassOfTwoIsValidated(int rare) {
        Table table = classes(50, 50 - rare, rare);

        ValidationPlan folds = plan(table, Validation.folds(5));
        assertThat(classesOf(table, folds.outOfFold(5).rows())).containsExactlyInAnyOrder("c0", "c1");
        ValidationPlan held = plan(table, Validation.holdOut(0.2));
        assertThat(classesOf(table, held.folds().get(0).validation())).containsExactlyInAnyOrder("c0", "c1");
        assertThat(classesOf(table, held.folds().get(0).train())).hasSize(rare == 1 ? 1 : 2);
    }

    @Test
    void everyRowAnotherClassStillHasAPlan() {
        assertThat(plan(classes(4, 1, 1, 1, 1), Validation.auto()).folds()).hasSize(12);
        assertThat(plan(classes(2, 1, 1), Validation.auto()).folds()).hasSize(6);
        assertThat(plan(classes(2, 1, 1), Validation.holdOut(0.2)).folds()).isNotEmpty();
        assertThat(plan(classes(9, 4, 1, 1, 1, 1, 1), Validation.folds(3))
                        .outOfFold(3)
                        .rows())
                .hasSize(9);
    }

    @Test
    void holdOutKeepsRowsOfEachClassToTrainOn() {
        Table table = classes(107, 90, 10, 4, 2, 1);
        Fold fold = plan(table, Validation.holdOut(0.9)).folds().get(0);

        assertThat(classesOf(table, fold.train())).hasSize(5);
        assertThat(plan(table, Validation.holdOut(0.2)).coversAllRows()).isFalse();
        assertThat(plan(table, Validation.holdOut(0.01)).folds().get(0).validation())
                .as("classes that are not rare are validated")
                .hasSizeBetween(2, 3);
    }

    @Test
    void repetitionsDiffer() {
        ValidationPlan plan = plan(classes(100, 50, 50), Validation.folds(4).repeated(3));

        assertThat(plan.folds()).hasSize(12);
        assertThat(plan.kind()).isEqualTo(ValidationPlan.Kind.REPEATED);
        assertThat(plan.folds().get(0).validation())
                .isNotEqualTo(plan.folds().get(4).validation());
        assertThat(plan.outOfFold(4).rows()).as("one repetition").hasSize(100);
    }

    @Test
    void seedDecides() {
        Table table = classes(100, 50, 50);
        LabelledTable labelled = Tab.labelled(table);

        int[] one = ValidationPlanner.plan(labelled, Tab.task(table), Validation.auto(), 1)
                .folds()
                .get(0)
                .train();
        int[] same = ValidationPlanner.plan(labelled, Tab.task(table), Validation.auto(), 1)
                .folds()
                .get(0)
                .train();
        int[] other = ValidationPlanner.plan(labelled, Tab.task(table), Validation.auto(), 2)
                .folds()
                .get(0)
                .train();

        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    private static Tab grouped(int rows, int groups) {
        return Tab.rows(rows)
                .category("g", row -> row % 50 == 49 ? "" : "g" + row * 7 % groups)
                .role(Role.GROUP);
    }

    @Test
    void groupsAreOnOneSide() {
        Table table =
                grouped(400, 23).category("y", row -> row % 3 == 0 ? "a" : "b").build();
        ValidationPlan plan = plan(table, Validation.auto());

        assertThat(plan.describe()).isEqualTo("5 folds by group");
        assertThat(plan.coversAllRows()).isTrue();
        assertThat(plan.folds()).allSatisfy(fold -> {
            Set<String> trained = groupsOf(table, fold.train());
            trained.remove("");
            assertThat(trained).doesNotContainAnyElementsOf(groupsOf(table, fold.validation()));
            assertThat(fold.validation().length).isBetween(64, 96);
            assertThat(Arrays.stream(fold.validation())
                            .filter(row -> row % 3 == 0)
                            .count())
                    .as("shares of the class")
                    .isBetween(20L, 34L);
        });
    }

    private static Set<String> groupsOf(Table table, int[] rows) {
        Set<String> groups = new HashSet<>();
        Arrays.stream(rows).forEach(row -> groups.add(table.column("g").text(row)));
        return groups;
    }

    @Test
    void fewGroupsMakeFewFolds() {
        Table two = Tab.rows(40)
                .number("g", row -> row % 2)
                .role(Role.GROUP)
                .number("y", row -> row * 0.5)
                .build();
        Table one = Tab.rows(40)
                .number("g", row -> 1)
                .role(Role.GROUP)
                .number("y", row -> row * 0.5)
                .build();

        assertThat(plan(two, Validation.auto()).folds()).hasSize(2);
        assertThatThrownBy(() -> plan(one, Validation.auto()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'g' has one group");
    }

    @Test
    void groupsAreHeldOutByShare() {
        Table table = grouped(1000, 97).number("y", row -> row * 0.5).build();
        ValidationPlan plan = plan(table, Validation.holdOut(0.2));

        assertThat(plan.folds().get(0).validation().length).isBetween(170, 230);
        assertThat(plan.describe()).startsWith("hold-out of groups");
        assertThat(plan.coversAllRows()).isFalse();
    }

    @Test
    void timeGoesForward() {
        Table table = Tab.rows(120)
                .time("t", row -> row == 7 ? TimeColumn.MISSING : (long) (row * 37 % 120) / 4)
                .role(Role.TIME)
                .number("y", row -> row * 0.5)
                .build();
        ValidationPlan plan = plan(table, Validation.auto());

        assertThat(plan.kind()).isEqualTo(ValidationPlan.Kind.TIME);
        assertThat(plan.folds()).hasSize(5);
        assertThat(plan.folds().get(0).train().length)
                .as("the latest rows come first")
                .isGreaterThan(plan.folds().get(4).train().length);
        TimeColumn times = (TimeColumn) table.column("t");
        assertThat(plan.folds())
                .allSatisfy(fold -> assertThat(Arrays.stream(fold.train())
                                .mapToLong(times::millis)
                                .max()
                                .orElseThrow())
                        .isLessThan(Arrays.stream(fold.validation())
                                .mapToLong(times::millis)
                                .min()
                                .orElseThrow()));
        assertThat(plan.coversAllRows()).isFalse();
        assertThat(plan.outOfFold(5).rows()).doesNotContain(7).hasSizeBetween(90, 110);
        assertThat(plan(table, Validation.holdOut(0.25)).folds().get(0).validation())
                .hasSizeBetween(26, 34);
    }

    @Test
    void fewTimesMakeFewFolds() {
        Table table = Tab.rows(30)
                .number("t", row -> row < 20 ? 2001 : 2002)
                .role(Role.TIME)
                .number("y", row -> row * 0.5)
                .build();

        assertThat(plan(table, Validation.auto()).folds()).singleElement().satisfies(fold -> {
            assertThat(fold.train()).hasSize(20);
            assertThat(fold.validation()).hasSize(10);
        });
    }

    @Test
    void timesMustBeOrderedAndDiffer() {
        Table text = Tab.rows(30)
                .category("t", row -> "monday")
                .role(Role.TIME)
                .number("y", row -> row * 0.5)
                .build();
        Table constant = Tab.rows(30)
                .number("t", row -> 3)
                .role(Role.TIME)
                .number("y", row -> row * 0.5)
                .build();

        assertThatThrownBy(() -> plan(text, Validation.auto()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'monday'");
        assertThatThrownBy(() -> plan(constant, Validation.auto()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one time only");
    }

    @Test
    void ownFoldsAreKept() {
        Table table = Tab.rows(12)
                .number("f", row -> row < 3 ? Double.NaN : row % 3)
                .role(Role.FOLD)
                .number("y", row -> row * 0.5)
                .build();
        ValidationPlan plan = plan(table, Validation.holdOut(0.5));

        assertThat(plan.describe()).isEqualTo("3 folds of your own");
        assertThat(plan.folds().get(1).validation()).containsExactly(4, 7, 10);
        assertThat(plan.folds().get(1).train()).containsExactly(0, 1, 2, 3, 5, 6, 8, 9, 11);
        assertThat(((NumericColumn) table.column("f")).value(4)).isEqualTo(1);
    }

    @Test
    void ownFoldsMustLeaveRowsOnBothSides() {
        Table one = Tab.rows(12)
                .number("f", row -> 1)
                .role(Role.FOLD)
                .number("y", row -> row * 0.5)
                .build();
        Table many = Tab.rows(300)
                .number("f", row -> row)
                .role(Role.FOLD)
                .number("y", row -> row * 0.5)
                .build();

        assertThatThrownBy(() -> plan(one, Validation.auto()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the value '1' in every row");
        assertThatThrownBy(() -> plan(many, Validation.auto()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("300 values");
    }

    @Test
    void groupsAndTimesExcludeEachOther() {
        Table table = grouped(30, 5)
                .number("t", row -> row)
                .role(Role.TIME)
                .number("y", row -> row * 0.5)
                .build();

        assertThatThrownBy(() -> plan(table, Validation.auto()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'g'")
                .hasMessageContaining("'t'");
    }

    @Test
    void oneRowIsTooFew() {
        Table table = Tab.rows(1).number("y", row -> 1).build();
        LabelledTable labelled = new LabelledTable(table, io.automl4j.api.task.Labels.of(1), java.util.List.of());
        io.automl4j.api.task.Task task =
                new io.automl4j.api.task.Task(io.automl4j.api.task.TaskType.REGRESSION, "y", java.util.List.of());

        assertThatThrownBy(() -> ValidationPlanner.plan(labelled, task, Validation.auto(), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1 rows have a target");
    }

    @Test
    void choicesAreChecked() {
        assertThatThrownBy(() -> Validation.folds(1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> Validation.holdOut(1)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Validation.auto().repeated(2)).hasMessageContaining("Only folds");
        assertThatThrownBy(() -> Validation.folds(5).repeated(0)).hasMessageContaining("repeats is 0");
        assertThat(IntStream.of(
                        Validation.folds(7).folds(),
                        Validation.folds(2).repeated(3).repeats()))
                .containsExactly(7, 3);
    }
}
