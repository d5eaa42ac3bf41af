package io.automl4j.meta;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far recipes stay behind the best that is known of each table: 0 is the best, 1 the median of all attempts or worse.
 * Tables on which no recipe was tried are left out; what was not tried is as bad as the median, and takes as long as the recipe takes in the mean.
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
        Map<TaskType, String> metrics = new EnumMap<>(TaskType.class);
        Numbers numbers = new Numbers();
        List<Experience> known = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Experience table : tables) {
            String metric = metrics.computeIfAbsent(table.shape().type(), family::recorded);
            if (table.attempts().stream()
                    .anyMatch(attempt -> attempt.losses().of(metric).isPresent())) {
                Row row = Row.of(table, recipes, metric, numbers);
                if (row.isOfUse()) {
                    known.add(table);
                    rows.add(row);
                }
            }
        }
        double[][] seconds = rows.stream().map(Row::seconds).toArray(double[][]::new);
        fillSeconds(seconds, recipes.size());
        return new RegretMatrix(
                recipes,
                known,
                rows.stream().map(Row::losses).toArray(double[][]::new),
                rows.stream().map(Row::regret).toArray(double[][]::new),
                seconds);
    }

    private record Row(double[] losses, double[] regret, double[] seconds) {
        boolean isOfUse() {
            return Arrays.stream(losses).anyMatch(loss -> !Double.isNaN(loss));
        }

        static Row of(Experience table, Recipes recipes, String metric, Numbers numbers) {
            List<Start> starts = recipes.on(table.shape());
            int[] ofStarts = starts.stream()
                    .mapToInt(start -> numbers.of(start.learner(), start.configuration()))
                    .toArray();
            int[] ofAttempts = table.attempts().stream()
                    .mapToInt(attempt -> numbers.of(attempt.learner(), attempt.configuration()))
                    .toArray();
            Attempt[] attempts = new Attempt[numbers.count()];
            double[] sorted = new double[ofAttempts.length];
            int known = 0;
            for (int i = 0; i < ofAttempts.length; i++) {
                Attempt attempt = table.attempts().get(i);
                attempts[ofAttempts[i]] = attempt;
                OptionalDouble loss = attempt.losses().of(metric);
                if (loss.isPresent()) {
                    sorted[known++] = loss.getAsDouble();
                }
            }
            Arrays.sort(sorted, 0, known);
            double best = sorted[0];
            double median = sorted[known / 2];
            Row row = new Row(new double[recipes.size()], new double[recipes.size()], new double[recipes.size()]);
            for (int i = 0; i < recipes.size(); i++) {
                boolean says = !recipes.all().get(i).wasTunedOn(table.table());
                Attempt attempt = says ? attempts[ofStarts[i]] : null;
                double loss = attempt == null
                        ? Double.NaN
                        : attempt.losses().of(metric).orElse(Double.NaN);
                row.losses[i] = loss;
                row.regret[i] = loss <= best ? 0 : loss < median ? (loss - best) / (median - best) : 1;
                row.seconds[i] = attempt == null ? Double.NaN : attempt.seconds();
            }
            return row;
        }
    }

    /** A number for each start. Hashes of configurations are slow, and most of the configurations are the same objects. */
    private static final class Numbers {
        private final Map<Start, Integer> numbers = new HashMap<>();
        private final IdentityHashMap<Configuration, Integer> known = new IdentityHashMap<>();

        int of(String learner, Configuration configuration) {
            Integer number = known.get(configuration);
            if (number == null) {
                number = numbers.computeIfAbsent(new Start(learner, configuration), unknown -> numbers.size());
                if (!configuration.values().isEmpty()) {
                    // learners without parameters may share their configuration
                    known.put(configuration, number);
                }
            }
            return number;
        }

        int count() {
            return numbers.size();
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

    /** The same on a table on which recipes take other times. */
    RegretMatrix taking(List<Duration> times) {
        double[] here = times.stream().mapToDouble(time -> time.toNanos() / 1e9).toArray();
        double[][] everywhere = new double[rows()][];
        Arrays.fill(everywhere, here);
        return new RegretMatrix(recipes, tables, losses, regret, everywhere);
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
