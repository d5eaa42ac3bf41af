package io.automl4j.model.explain;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FittedReport;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.predictor.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Tables and models whose explanations are known. */
final class Planted {
    static final Task NUMBER = new Task(TaskType.REGRESSION, "y", List.of());
    static final Task CLASSES = new Task(TaskType.BINARY, "y", List.of("no", "yes"));

    private Planted() {}

    /** Columns {@code x0}, {@code x1} … of numbers from 0 to 1, and a target that no model here looks at. */
    static Table numbers(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            described.add(ColumnSchema.of("x" + column, ColumnKind.NUMERIC));
            cells.add(NumericColumn.of(random.doubles(rows).map(x -> (float) x).toArray()));
        }
        described.add(ColumnSchema.of("y", ColumnKind.NUMERIC).withRole(Role.TARGET));
        cells.add(NumericColumn.of(random.doubles(rows).toArray()));
        return Table.of(Schema.of(described), cells);
    }

    /** The same with a target of classes: {@code yes} where {@code x0} is more than a half. */
    static Table classes(int rows, int columns, long seed) {
        Table numbers = numbers(rows, columns, seed);
        NumericColumn first = (NumericColumn) numbers.column("x0");
        StringColumn.Builder target = StringColumn.builder();
        for (int row = 0; row < rows; row++) {
            target.add(first.value(row) > 0.5 ? "yes" : "no");
        }
        return with(numbers, ColumnSchema.of("y", ColumnKind.CATEGORICAL).withRole(Role.TARGET), target.build());
    }

    /** A table with another column of this name. */
    static Table with(Table table, ColumnSchema described, Column cells) {
        List<ColumnSchema> schemas = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (!table.schema().columns().get(i).name().equals(described.name())) {
                schemas.add(table.schema().columns().get(i));
                columns.add(table.column(i));
            }
        }
        schemas.add(described);
        columns.add(cells);
        return Table.of(table.schema().withColumns(schemas), columns);
    }

    /** A model of models over the features as they are. */
    static AutoModel model(Table table, Task task, Model... folds) {
        Labels labels = Labels.of(new double[table.rows()]);
        EncodedTraining encoded = Encoders.fit(table, labels, task, EncoderSpec.TREE, 1);
        List<FoldModel> models = new ArrayList<>();
        for (Model fold : folds) {
            models.add(new FoldModel(0, fold));
        }
        String metric = task.type().isClassification() ? "log_loss" : "rmse";
        Provenance provenance = new Provenance(
                "AutoML4J test",
                "Java",
                Instant.EPOCH,
                1,
                metric,
                table.rows(),
                "00",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                "none");
        return AutoModel.of(ModelParts.of(
                task,
                table.schema(),
                List.of(encoded.encoder()),
                List.of(new Member(7, "planted", 1, models)),
                new FittedReport(metric, 0, List.of(), List.of(), provenance)));
    }
}
