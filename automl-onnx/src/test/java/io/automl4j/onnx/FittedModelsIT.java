package io.automl4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.Budget;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Front;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.AutoRegressor;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that a search found, on rows of training and on others. */
final class FittedModelsIT {
    private static final List<String> LEARNERS =
            List.of("xgboost", "lightgbm", "extra_trees", "linear", "knn", "mlp", "resnet");

    private static AutoModel fit(Table table, TaskType type, int trials, String... learners) {
        AutoMlBuilder search = switch (type) {
            case BINARY, MULTICLASS -> AutoClassifier.builder();
            case REGRESSION -> AutoRegressor.builder();
            case QUANTILE -> AutoRegressor.builder().quantiles(0.1, 0.5, 0.9);
        };
        return search.learners(learners)
                .validation(Validation.folds(2))
                .budget(Budget.trials(trials))
                .build()
                .fit(table);
    }

    /** The mean of two models: what a run finds best is at times a single member. */
    private static AutoModel together(AutoModel first, AutoModel second) {
        ModelParts one = first.parts();
        ModelParts other = second.parts();
        List<FittedEncoder> encoders = new ArrayList<>(one.encoders());
        encoders.addAll(other.encoders());
        List<Member> members = new ArrayList<>();
        one.members().forEach(member -> members.add(member(members.size(), member, 0)));
        other.members()
                .forEach(member -> members.add(
                        member(members.size(), member, one.encoders().size())));
        return AutoModel.of(new ModelParts(
                one.task(), one.schema(), encoders, members, one.processing(), Front.NONE, List.of(), one.report()));
    }

    private static Member member(int trial, Member member, int encodersBefore) {
        List<FoldModel> folds = member.folds().stream()
                .map(fold -> new FoldModel(encodersBefore + fold.encoder(), fold.model()))
                .toList();
        return new Member(trial, member.learner(), member.weight() / 2, folds);
    }

    /** All kinds of columns but text. */
    private static Table mixed(TaskType type, long seed) {
        return with(
                SyntheticTables.learnable(type, 120, seed).table(),
                column -> !column.name().equals("note"));
    }

    private static Table with(Table table, Predicate<ColumnSchema> wanted) {
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema column = table.schema().columns().get(i);
            if (column.role() == Role.TARGET || wanted.test(column)) {
                described.add(column);
                columns.add(table.column(i));
            }
        }
        return Table.of(table.schema().withColumns(described), columns);
    }

    /** Rows with cells and levels that training does not have. */
    private static Table strange(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn numbers) {
                NumericColumn.Builder cells = NumericColumn.builder();
                for (int row = 0; row < table.rows(); row++) {
                    cells.add(row % 3 == 0 ? Double.NaN : 10 * numbers.value(row));
                }
                columns.add(cells.build());
            } else if (column instanceof StringColumn) {
                List<String> cells = new ArrayList<>();
                for (int row = 0; row < table.rows(); row++) {
                    cells.add(row % 3 == 0 ? "" : row % 3 == 1 ? "elsewhere " + row : column.text(row));
                }
                columns.add(StringColumn.of(cells));
            } else {
                columns.add(column);
            }
        }
        return Table.of(table.schema(), columns);
    }

    private static void assertSame(AutoModel model, Table training) {
        try (Session session = new Session(OnnxModel.of(model))) {
            session.assertPredictsAs(model, training);
            session.assertPredictsAs(model, strange(training));
        }
    }

    private static List<TaskType> types(String learner) {
        LearnerProvider provider = ServiceLoader.load(LearnerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.name().equals(learner))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(TaskType.values()).filter(provider::knows).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "lightgbm", "extra_trees", "linear", "knn", "mlp", "resnet", "prior"})
    void membersOfEachLearner(String learner) {
        for (TaskType type : types(learner)) {
            Table table = mixed(type, 1);
            AutoModel model = fit(table, type, 1, learner);
            assertThat(model.members()).extracting(Member::learner).contains(learner);
            assertSame(model, table);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ensembles(TaskType type) {
        Table table = mixed(type, 2);
        AutoModel model = together(
                fit(table, type, 8, LEARNERS.toArray(String[]::new)), fit(table, type, 2, "xgboost", "linear"));
        assertThat(model.members()).hasSizeGreaterThan(1);
        assertSame(model, table);
    }

    /** Means of neighbours are too near to the mean of all, which a stack mends. */
    @Test
    void ensemblesThatASearchStacked() {
        Table table = with(
                SyntheticTables.learnable(TaskType.REGRESSION, 700, 2).table(),
                column -> !column.name().equals("note"));
        AutoModel model = fit(table, TaskType.REGRESSION, 2, "knn");
        assertThat(model.parts().processing().stack()).isPresent();
        assertSame(model, table);
    }

    @Test
    void numbersAlone() {
        Table table =
                with(mixed(TaskType.BINARY, 3), column -> Set.of("size", "age").contains(column.name()));
        assertSame(fit(table, TaskType.BINARY, 4, "xgboost", "linear", "knn"), table);
    }

    @Test
    void categoriesAlone() {
        Table table = with(
                mixed(TaskType.MULTICLASS, 3),
                column -> Set.of("member", "colour").contains(column.name()));
        assertSame(fit(table, TaskType.MULTICLASS, 4, "xgboost", "linear", "knn"), table);
    }

    @Test
    void everyPointOfTheFront() {
        Table table = mixed(TaskType.BINARY, 4);
        AutoModel model = fit(table, TaskType.BINARY, 6, "xgboost", "extra_trees");
        assertThat(model.front().points()).isNotEmpty();
        model.front().points().forEach(point -> assertSame(model.at(point), table));
    }
}
