package io.automl4j.examples;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.model.AutoModel;

/** How good a classifier is on rows that it never saw. */
final class HeldOut {
    private HeldOut() {}

    static double score(Metric metric, AutoModel model, Table rows) {
        StringColumn truth = (StringColumn) rows.column(model.task().target());
        double[] classes = new double[rows.rows()];
        for (int row = 0; row < classes.length; row++) {
            String label = truth.levels().get(truth.code(row));
            classes[row] = model.task().classes().indexOf(label);
        }
        return metric.score(Labels.of(classes), model.predict(rows).values());
    }
}
