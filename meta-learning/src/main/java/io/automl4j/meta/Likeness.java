package io.automl4j.meta;

import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How much each past table tells about the table at hand. */
final class Likeness {
    /** What a table of another type of task counts: what is good there is good here more often than not. */
    private static final double OTHER_TYPE = 0.4;
    /** How much more a table counts on which the same configurations were better than others: e to this. */
    private static final double AGREEMENT = 4;
    /** So many results that are not there hold back a judgement on the others. */
    private static final double DOUBT = 4;
    /** Fewer results say nothing that would help. */
    static final int FEWEST = 6;

    private Likeness() {}

    /** By the type of task alone. What is good for a number is good for its quantiles, of which nothing is recorded. */
    static double[] ofType(RegretMatrix matrix, TaskType type) {
        TaskType recorded = type == TaskType.QUANTILE ? TaskType.REGRESSION : type;
        return IntStream.range(0, matrix.rows())
                .mapToDouble(table -> coverage(matrix.losses()[table])
                        * (matrix.tables().get(table).shape().type() == recorded ? 1 : OTHER_TYPE))
                .toArray();
    }

    /** By how near tables are too. */
    static double[] near(double[] weights, RegretMatrix matrix, Nearness group, Map<String, Double> figures) {
        double[] near = group.weights(matrix.tables(), figures);
        Arrays.setAll(near, table -> near[table] * weights[table]);
        return near;
    }

    /**
     * 1 where at least half of the recipes were tried, else as much less as there are fewer. What was not tried counts as bad, as it
     * mostly was too slow; but not where a run tried only some.
     */
    private static double coverage(double[] losses) {
        double tried = Arrays.stream(losses).filter(loss -> !Double.isNaN(loss)).count();
        return Math.min(1, 2 * tried / losses.length);
    }

    /**
     * After the first results on the table at hand: past tables on which the same recipes came in the same order count more.
     *
     * @param matrix what is known
     * @param before how much each table counted before
     * @param losses what was reached on the table at hand, by column
     * @return the weights by now
     */
    static double[] after(RegretMatrix matrix, double[] before, Map<Integer, Double> losses) {
        if (losses.size() < FEWEST) {
            return before;
        }
        return IntStream.range(0, before.length)
                .mapToDouble(table -> before[table] * Math.exp(AGREEMENT * agreement(matrix.losses()[table], losses)))
                .toArray();
    }

    /** Spearman's rank correlation over what is known of both, drawn towards 0 where that is little. */
    private static double agreement(double[] there, Map<Integer, Double> here) {
        List<Integer> both = here.keySet().stream()
                .filter(column -> !Double.isNaN(there[column]))
                .sorted()
                .toList();
        double[] one = ranks(both.stream().mapToDouble(here::get).toArray());
        double[] other =
                ranks(both.stream().mapToDouble(column -> there[column]).toArray());
        double mean = (both.size() - 1) / 2.0;
        double product = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - mean) * (other[i] - mean);
            ofOne += (one[i] - mean) * (one[i] - mean);
            ofOther += (other[i] - mean) * (other[i] - mean);
        }
        // where all are equal there is no order
        double spread = Math.sqrt(ofOne * ofOther);
        return spread == 0 ? 0 : product / spread * both.size() / (both.size() + DOUBT);
    }

    /** From 0 on; those that are equal share the mean of theirs. */
    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int rank = from; rank < to; rank++) {
                ranks[order[rank]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
