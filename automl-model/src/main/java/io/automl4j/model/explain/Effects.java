package io.automl4j.model.explain;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How predictions move with the cells of a column.
 *
 * @param model predicts tables of features
 * @param features the rows
 * @param index the column
 */
record Effects(Function<Table, Predictions> model, Table features, int index) {

    /** The mean prediction with the same value in all rows (Friedman 2001). */
    Effect partialDependence(int most) {
        Column cells = features.column(index);
        Grid grid = Grid.of(cells, most);
        int[] counts = grid.counts();
        List<Effect.Point> points = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            points.add(dependence(grid.rows()[i], counts[i]));
        }
        IntStream.range(0, cells.size())
                .filter(cells::isMissing)
                .limit(1)
                .forEach(row -> points.add(dependence(row, cells.missing())));
        return new Effect(name(), points);
    }

    private Effect.Point dependence(int row, int count) {
        int[] same = new int[features.rows()];
        Arrays.fill(same, row);
        Predictions predicted = model.apply(with(features, same));
        double[] sums = new double[predicted.outputs()];
        for (int i = 0; i < same.length; i++) {
            for (int output = 0; output < sums.length; output++) {
                sums[output] += predicted.get(i, output);
            }
        }
        return point(
                row, count, Arrays.stream(sums).map(sum -> sum / same.length).toArray());
    }

    /** A table whose cells of the column are those of other rows of the whole. */
    private Table with(Table table, int[] from) {
        return Cells.replaced(table, index, features.column(index).select(from));
    }

    private Effect.Point point(int row, int count, double[] outputs) {
        return new Effect.Point(
                features.column(index).text(row),
                count,
                Arrays.stream(outputs).boxed().toList());
    }

    private String name() {
        return features.schema().columns().get(index).name();
    }

    /** Local differences, summed up (Apley and Zhu 2020). */
    Effect accumulated(int most) {
        boolean ordered = Grid.isOrdered(features.column(index));
        Grid found = Grid.of(features.column(index), most);
        Grid grid = ordered ? found : LevelOrder.of(features, index, found);
        int[] places = grid.places();
        double[][] steps = new double[Math.max(0, grid.size() - 1)][];
        for (int step = 0; step < steps.length; step++) {
            int below = step;
            // of numbers, rows between the two values; of levels, rows of either
            int[] near = IntStream.range(0, places.length)
                    .filter(row -> ordered
                            ? places[row] == below + 1 || (below == 0 && places[row] == 0)
                            : places[row] == below || places[row] == below + 1)
                    .toArray();
            steps[step] = step(near, grid.rows()[step], grid.rows()[step + 1]);
        }
        int[] counts = grid.counts();
        double[][] sums = centred(summed(steps), counts, ordered);
        return new Effect(
                name(),
                IntStream.range(0, grid.size())
                        .mapToObj(i -> point(grid.rows()[i], counts[i], sums[i]))
                        .toList());
    }

    /** By how much predictions of some rows rise on average from the cell of one row to that of another. */
    private double[] step(int[] near, int from, int to) {
        Table some = features.select(near);
        int[] cells = new int[near.length];
        Arrays.fill(cells, from);
        Predictions before = model.apply(with(some, cells));
        Arrays.fill(cells, to);
        Predictions after = model.apply(with(some, cells));
        double[] rise = new double[before.outputs()];
        for (int row = 0; row < near.length; row++) {
            for (int output = 0; output < rise.length; output++) {
                rise[output] += ((double) after.get(row, output) - before.get(row, output)) / near.length;
            }
        }
        return rise;
    }

    private double[][] summed(double[][] steps) {
        int outputs = steps.length == 0 ? model.apply(features).outputs() : steps[0].length;
        double[][] sums = new double[steps.length + 1][outputs];
        for (int i = 0; i < steps.length; i++) {
            for (int output = 0; output < outputs; output++) {
                sums[i + 1][output] = sums[i][output] + steps[i][output];
            }
        }
        return sums;
    }

    /** Moves the sums so that their mean over the rows is 0; a row between two numbers has the mean of both. */
    private static double[][] centred(double[][] sums, int[] counts, boolean ordered) {
        double total = Arrays.stream(counts).sum();
        double[] mean = new double[sums[0].length];
        for (int i = 0; i < sums.length; i++) {
            for (int output = 0; output < mean.length; output++) {
                double here = ordered && sums.length > 1
                        // those at the least value are in the first interval too
                        ? (sums[Math.max(0, i - 1)][output] + sums[Math.max(1, i)][output]) / 2
                        : sums[i][output];
                mean[output] += counts[i] / total * here;
            }
        }
        return Arrays.stream(sums)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(output -> row[output] - mean[output])
                        .toArray())
                .toArray(double[][]::new);
    }
}
