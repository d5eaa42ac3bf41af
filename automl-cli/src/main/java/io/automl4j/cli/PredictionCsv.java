package io.automl4j.cli;

import io.automl4j.api.task.Task;
import io.automl4j.model.Interval;
import io.automl4j.model.PredictedRows;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalDouble;

/** Predictions as CSV: scripts rely on the names of the columns. */
record PredictionCsv(Task task, PredictedRows rows, OptionalDouble coverage) {

    /** Refuses a coverage of which the predictions do not tell, as one row does. */
    static void check(Task task, PredictedRows rows, double coverage) {
        if (rows.rows() > 0) {
            region(task, rows, 0, coverage);
        }
    }

    void write(Writer writer) throws IOException {
        writer.write("prediction");
        for (String label : task.classes()) {
            writer.write("," + quoted("probability_" + label));
        }
        for (double quantile : task.quantiles()) {
            writer.write(",quantile_" + quantile);
        }
        if (coverage.isPresent()) {
            writer.write(task.type().isClassification() ? ",set" : ",lower,upper");
        }
        writer.write("\n");
        for (int row = 0; row < rows.rows(); row++) {
            writer.write(quoted(rows.label(row)));
            for (int label = 0; label < task.classes().size(); label++) {
                writer.write("," + (float) rows.probability(row, label));
            }
            for (int quantile = 0; quantile < task.quantiles().size(); quantile++) {
                writer.write("," + (float) rows.quantile(row, quantile));
            }
            if (coverage.isPresent()) {
                writer.write("," + region(task, rows, row, coverage.getAsDouble()));
            }
            writer.write("\n");
        }
    }

    private static String region(Task task, PredictedRows rows, int row, double coverage) {
        if (task.type().isClassification()) {
            return quoted(String.join("|", rows.set(row, coverage)));
        }
        Interval interval = rows.interval(row, coverage);
        return (float) interval.lower() + "," + (float) interval.upper();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
