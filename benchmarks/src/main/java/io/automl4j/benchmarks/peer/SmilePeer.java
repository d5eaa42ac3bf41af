package io.automl4j.benchmarks.peer;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;

/** Smile's random forest of 500 trees with its defaults, run to its end, in the common pool as it wants. */
final class SmilePeer implements Peer {
    private static final String TARGET = "smile_target";
    private static final int TREES = 500;
    private static final int DEPTH = 20;
    private static final int NODE_SIZE = 5;
    /** Stands for the square root of the columns, or a third of them for numbers. */
    private static final int USUAL_COLUMNS = 0;

    @Override
    public Facts run(Job job, Stopwatch watch) throws Exception {
        PlainTable table = PlainTable.of(job);
        DataFrame train = frame(PlainTable.withoutMissing(table.train()));
        DataFrame test = frame(PlainTable.withoutMissing(table.test()));
        // Smile takes seeds above 1; without them each thread of its pool has one of its own
        LongStream seeds = new SplittableRandom(job.seed()).longs(TREES, 2, Long.MAX_VALUE);
        BiConsumer<Tuple, double[]> forest =
                job.task().isClassification() ? classifier(table, train, seeds) : regressor(table, train, seeds);
        double fitted = watch.seconds();
        double[][] values = new double[test.size()][Math.max(1, table.classes().size())];
        for (int row = 0; row < values.length; row++) {
            forest.accept(test.get(row), values[row]);
        }
        double predicted = watch.seconds() - fitted;
        table.predictions(values).write(job.predictions());
        return new Facts(fitted, predicted, 0, List.of());
    }

    private static BiConsumer<Tuple, double[]> classifier(PlainTable table, DataFrame train, LongStream seeds) {
        int[] labels = IntStream.range(0, table.targets().length)
                .map(row -> (int) table.targets()[row])
                .toArray();
        RandomForest forest = RandomForest.fit(
                Formula.lhs(TARGET),
                train.merge(IntVector.of(TARGET, labels)),
                TREES,
                USUAL_COLUMNS,
                SplitRule.GINI,
                DEPTH,
                nodes(train),
                NODE_SIZE,
                1.0,
                null,
                seeds);
        return forest::predict;
    }

    private static BiConsumer<Tuple, double[]> regressor(PlainTable table, DataFrame train, LongStream seeds) {
        smile.regression.RandomForest forest = smile.regression.RandomForest.fit(
                Formula.lhs(TARGET),
                train.merge(DoubleVector.of(TARGET, table.targets())),
                TREES,
                USUAL_COLUMNS,
                DEPTH,
                nodes(train),
                NODE_SIZE,
                1.0,
                seeds);
        return (row, values) -> values[0] = forest.predict(row);
    }

    private static int nodes(DataFrame train) {
        return Math.max(2, train.size() / NODE_SIZE);
    }

    private static DataFrame frame(double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        String[] names = IntStream.range(0, width).mapToObj(i -> "x" + i).toArray(String[]::new);
        return DataFrame.of(rows, names);
    }
}
