package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Opening;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a knowledge base is worth, leaving each of its tables, and those that are similar to it, out in turn: the regret
 * after so many trainings, in the mean of tables. 0 is the best that is known of a table, 1 the median of all attempts on
 * it.
 *
 * @param tables how many tables took part
 * @param configurations how many configurations were tried on a table, in the mean
 * @param random after 1, 2, … draws, at random, of the Sobol points that were tried on the table
 * @param portfolio after as many configurations of the order that suits past tables best
 * @param warmStart after as many starts in the order of a run: with some of each learner, and ordered anew by what was found
 * @param randomSeconds the time that the draws took by then, in the mean of tables
 * @param portfolioSeconds the time that the portfolio took by then
 * @param warmStartSeconds the time that the starts took by then
 * @param points how many Sobol points were tried on each table
 * @param near the regret of portfolios for which tables that are near by a group of meta-features count more, by the name of the
 *     group
 */
public record PortfolioReport(
        int tables,
        int configurations,
        double[] random,
        double[] portfolio,
        double[] warmStart,
        double[] randomSeconds,
        double[] portfolioSeconds,
        double[] warmStartSeconds,
        int[] points,
        Map<String, double[]> near) {
    /** What was tried did not take too long. */
    private static final Duration WHATEVER = Duration.ofDays(1);

    private static final int DRAWS = 50;
    private static final int PORTFOLIO = 16;
    private static final int REPEATS = 200;

    /** Copies the map, in its order. */
    public PortfolioReport {
        near = Collections.unmodifiableMap(new LinkedHashMap<>(near));
    }

    /**
     * Judges a knowledge base.
     *
     * @param base what is known
     * @param providers the learners
     * @return the means over all tables of which others are known
     */
    public static PortfolioReport of(KnowledgeBase base, List<LearnerProvider> providers) {
        Sums sums = new Sums(providers);
        for (TaskType type : TaskType.values()) {
            Recipes recipes = Design.recipes(knowing(providers, type), base.candidates());
            MetricFamily family = MetricFamily.of(Metrics.defaultFor(type), type);
            RegretMatrix matrix = RegretMatrix.of(recipes, base.experiences(), family);
            for (int table = 0; table < matrix.rows(); table++) {
                if (matrix.tables().get(table).shape().type() == type) {
                    sums.add(matrix, table);
                }
            }
        }
        return sums.report();
    }

    private static List<LearnerProvider> knowing(List<LearnerProvider> providers, TaskType type) {
        return providers.stream().filter(provider -> provider.knows(type)).toList();
    }

    /** Least regret and time after each step, summed over tables. */
    private static final class Path {
        private final double[] regret;
        private final double[] seconds;

        Path(int steps) {
            this.regret = new double[steps];
            this.seconds = new double[steps];
        }

        /** Adds a table on which recipes are tried in an order; what ends early stays where it is. */
        void add(RegretMatrix matrix, int table, List<Integer> order, double weight) {
            double least = 1;
            double spent = 0;
            for (int i = 0; i < regret.length; i++) {
                if (i < order.size()) {
                    least = Math.min(least, matrix.regret()[table][order.get(i)]);
                    spent += matrix.seconds()[table][order.get(i)];
                }
                regret[i] += weight * least;
                seconds[i] += weight * spent;
            }
        }

        double[] regret(int tables) {
            return mean(regret, tables);
        }

        double[] seconds(int tables) {
            return mean(seconds, tables);
        }

        private static double[] mean(double[] sums, int tables) {
            return Arrays.stream(sums).map(sum -> sum / Math.max(1, tables)).toArray();
        }
    }

    /** Sums over tables. */
    private static final class Sums {
        private final List<LearnerProvider> providers;
        private final Path random = new Path(DRAWS);
        private final Path portfolio = new Path(PORTFOLIO);
        private final Path warmStart = new Path(PORTFOLIO);
        private final List<Integer> points = new ArrayList<>();
        private final Map<Nearness, Path> near = new EnumMap<>(Nearness.class);
        private int tables;
        private int tried;

        Sums(List<LearnerProvider> providers) {
            this.providers = providers;
        }

        void add(RegretMatrix matrix, int table) {
            RegretMatrix past = matrix.without(table);
            if (past.rows() == 0) {
                return;
            }
            tables++;
            tried += (int) IntStream.range(0, matrix.columns())
                    .filter(column -> isKnown(matrix, table, column))
                    .count();
            TaskShape shape = matrix.tables().get(table).shape();
            double[] weights = Likeness.ofType(past, shape.type());
            List<Start> starts = matrix.recipes().on(shape);
            portfolio.add(matrix, table, different(Portfolio.order(past, weights, Set.of()), starts), 1);
            warmStart.add(matrix, table, followed(past, weights, matrix, table), 1);
            draw(matrix, table, starts);
            for (Nearness group : Nearness.values()) {
                double[] both = Likeness.near(
                        weights, past, group, matrix.tables().get(table).metaFeatures());
                near.computeIfAbsent(group, unknown -> new Path(PORTFOLIO))
                        .add(matrix, table, different(Portfolio.order(past, both, Set.of()), starts), 1);
            }
        }

        /** Recipes that are one configuration on a table are one training. */
        private static List<Integer> different(List<Integer> columns, List<Start> starts) {
            Set<Start> met = new HashSet<>();
            return columns.stream()
                    .filter(column -> met.add(starts.get(column)))
                    .toList();
        }

        private static boolean isKnown(RegretMatrix matrix, int table, int column) {
            return !Double.isNaN(matrix.losses()[table][column]);
        }

        /** What a run tries, one after the other. */
        private List<Integer> followed(RegretMatrix past, double[] weights, RegretMatrix matrix, int table) {
            Experience here = matrix.tables().get(table);
            double[] losses = matrix.losses()[table];
            List<Start> starts = past.recipes().on(here.shape());
            double[] near = Likeness.near(weights, past, Nearness.COUNTS, here.metaFeatures());
            Opening opening = new LearnedOpening(
                    past.taking(past.recipes().forecasts(here.shape())),
                    near,
                    starts,
                    StartingOrder.of(knowing(providers, here.shape().type()), here.shape(), WHATEVER, 1));
            Map<Start, Double> known = new LinkedHashMap<>();
            Set<Start> tried = new LinkedHashSet<>();
            while (tried.size() < PORTFOLIO) {
                Optional<Start> next = opening.order(known).stream()
                        .filter(start -> !tried.contains(start))
                        .findFirst();
                if (next.isEmpty()) {
                    break;
                }
                tried.add(next.get());
                int column = starts.indexOf(next.get());
                if (column >= 0 && !Double.isNaN(losses[column])) {
                    known.put(next.get(), losses[column]);
                }
            }
            return tried.stream()
                    .map(starts::indexOf)
                    .filter(column -> column >= 0)
                    .toList();
        }

        private void draw(RegretMatrix matrix, int table, List<Start> starts) {
            SplittableRandom shuffle = new SplittableRandom(table);
            List<Integer> tried = IntStream.range(0, matrix.columns())
                    .filter(column -> matrix.recipes().all().get(column) instanceof Recipe.Designed)
                    .filter(column -> isKnown(matrix, table, column))
                    .boxed()
                    .toList();
            List<Integer> drawn = new ArrayList<>(different(tried, starts));
            points.add(drawn.size());
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                for (int i = drawn.size() - 1; i > 0; i--) {
                    drawn.set(i, drawn.set(shuffle.nextInt(i + 1), drawn.get(i)));
                }
                random.add(matrix, table, drawn, 1.0 / REPEATS);
            }
        }

        PortfolioReport report() {
            return new PortfolioReport(
                    tables,
                    Math.round((float) tried / Math.max(1, tables)),
                    random.regret(tables),
                    portfolio.regret(tables),
                    warmStart.regret(tables),
                    random.seconds(tables),
                    portfolio.seconds(tables),
                    warmStart.seconds(tables),
                    points.stream().mapToInt(Integer::intValue).toArray(),
                    regrets());
        }

        private Map<String, double[]> regrets() {
            Map<String, double[]> regrets = new LinkedHashMap<>();
            near.forEach((group, path) -> regrets.put(group.name().toLowerCase(Locale.ROOT), path.regret(tables)));
            return regrets;
        }
    }
}
