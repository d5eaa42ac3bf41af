package io.automl4j.benchmarks.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.ArffLoader;

/** ARFF as mere texts, by Weka's own reader. */
final class Arff {
    private Arff() {}

    static CsvFile read(InputStream in) throws IOException {
        ArffLoader loader = new ArffLoader();
        loader.setSource(in);
        Instances rows = loader.getDataSet();
        List<String> header = new ArrayList<>();
        for (int i = 0; i < rows.numAttributes(); i++) {
            header.add(rows.attribute(i).name());
        }
        List<List<String>> cells = new ArrayList<>();
        for (Instance row : rows) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < rows.numAttributes(); i++) {
                line.add(cell(row, rows.attribute(i)));
            }
            cells.add(line);
        }
        return new CsvFile(header, cells);
    }

    private static String cell(Instance row, Attribute attribute) {
        if (row.isMissing(attribute)) {
            return "";
        }
        if (!attribute.isNumeric() || attribute.isDate()) {
            return row.stringValue(attribute);
        }
        double value = row.value(attribute);
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
