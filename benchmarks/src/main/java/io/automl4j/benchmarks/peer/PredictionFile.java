package io.automl4j.benchmarks.peer;

import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import java.util.ArrayList;
import java.util.List;

/** Predictions as every framework writes them. */
public final class PredictionFile {
    private PredictionFile() {}

    /** A column of predictions, and one for the probability of each class. */
    public static CsvFile of(AutoModel model, PredictedRows rows) {
        List<String> header = new ArrayList<>(List.of("prediction"));
        List<String> classes = model.task().classes();
        classes.forEach(label -> header.add("probability_" + label));
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            List<String> line = new ArrayList<>(List.of(rows.label(row)));
            for (int label = 0; label < classes.size(); label++) {
                line.add(Double.toString(rows.probability(row, label)));
            }
            cells.add(line);
        }
        return new CsvFile(header, cells);
    }
}
