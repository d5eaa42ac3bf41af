package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.Budget;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.AutoRegressor;
import io.automl4j.tabular.Tables;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Gen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows a whole run trains on, by the way of validation. Rows are known by their targets: 0, 1, 2, … */
final class ValidatedRunIT {
    private static final int ROWS = 120;

    @TempDir
    Path folder;

    private final Witness witness = new Witness();
    private final List<String> announced = new ArrayList<>();

    /** Rows in no order: the target, something like it, a time, a team of ten rows and a part of four. */
    private Table table(int rows) throws IOException {
        Gen gen = Gen.of(3);
        List<String> lines = new ArrayList<>(List.of("x,day,team,part,y"));
        for (int i = 0; i < rows; i++) {
            int y = (int) ((long) i * 7919 % rows);
            lines.add(String.format(
                    Locale.ROOT, "%.3f,%d,team%d,%d,%d", y + 9 * gen.normal(), y + 100, y / 10, y % 4, y));
        }
        Path file = CsvText.write(folder.resolve("train.csv"), lines.toArray(String[]::new));
        return Tables.csv(file).withTarget("y");
    }

    private AutoModel fit(Table table, Validation validation) {
        AutoMlBuilder builder = AutoRegressor.builder()
                .with(witness)
                .learners("witness")
                .budget(Budget.trials(3))
                .validation(validation)
                .listener(event -> {
                    if (event instanceof AutoMlEvent.Started started) {
                        announced.add(started.validation());
                    }
                });
        AutoModel model = builder.build().fit(table);
        assertThat(model.members())
                .isNotEmpty()
                .allMatch(member -> member.learner().equals("witness"));
        return model;
    }

    private static Set<Integer> targets(int rows, IntPredicate chosen) {
        return IntStream.range(0, rows).filter(chosen).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> all(int rows) {
        return targets(rows, target -> true);
    }

    @Test
    void whatIsHeldOutIsTrainedOnInTheEnd() throws IOException {
        fit(table(ROWS).withRole("day", Role.IGNORED), Validation.holdOut(0.25));
        assertThat(announced).containsExactly("hold-out of 30 rows (25 %)");
        assertThat(witness.trainings()).extracting(Set::size).containsExactly(ROWS - 30, ROWS);
    }

    @Test
    void ofManyRowsAFifthIsHeldOut() throws IOException {
        int many = 20_100;
        fit(table(many).withRole("day", Role.IGNORED).withRole("team", Role.IGNORED), Validation.auto());
        assertThat(announced).containsExactly("hold-out of 4020 rows (20 %)");
        assertThat(witness.trainings())
                .contains(all(many))
                .extracting(Set::size)
                .containsOnly(many - 4020, many);
    }

    @Test
    void aTimeIsOnlyPredictedByEarlierOnes() throws IOException {
        fit(table(ROWS).withRole("day", Role.TIME), Validation.auto());
        assertThat(announced).containsExactly("5 folds forward in time");
        assertThat(witness.trainings())
                .allSatisfy(seen -> assertThat(seen).isEqualTo(all(seen.size())))
                .extracting(Set::size)
                .containsExactlyInAnyOrder(20, 40, 60, 80, 100, ROWS);
    }

    @Test
    void groupsAreNeverCut() throws IOException {
        fit(table(ROWS).withRole("team", Role.GROUP), Validation.auto());
        assertThat(announced).containsExactly("5 folds by group");
        assertThat(witness.trainings())
                .as("of five folds, and of the single model of all rows")
                .hasSize(6)
                .allSatisfy(seen -> assertThat(seen).isEqualTo(targets(ROWS, y -> seen.contains(y / 10 * 10))))
                .filteredOn(seen -> seen.size() < ROWS)
                .hasSize(5)
                .allSatisfy(seen -> assertThat(seen).hasSizeBetween(90, 100));
    }

    @Test
    void ownFoldsAreObeyed() throws IOException {
        fit(table(ROWS).withRole("part", Role.FOLD), Validation.auto());
        assertThat(announced).containsExactly("4 folds of your own");
        assertThat(witness.trainings())
                .as("of four folds, and of the single model of all rows")
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, 4)
                        .mapToObj(part -> targets(ROWS, y -> y % 4 != part))
                        .toList());
    }
}
