package io.automl4j.model.explain;

import io.automl4j.api.DataException;
import io.automl4j.api.Seeds;
import io.automl4j.api.Shuffles;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The importance of a column by permutation: how much the loss rises when its cells are dealt out anew among the rows
 * (Breiman 2001, doi:10.1023/A:1010933404324; for any model Fisher, Rudin and Dominici 2019, arXiv:1801.01489). It needs
 * {@code 1 + columns · repeats} predictions of the table.
 *
 * <p>The interval is one for another table of as many rows: each repeat is scored on rows drawn with replacement too, and the
 * spread of what these give is taken by the distribution of Student.
 *
 * @param model predicts tables of features, of as many rows as there are labels
 * @param truth the targets of the rows
 * @param metric what becomes worse
 */
public record PermutationImportance(Function<Table, Predictions> model, Labels truth, Metric metric) {

    /**
     * The importance of columns. Repeats come one after the other, each for all columns, so that a cancellation leaves all
     * columns alike.
     *
     * @param table the rows
     * @param columns the names of the columns to permute
     * @param draws how often, and the seed of all permutations
     * @param cancellation ends it early: columns that were not permuted until then are left out
     * @return the importance of the columns
     * @throws DataException if the metric is not defined for these rows
     */
    public Importance of(Table table, List<String> columns, Draws draws, Cancellation cancellation) {
        Table features = Cells.compact(table);
        Predictions whole = model.apply(features);
        double score = metric.score(truth, whole);
        if (Double.isNaN(score)) {
            throw new DataException(
                    "Metric '%s' is not defined for these %d rows.%n".formatted(metric.name(), truth.rows())
                            + "Maybe take more rows, in which there are all classes, or another metric.");
        }
        List<Rises> rises = columns.stream().map(Rises::new).toList();
        for (int repeat = 0; repeat < draws.count() && !cancellation.cancelled(); repeat++) {
            long seed = Seeds.mix(draws.seed(), repeat);
            int[] drawn = drawn(truth.rows(), Seeds.mix(seed, -1));
            double before = metric.loss(truth.select(drawn), whole.select(drawn));
            for (int i = 0; i < columns.size() && !cancellation.cancelled(); i++) {
                Predictions permuted = permuted(features, columns.get(i), Seeds.mix(seed, i));
                rises.get(i).add(metric.loss(truth, permuted) - metric.toLoss(score));
                rises.get(i).addDrawn(metric.loss(truth.select(drawn), permuted.select(drawn)) - before);
            }
        }
        return new Importance(
                metric.name(),
                score,
                truth.rows(),
                rises.stream().filter(Rises::isKnown).map(Rises::importance).toList());
    }

    private Predictions permuted(Table features, String column, long seed) {
        int index = features.schema().requireIndex(column);
        int[] order = Shuffles.order(features.rows(), new SplittableRandom(seed));
        return model.apply(
                Cells.replaced(features, index, features.column(index).select(order)));
    }

    private static int[] drawn(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, rows).map(i -> random.nextInt(rows)).toArray();
    }

    /** By how much the loss rose each time, on all rows and on drawn ones. */
    private static final class Rises {
        private final String column;
        private final List<Double> whole = new ArrayList<>();
        private final List<Double> drawn = new ArrayList<>();

        Rises(String column) {
            this.column = column;
        }

        void add(double rise) {
            whole.add(rise);
        }

        /** Rows may be drawn for which the metric is not defined. */
        void addDrawn(double rise) {
            if (!Double.isNaN(rise)) {
                drawn.add(rise);
            }
        }

        boolean isKnown() {
            return !whole.isEmpty();
        }

        ColumnImportance importance() {
            double mean = mean(whole);
            double reach = drawn.size() < 2 ? Double.NaN : Student.bound(drawn.size() - 1) * deviation(drawn);
            return new ColumnImportance(column, mean, mean - reach, mean + reach, whole.size());
        }

        private static double mean(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }

        private static double deviation(List<Double> values) {
            double mean = mean(values);
            double[] squares = values.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .toArray();
            return Math.sqrt(Arrays.stream(squares).sum() / (values.size() - 1));
        }
    }
}
