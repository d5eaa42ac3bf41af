package io.automl4j.model.explain;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An order of levels, which have none: those stand beside each other whose rows are alike in the other columns, so that a step
 * from one to the next stays near the rows that are there (Apley and Zhu 2020, supplement). Distances are those of
 * Kolmogorov and Smirnov for numbers and times, and half the sum of differences of shares for levels; the order is that of
 * the first coordinate of classical scaling.
 */
final class LevelOrder {
    private static final int CUTS = 50;
    private static final int MOST_LEVELS = 100;
    private static final int ROUNDS = 1_000;

    private LevelOrder() {}

    static Grid of(Table features, int index, Grid grid) {
        if (grid.size() < 3) {
            return grid;
        }
        int[] places = grid.places();
        double[][] distances = new double[grid.size()][grid.size()];
        for (int i = 0; i < features.columns().size(); i++) {
            if (i != index) {
                Column column = features.column(i);
                boolean ordered = Grid.isOrdered(column);
                Grid cells = Grid.of(column, ordered ? CUTS : MOST_LEVELS);
                add(shares(places, grid.size(), cells), ordered, distances);
            }
        }
        double[] line = coordinate(distances);
        int[] order = IntStream.range(0, grid.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer level) -> line[level]))
                .mapToInt(level -> grid.rows()[level])
                .toArray();
        return new Grid(grid.column(), order);
    }

    /** Of the rows of each level, the share with each place in another column. */
    private static double[][] shares(int[] places, int levels, Grid cells) {
        int[] other = cells.places();
        double[][] shares = new double[levels][cells.size()];
        int[] counts = new int[levels];
        for (int row = 0; row < places.length; row++) {
            if (places[row] >= 0 && other[row] >= 0) {
                shares[places[row]][other[row]]++;
                counts[places[row]]++;
            }
        }
        for (int level = 0; level < levels; level++) {
            for (int i = 0; i < cells.size(); i++) {
                shares[level][i] /= Math.max(1, counts[level]);
            }
        }
        return shares;
    }

    private static void add(double[][] shares, boolean ordered, double[][] distances) {
        for (int a = 0; a < shares.length; a++) {
            for (int b = 0; b < a; b++) {
                double distance = ordered ? kolmogorov(shares[a], shares[b]) : half(shares[a], shares[b]);
                distances[a][b] += distance;
                distances[b][a] += distance;
            }
        }
    }

    private static double kolmogorov(double[] a, double[] b) {
        double between = 0;
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            between += a[i] - b[i];
            most = Math.max(most, Math.abs(between));
        }
        return most;
    }

    private static double half(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                        .mapToDouble(i -> Math.abs(a[i] - b[i]))
                        .sum()
                / 2;
    }

    /** The first coordinate of classical scaling, by the power method; the first level has the lesser end. */
    private static double[] coordinate(double[][] distances) {
        double[][] products = products(distances);
        // the greatest eigenvalue is wanted, not that of the greatest size
        double shift = Arrays.stream(products)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .max()
                .orElse(0);
        double[] line =
                IntStream.range(0, distances.length).mapToDouble(i -> i + 1).toArray();
        for (int round = 0; round < ROUNDS && shift > 0; round++) {
            double[] next = new double[line.length];
            double square = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] = shift * line[i];
                for (int j = 0; j < next.length; j++) {
                    next[i] += products[i][j] * line[j];
                }
                square += next[i] * next[i];
            }
            double length = Math.sqrt(square);
            line = Arrays.stream(next).map(value -> value / length).toArray();
        }
        double sign = line[0] > 0 && shift > 0 ? -1 : 1;
        return Arrays.stream(line).map(value -> sign * value).toArray();
    }

    /** Inner products of points with these distances, around their middle. */
    private static double[][] products(double[][] distances) {
        int size = distances.length;
        double[] means = new double[size];
        double all = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                means[i] += distances[i][j] * distances[i][j] / size;
            }
            all += means[i] / size;
        }
        double[][] products = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                products[i][j] = -(distances[i][j] * distances[i][j] - means[i] - means[j] + all) / 2;
            }
        }
        return products;
    }
}
