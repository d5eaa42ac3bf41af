package io.automl4j.tabular.conduct;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * New rows made of known ones: some cells of a row come from another one for which about the same is predicted, as what rows have in
 * common with those of the same target is what a model has to know (after MUNGE: Buciluă, Caruana and Niculescu-Mizil 2006,
 * doi:10.1145/1150402.1150464, where the other row is the nearest one).
 *
 * @param table known rows
 * @param predicted what is predicted for them, {@code [rows × outputs]}
 * @param outputs values of a row
 */
record Recombination(Table table, double[] predicted, int outputs) {
    /** The part of the cells that come from the other row. */
    private static final double EXCHANGED = 0.3;
    /** How many rows, in the order of predictions, lie between the two at most. */
    private static final int NEAR = 10;

    /** Where new rows come from: rows in the order of predictions, and the place of each. */
    private record Order(int[] rows, int[] places) {
        int near(int row, SplittableRandom random) {
            int place = places[row] + random.nextInt(2 * NEAR + 1) - NEAR;
            return rows[Math.max(0, Math.min(rows.length - 1, place))];
        }
    }

    /** So many new rows, made of the known ones in turn. */
    Table rows(int count, SplittableRandom random) {
        Order order = order();
        int[] others = IntStream.range(0, count)
                .map(i -> order.near(i % table.rows(), random))
                .toArray();
        List<Column> columns = table.columns().stream()
                .map(column -> {
                    int[] from = new int[count];
                    for (int i = 0; i < count; i++) {
                        from[i] = random.nextDouble() < EXCHANGED ? others[i] : i % table.rows();
                    }
                    return column.select(from);
                })
                .toList();
        return Table.of(table.schema(), columns);
    }

    private Order order() {
        int[] rows = IntStream.range(0, table.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(this::place))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] places = new int[rows.length];
        IntStream.range(0, rows.length).forEach(place -> places[rows[place]] = place);
        return new Order(rows, places);
    }

    /** Numbers by value; classes one after the other, the surest of each last. */
    private double place(int row) {
        if (outputs == 1) {
            return predicted[row];
        }
        int best = 0;
        for (int output = 1; output < outputs; output++) {
            if (predicted[row * outputs + output] > predicted[row * outputs + best]) {
                best = output;
            }
        }
        return outputs == 2 ? predicted[row * outputs + 1] : best + predicted[row * outputs + best];
    }
}
