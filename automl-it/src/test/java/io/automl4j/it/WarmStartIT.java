package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Part;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.KnowledgeBase;
import io.automl4j.meta.TableProfile;
import io.automl4j.meta.WarmStart;
import io.automl4j.model.AutoModel;
import io.automl4j.search.Opening;
import io.automl4j.search.Start;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.Tables;
import io.automl4j.tabular.Validation;
import io.automl4j.tabular.conduct.Learners;
import io.automl4j.tabular.validation.Targets;
import io.automl4j.tabular.validation.TaskInference;
import io.automl4j.testkit.Gen;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What past tables tell applies to any table. */
final class WarmStartIT {
    private static final int TRIALS = 16;
    /** Iterations that show whether a configuration can be trained at all. */
    private static final int FEW = 2;

    @TempDir
    private Path folder;

    /** Kinds of tables, by a header and the cells of a row. */
    enum Kind {
        NUMERIC(60, TaskType.BINARY, numbers(4), 2),
        CATEGORICAL(60, TaskType.BINARY, words(3), 2),
        MIXED(60, TaskType.REGRESSION, mixed(), 0),
        TINY(12, TaskType.BINARY, numbers(2), 2),
        WIDE(40, TaskType.MULTICLASS, numbers(150), 3),
        MANY_CLASSES(200, TaskType.MULTICLASS, numbers(3), 20);

        private final int rows;
        private final TaskType type;
        private final IntFunction<String> row;
        private final int classes;

        Kind(int rows, TaskType type, IntFunction<String> row, int classes) {
            this.rows = rows;
            this.type = type;
            this.row = row;
            this.classes = classes;
        }

        private static IntFunction<String> numbers(int columns) {
            return cells(columns, (gen, column) -> Double.toString(gen.normal()));
        }

        private static IntFunction<String> words(int columns) {
            return cells(columns, (gen, column) -> "w" + gen.whole(3 + 4 * column));
        }

        private static IntFunction<String> mixed() {
            return cells(
                    5,
                    (gen, column) -> gen.chance(0.1)
                            ? ""
                            : column % 2 == 0 ? Double.toString(gen.normal()) : "w" + gen.whole(4));
        }

        private interface Cell {
            String of(Gen gen, int column);
        }

        private static IntFunction<String> cells(int columns, Cell cell) {
            return row -> {
                Gen gen = Gen.of(row);
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    cells.add(cell.of(gen, column));
                }
                return String.join(",", cells);
            };
        }

        Table table(Path folder) throws IOException {
            int columns = row.apply(0).split(",", -1).length;
            List<String> lines = new ArrayList<>();
            lines.add(IntStream.range(0, columns).mapToObj(i -> "x" + i + ",").reduce("", String::concat) + "y");
            for (int i = 0; i < rows; i++) {
                lines.add(row.apply(i) + ","
                        + (classes == 0 ? Double.toString(Gen.of(i).normal()) : "c" + i % classes));
            }
            Path file = CsvText.write(folder.resolve("table.csv"), lines.toArray(String[]::new));
            return Tables.csv(file).withTarget("y");
        }
    }

    private static AutoModel fitted(Table table, TaskType type, Part... without) {
        return AutoMl.builder()
                .task(type)
                .budget(Budget.trials(TRIALS))
                .validation(Validation.folds(2))
                .without(without)
                .threads(2)
                .build()
                .fit(table);
    }

    @ParameterizedTest
    @EnumSource
    void everyStartCanBeTrained(Kind kind) throws IOException {
        Table table = kind.table(folder);
        Task task = TaskInference.infer(table, Optional.of(kind.type));
        Sample sample =
                new Sample(table, task, Targets.of(table, task, Map.of()).labels());
        Map<String, LearnerProvider> learners =
                Learners.choose(Learners.onClassPath(), List.of(), sample.shape()).searched().stream()
                        .collect(Collectors.toMap(LearnerProvider::name, learner -> learner));
        Opening opening = new WarmStart(
                        KnowledgeBase.shipped(problem -> {
                            throw problem;
                        }),
                        TableProfile.NONE,
                        Metrics.defaultFor(task))
                .of(List.copyOf(learners.values()), sample.shape(), Duration.ofMinutes(10), 2);

        List<Start> starts = opening.order(Map.of());

        assertThat(starts).hasSizeGreaterThan(opening.first() + 20);
        assertThat(starts)
                .allSatisfy(start -> assertThat(
                                new Trainer(Objects.requireNonNull(learners.get(start.learner())), FEW, 1)
                                        .train(sample, start.configuration(), 1)
                                        .predict(table)
                                        .isFinite())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void aSearchBeginsOnAnyTable(Kind kind) throws IOException {
        AutoModel model = fitted(kind.table(folder), kind.type);

        assertThat(model.leaderboard())
                .hasSizeGreaterThan(TRIALS / 2)
                .noneMatch(row -> row.status() == LeaderboardRow.Status.FAILED);
        assertThat(model.leaderboard())
                .extracting(LeaderboardRow::learner)
                .contains("xgboost", "extra_trees", "mlp", "linear");
    }

    @Test
    void withoutItASearchBeginsElsewhere() throws IOException {
        Table table = Kind.NUMERIC.table(folder);

        assertThat(tried(fitted(table, TaskType.BINARY)))
                .doesNotContainSequence(tried(fitted(table, TaskType.BINARY, Part.WARM_START)));
    }

    /** But for the first of a learner all configurations are drawn. */
    @Test
    void withoutStartsASearchGoesItsOwnWay() throws IOException {
        Table table = Kind.NUMERIC.table(folder);
        AutoMlBuilder search = AutoMl.builder()
                .task(TaskType.BINARY)
                .learners("knn")
                .budget(Budget.trials(2))
                .validation(Validation.folds(2));
        List<String> byHand = tried(search.without(Part.WARM_START).build().fit(table));
        List<String> drawn = tried(search.without(Part.STARTS).build().fit(table));

        String first = "knn{neighbours=15, vote=distance}";
        String second = "knn{neighbours=40, vote=distance}";
        assertThat(byHand).contains(first, second);
        assertThat(drawn).contains(first).doesNotContain(second);
    }

    private static List<String> tried(AutoModel model) {
        return model.leaderboard().stream()
                .map(row -> row.learner() + row.configuration())
                .sorted()
                .toList();
    }
}
