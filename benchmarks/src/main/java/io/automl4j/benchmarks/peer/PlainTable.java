package io.automl4j.benchmarks.peer;

import io.automl4j.benchmarks.table.CsvFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What somebody in a hurry makes of a table: numbers where every training cell is one, else the number of the level in
 * the order of its first occurrence; NaN for what is missing or was not seen.
 *
 * @param classes the labels in natural order; empty for numbers
 * @param targets class numbers, or numbers
 * @param train {@code [row][column]}
 * @param test {@code [row][column]}
 */
record PlainTable(List<String> classes, double[] targets, float[][] train, float[][] test) {

    static PlainTable of(Job job) throws IOException {
        CsvFile train = CsvFile.read(job.train());
        CsvFile features = train.without(job.target());
        CsvFile test = CsvFile.read(job.test()).like(features.header());
        float[][] trainRows = new float[train.rows().size()][features.header().size()];
        float[][] testRows = new float[test.rows().size()][features.header().size()];
        for (int column = 0; column < features.header().size(); column++) {
            String name = features.header().get(column);
            Map<String, Float> levels = levels(features.cells(name));
            fill(features.cells(name), levels, trainRows, column);
            fill(test.cells(name), levels, testRows, column);
        }
        List<String> labels = train.cells(job.target());
        List<String> classes = job.task().isClassification() ? List.copyOf(new TreeSet<>(labels)) : List.of();
        double[] targets = labels.stream()
                .mapToDouble(label -> classes.isEmpty() ? Double.parseDouble(label) : classes.indexOf(label))
                .toArray();
        return new PlainTable(classes, targets, trainRows, testRows);
    }

    /** The numbers of levels; empty for a column of numbers. */
    private static Map<String, Float> levels(List<String> cells) {
        Map<String, Float> levels = new HashMap<>();
        if (!cells.stream().allMatch(cell -> cell.isEmpty() || isNumber(cell))) {
            cells.stream()
                    .filter(cell -> !cell.isEmpty())
                    .forEach(cell -> levels.putIfAbsent(cell, (float) levels.size()));
        }
        return levels;
    }

    private static void fill(List<String> cells, Map<String, Float> levels, float[][] rows, int column) {
        for (int row = 0; row < rows.length; row++) {
            String cell = cells.get(row);
            rows[row][column] = levels.isEmpty()
                    ? (isNumber(cell) ? Float.parseFloat(cell) : Float.NaN)
                    : levels.getOrDefault(cell, Float.NaN);
        }
    }

    /** Whether a cell is a finite number. */
    static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Missing cells become a number below all others, for learners that know none. */
    static double[][] withoutMissing(float[][] rows) {
        double[][] filled = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            filled[row] = new double[rows[row].length];
            for (int column = 0; column < filled[row].length; column++) {
                filled[row][column] = Float.isNaN(rows[row][column]) ? -1e9 : rows[row][column];
            }
        }
        return filled;
    }

    /** Predictions as a file: a value, or the likeliest class and a probability for each. */
    CsvFile predictions(double[][] values) {
        List<String> header = new ArrayList<>(List.of("prediction"));
        classes.forEach(label -> header.add("probability_" + label));
        List<List<String>> rows = new ArrayList<>();
        for (double[] row : values) {
            List<String> cells = new ArrayList<>();
            if (!classes.isEmpty()) {
                cells.add(classes.get(likeliest(row)));
            }
            for (double value : row) {
                cells.add(Double.toString(value));
            }
            rows.add(cells);
        }
        return new CsvFile(header, rows);
    }

    private static int likeliest(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }
}
