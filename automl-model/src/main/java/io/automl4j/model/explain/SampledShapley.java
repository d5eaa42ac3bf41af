package io.automl4j.model.explain;

import io.automl4j.api.Checks;
import io.automl4j.api.Seeds;
import io.automl4j.api.Shuffles;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Shapley values by orders of columns that are drawn (Štrumbelj and Kononenko 2014, doi:10.1007/s10115-013-0679-x). A walk
 * leads from a row of the background to the row that is explained, and changes one column after the other; what the
 * prediction moves at a change is put down to the column. Every walk is taken in the opposite order too, which evens out
 * much of the chance (Mitchell and others 2022, arXiv:2104.12199), and every row of the background has as many walks: so
 * the base is its mean prediction, and all that is added sums to the prediction but for rounding.
 */
final class SampledShapley {
    /** Rows that are predicted together. */
    private static final int TOGETHER = 4_096;

    private final Function<Table, Predictions> model;
    private final Table background;
    private final Draws draws;

    /**
     * Values against a background.
     *
     * @param model predicts tables of features
     * @param background rows to come from
     * @param draws pairs of walks from each of them
     */
    SampledShapley(Function<Table, Predictions> model, Table background, Draws draws) {
        this.model = model;
        this.background = background;
        this.draws = draws;
    }

    /**
     * Explains rows.
     *
     * @param names the columns of both tables, in order; if there are none, tables have any, for the number of their rows
     */
    Attributions of(Table rows, List<String> names) {
        Predictions from = model.apply(background);
        Predictions to = model.apply(rows);
        int outputs = from.outputs();
        double[] values = new double[Checks.values(rows.rows(), (long) names.size() * outputs)];
        double[] errors = new double[values.length];
        if (!names.isEmpty()) {
            Table all = Cells.joined(rows, background);
            for (int row = 0; row < rows.rows(); row++) {
                Sums sums = new Sums(names.size(), outputs, to, row);
                for (List<Walk> walks : walks(row, names.size())) {
                    add(all, rows.rows(), walks, from, sums);
                }
                sums.write(values, errors);
            }
        }
        return Attributions.of(names, base(from), values, errors, predictions(to));
    }

    private static double[] base(Predictions from) {
        double[] base = new double[from.outputs()];
        for (int row = 0; row < from.rows(); row++) {
            for (int output = 0; output < base.length; output++) {
                base[output] += from.get(row, output);
            }
        }
        return Arrays.stream(base).map(sum -> sum / from.rows()).toArray();
    }

    private static double[] predictions(Predictions to) {
        double[] predictions = new double[to.rows() * to.outputs()];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = to.get(i / to.outputs(), i % to.outputs());
        }
        return predictions;
    }

    /** From a row of the background, in which each column has its turn. */
    private record Walk(int from, int[] turns) {
        /** The order, and the opposite one. */
        static List<Walk> both(int from, int[] order) {
            int[] turns = new int[order.length];
            int[] opposite = new int[order.length];
            for (int turn = 0; turn < order.length; turn++) {
                turns[order[turn]] = turn;
                opposite[order[turn]] = order.length - 1 - turn;
            }
            return List.of(new Walk(from, turns), new Walk(from, opposite));
        }
    }

    /** The walks to a row, in parts that are predicted together; pairs are not parted. */
    private List<List<Walk>> walks(int row, int columns) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(draws.seed(), row));
        int most = Math.max(1, TOGETHER / Math.max(1, 2 * (columns - 1))) * 2;
        List<List<Walk>> parts = new ArrayList<>();
        List<Walk> part = new ArrayList<>();
        for (int draw = 0; draw < draws.count(); draw++) {
            for (int from = 0; from < background.rows(); from++) {
                part.addAll(Walk.both(from, Shuffles.order(columns, random)));
                if (part.size() >= most) {
                    parts.add(part);
                    part = new ArrayList<>();
                }
            }
        }
        parts.add(part);
        return parts;
    }

    /** Predicts all rows between the ends of walks, and puts the steps down to the columns. */
    private void add(Table all, int explained, List<Walk> walks, Predictions from, Sums sums) {
        int columns = all.columns().size();
        int between = Math.max(0, columns - 1);
        List<Column> mixed = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int[] cells = new int[walks.size() * between];
            for (int i = 0; i < cells.length; i++) {
                Walk walk = walks.get(i / between);
                cells[i] = walk.turns()[column] <= i % between ? sums.row : explained + walk.from();
            }
            mixed.add(all.column(column).select(cells));
        }
        Predictions predicted = between == 0 || walks.isEmpty() ? from : model.apply(Table.of(all.schema(), mixed));
        for (int i = 0; i < walks.size(); i += 2) {
            sums.addPair(walks.subList(i, i + 2), i * between, from, predicted);
        }
    }

    /** What the columns added in the pairs of walks to a row. */
    private static final class Sums {
        private final int columns;
        private final int outputs;
        private final Predictions to;
        private final int row;
        private final double[] sums;
        private final double[] squares;
        private int pairs;

        Sums(int columns, int outputs, Predictions to, int row) {
            this.columns = columns;
            this.outputs = outputs;
            this.to = to;
            this.row = row;
            this.sums = new double[columns * outputs];
            this.squares = new double[columns * outputs];
        }

        /** Adds the mean of both walks of a pair, whose rows in between begin at a place. */
        void addPair(List<Walk> pair, int at, Predictions from, Predictions between) {
            double[] added = new double[sums.length];
            for (int i = 0; i < pair.size(); i++) {
                Walk walk = pair.get(i);
                int first = at + i * (columns - 1);
                for (int column = 0; column < columns; column++) {
                    int turn = walk.turns()[column];
                    for (int output = 0; output < outputs; output++) {
                        double before =
                                turn == 0 ? from.get(walk.from(), output) : between.get(first + turn - 1, output);
                        double after = turn == columns - 1 ? to.get(row, output) : between.get(first + turn, output);
                        added[column * outputs + output] += (after - before) / 2;
                    }
                }
            }
            for (int i = 0; i < added.length; i++) {
                sums[i] += added[i];
                squares[i] += added[i] * added[i];
            }
            pairs++;
        }

        void write(double[] values, double[] errors) {
            int start = row * sums.length;
            for (int i = 0; i < sums.length; i++) {
                double mean = sums[i] / pairs;
                values[start + i] = mean;
                double spread = Math.max(0, squares[i] / pairs - mean * mean);
                errors[start + i] = pairs < 2 ? Double.NaN : Math.sqrt(spread / (pairs - 1));
            }
        }
    }
}
