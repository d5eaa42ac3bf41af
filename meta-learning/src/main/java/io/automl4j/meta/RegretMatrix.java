package io.automl4j.meta;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far recipes stay behind the best that is known of each table: 0 is the best, 1 the median of all attempts or worse.
 * Tables of which no loss is known are left out; what was not tried is as bad as the median, and takes as long as the recipe takes in the mean.
 *
 * @param recipes the columns
 * @param tables the rows
 * @param losses by table and recipe; NaN where they are not known
 * @param regret by table and recipe
 * @param seconds by table and recipe
 */
record RegretMatrix(
        Recipes recipes, List<Experience> tables, double[][] losses, double[][] regret, double[][] seconds) {

    static RegretMatrix of(Recipes recipes, List<Experience> tables, MetricFamily family) {
        List<Experience> known = tables.stream()
                .filter(table -> table.attempts().stream()
                        .anyMatch(attempt -> attempt.loss(
                                        family.recorded(table.shape().type()))
                                .isPresent()))
                .toList();
        return filled(recipes, known, family);
    }

    private static RegretMatrix filled(Recipes recipes, List<Experience> tables, MetricFamily family) {
        double[][] losses = new double[tables.size()][];
        double[][] regret = new double[tables.size()][];
        double[][] seconds = new double[tables.size()][];
        Numbers numbers = new Numbers();
        for (int table = 0; table < regret.length; table++) {
            Row row = Row.of(tables.get(table), recipes, family, numbers);
            losses[table] = row.losses();
            regret[table] = row.regret();
            seconds[table] = row.seconds();
        }
        fillSeconds(seconds, recipes.size());
        return new RegretMatrix(recipes, tables, losses, regret, seconds);
    }

    private record Row(double[] losses, double[] regret, double[] seconds) {

        static Row of(Experience table, Recipes recipes, MetricFamily family, Numbers numbers) {
            TaskType type = table.shape().type();
            String metric = family.recorded(type);
            Map<Integer, Attempt> attempts = new HashMap<>();
            table.attempts().forEach(attempt -> attempts.put(numbers.of(attempt.start()), attempt));
            double[] sorted = table.attempts().stream()
                    .flatMapToDouble(attempt -> attempt.loss(metric).stream())
                    .sorted()
                    .toArray();
            double best = sorted[0];
            double median = sorted[sorted.length / 2];
            double[] losses = new double[recipes.size()];
            double[] regret = new double[recipes.size()];
            double[] seconds = new double[recipes.size()];
            List<Start> starts = recipes.on(table.shape());
            for (int i = 0; i < regret.length; i++) {
                boolean says = !recipes.all().get(i).wasTunedOn(table.table());
                Attempt attempt = says ? attempts.get(numbers.of(starts.get(i))) : null;
                double loss =
                        attempt == null ? Double.NaN : attempt.loss(metric).orElse(Double.NaN);
                losses[i] = loss;
                regret[i] = loss <= best ? 0 : loss < median ? (loss - best) / (median - best) : 1;
                seconds[i] = attempt == null ? Double.NaN : attempt.seconds();
            }
            return new Row(losses, regret, seconds);
        }
    }

    /** A number for each start. Hashes of configurations are slow, and most of the configurations are the same objects. */
    private static final class Numbers {
        private final Map<Start, Integer> numbers = new HashMap<>();
        private final IdentityHashMap<Configuration, Integer> known = new IdentityHashMap<>();

        int of(Start start) {
            // learners without parameters may share their configuration
            return start.configuration().values().isEmpty()
                    ? numbers.computeIfAbsent(start, unknown -> numbers.size())
                    : known.computeIfAbsent(
                            start.configuration(),
                            unknown -> numbers.computeIfAbsent(start, another -> numbers.size()));
        }
    }

    private static void fillSeconds(double[][] seconds, int recipes) {
        for (int recipe = 0; recipe < recipes; recipe++) {
            int column = recipe;
            double mean = Arrays.stream(seconds)
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(1);
            for (double[] row : seconds) {
                row[recipe] = Double.isNaN(row[recipe]) ? mean : row[recipe];
            }
        }
    }

    int rows() {
        return regret.length;
    }

    int columns() {
        return recipes.size();
    }

    /** Some of the tables. */
    RegretMatrix select(int... some) {
        return new RegretMatrix(
                recipes,
                Arrays.stream(some).mapToObj(tables::get).toList(),
                Arrays.stream(some).mapToObj(row -> losses[row]).toArray(double[][]::new),
                Arrays.stream(some).mapToObj(row -> regret[row]).toArray(double[][]::new),
                Arrays.stream(some).mapToObj(row -> seconds[row]).toArray(double[][]::new));
    }

    /** All tables but one and those that are similar to it. */
    RegretMatrix without(int table) {
        Sketch sketch = tables.get(table).sketch();
        return select(IntStream.range(0, rows())
                .filter(other -> other != table && !tables.get(other).sketch().isSimilarTo(sketch))
                .toArray());
    }
}
