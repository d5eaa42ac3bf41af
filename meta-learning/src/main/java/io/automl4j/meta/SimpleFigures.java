package io.automl4j.meta;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import java.util.Arrays;
import java.util.Map;

/**
 * What can be counted.
 *
 * @param table all rows
 * @param labels their targets
 * @param task what is predicted
 * @param shape the size of the task
 */
record SimpleFigures(Table table, Labels labels, Task task, TaskShape shape) {

    static SimpleFigures of(Table table, Labels labels, Task task) {
        return new SimpleFigures(table, labels, task, TaskShape.of(table, task));
    }

    void addTo(Map<String, Double> figures) {
        double features = Math.max(1, shape.features());
        figures.put("log_rows", Math.log(Math.max(1, shape.rows())));
        figures.put("log_features", Math.log(features));
        figures.put("log_rows_per_feature", Math.log(Math.max(1, shape.rows()) / features));
        figures.put("numeric", shape.numeric() / features);
        figures.put("categorical", shape.categorical() / features);
        figures.put("text", shape.text() / features);
        addCells(figures, features);
        addTarget(figures);
    }

    private void addCells(Map<String, Double> figures, double features) {
        double levels = 0;
        int withLevels = 0;
        long missing = 0;
        int columnsWithMissing = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnSchema described = table.schema().columns().get(i);
            if (described.role() == Role.FEATURE && described.kind() != ColumnKind.ID) {
                Column column = table.column(i);
                missing += column.missing();
                columnsWithMissing += column.missing() > 0 ? 1 : 0;
                if (described.kind() == ColumnKind.CATEGORICAL && column instanceof StringColumn texts) {
                    withLevels++;
                    levels += Math.log(Math.max(1, texts.levels().size()));
                }
            }
        }
        figures.put("log_levels_mean", withLevels == 0 ? 0 : levels / withLevels);
        figures.put("log_levels_max", Math.log(Math.max(1, shape.maxLevels())));
        figures.put("missing_cells", missing / (features * Math.max(1, shape.rows())));
        figures.put("missing_columns", columnsWithMissing / features);
    }

    private void addTarget(Map<String, Double> figures) {
        double[] counts = new double[task.classes().size()];
        for (int row = 0; counts.length > 0 && row < labels.rows(); row++) {
            counts[labels.label(row)]++;
        }
        double all = Math.max(1, Arrays.stream(counts).sum());
        double entropy = 0;
        for (double count : counts) {
            entropy -= count > 0 ? count / all * Math.log(count / all) : 0;
        }
        figures.put("log_classes", Math.log(Math.max(1, counts.length)));
        figures.put("majority", Arrays.stream(counts).max().orElse(0) / all);
        figures.put("minority", Arrays.stream(counts).min().orElse(0) / all);
        figures.put("entropy", counts.length < 2 ? 0 : entropy / Math.log(counts.length));
    }
}
