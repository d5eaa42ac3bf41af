package io.automl4j.meta;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a knowledge base is worth, leaving each of its tables, and those that are similar to it, out in turn: the regret
 * after so many trainings, in the mean of tables. 0 is the best that is known of a table, 1 the median of all attempts on
 * it.
 *
 * @param tables how many tables took part
 * @param configurations how many configurations of a table are compared
 * @param random after 1, 2, … draws of the Sobol points at random
 * @param portfolio after as many configurations of the order that suits past tables best
 * @param warmStart the same, where past tables count more on which the configurations so far came in the same order
 * @param portfolioSeconds the time that the portfolio took by then, in the mean of tables
 * @param randomSeconds the time that the draws took by then
 */
public record PortfolioReport(
        int tables,
        int configurations,
        double[] random,
        double[] portfolio,
        double[] warmStart,
        double[] portfolioSeconds,
        double[] randomSeconds) {
    private static final int DRAWS = 50;
    private static final int PORTFOLIO = 16;
    private static final int REPEATS = 200;

    /**
     * Judges a knowledge base.
     *
     * @param base what is known
     * @param providers the learners
     * @return the means over all tables of which others are known
     */
    public static PortfolioReport of(KnowledgeBase base, List<LearnerProvider> providers) {
        Recipes recipes = Design.recipes(providers, base.candidates());
        Sums sums = new Sums();
        for (TaskType type : TaskType.values()) {
            MetricFamily family = MetricFamily.of(Metrics.defaultFor(type), type);
            RegretMatrix matrix = RegretMatrix.of(recipes, base.experiences(), family);
            for (int table = 0; table < matrix.rows(); table++) {
                if (matrix.tables().get(table).shape().type() == type) {
                    sums.add(matrix, table);
                }
            }
        }
        return sums.report(recipes.size());
    }

    /** Sums over tables. */
    private static final class Sums {
        private final double[] random = new double[DRAWS];
        private final double[] randomSeconds = new double[DRAWS];
        private final double[] portfolio = new double[PORTFOLIO];
        private final double[] portfolioSeconds = new double[PORTFOLIO];
        private final double[] warmStart = new double[PORTFOLIO];
        private int tables;

        void add(RegretMatrix matrix, int table) {
            RegretMatrix past = matrix.without(table);
            if (past.rows() == 0) {
                return;
            }
            tables++;
            double[] weights =
                    Likeness.ofType(past, matrix.tables().get(table).shape().type());
            follow(matrix, table, Portfolio.order(past, weights, Set.of()), portfolio, portfolioSeconds);
            follow(matrix, table, adaptive(past, weights, matrix.losses()[table]), warmStart, new double[PORTFOLIO]);
            draw(matrix, table);
        }

        /** An order in which each step knows what the earlier ones reached. */
        private static List<Integer> adaptive(RegretMatrix past, double[] weights, double[] losses) {
            Map<Integer, Double> known = new LinkedHashMap<>();
            Set<Integer> tried = new LinkedHashSet<>();
            while (tried.size() < PORTFOLIO && tried.size() < past.columns()) {
                int next = Portfolio.order(past, Likeness.after(past, weights, known), tried)
                        .get(0);
                tried.add(next);
                if (!Double.isNaN(losses[next])) {
                    known.put(next, losses[next]);
                }
            }
            return List.copyOf(tried);
        }

        private void draw(RegretMatrix matrix, int table) {
            SplittableRandom shuffle = new SplittableRandom(table);
            List<Integer> points = new ArrayList<>(IntStream.range(0, matrix.columns())
                    .filter(column -> matrix.recipes().all().get(column) instanceof Recipe.Designed)
                    .boxed()
                    .toList());
            double[] regret = new double[DRAWS];
            double[] seconds = new double[DRAWS];
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                for (int i = points.size() - 1; i > 0; i--) {
                    points.set(i, points.set(shuffle.nextInt(i + 1), points.get(i)));
                }
                follow(matrix, table, points, regret, seconds);
            }
            for (int i = 0; i < DRAWS; i++) {
                random[i] += regret[i] / REPEATS;
                randomSeconds[i] += seconds[i] / REPEATS;
            }
        }

        /** Adds the least regret and the time after each step; what ends early stays where it is. */
        private static void follow(
                RegretMatrix matrix, int table, List<Integer> order, double[] regret, double[] seconds) {
            double least = 1;
            double spent = 0;
            for (int i = 0; i < regret.length; i++) {
                if (i < order.size()) {
                    least = Math.min(least, matrix.regret()[table][order.get(i)]);
                    spent += matrix.seconds()[table][order.get(i)];
                }
                regret[i] += least;
                seconds[i] += spent;
            }
        }

        PortfolioReport report(int configurations) {
            return new PortfolioReport(
                    tables,
                    configurations,
                    mean(random),
                    mean(portfolio),
                    mean(warmStart),
                    mean(portfolioSeconds),
                    mean(randomSeconds));
        }

        private double[] mean(double[] sums) {
            return Arrays.stream(sums).map(sum -> sum / Math.max(1, tables)).toArray();
        }
    }
}
