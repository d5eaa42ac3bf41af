package io.automl4j.benchmarks.peer;

import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/** Smile's random forest of 500 trees, run to its end, in the common pool as it wants. */
final class SmilePeer implements Peer {
    private static final String TARGET = "smile_target";
    private static final String TREES = "500";

    @Override
    public Facts run(Job job, Stopwatch watch) throws Exception {
        MathEx.setSeed(job.seed());
        PlainTable table = PlainTable.of(job);
        DataFrame train = frame(PlainTable.withoutMissing(table.train()));
        DataFrame test = frame(PlainTable.withoutMissing(table.test()));
        boolean classes = job.task().isClassification();
        Properties properties = new Properties();
        properties.setProperty("smile.random.forest.trees", TREES);
        double[][] values =
                classes ? classify(table, train, test, properties) : regress(table, train, test, properties);
        table.predictions(values).write(job.predictions());
        return new Facts(watch.seconds(), Double.NaN, 0, List.of());
    }

    private static double[][] classify(PlainTable table, DataFrame train, DataFrame test, Properties properties) {
        int[] labels = IntStream.range(0, table.targets().length)
                .map(row -> (int) table.targets()[row])
                .toArray();
        RandomForest forest =
                RandomForest.fit(Formula.lhs(TARGET), train.merge(IntVector.of(TARGET, labels)), properties);
        double[][] values = new double[test.size()][table.classes().size()];
        for (int row = 0; row < values.length; row++) {
            forest.predict(test.get(row), values[row]);
        }
        return values;
    }

    private static double[][] regress(PlainTable table, DataFrame train, DataFrame test, Properties properties) {
        smile.regression.RandomForest forest = smile.regression.RandomForest.fit(
                Formula.lhs(TARGET), train.merge(DoubleVector.of(TARGET, table.targets())), properties);
        double[][] values = new double[test.size()][1];
        for (int row = 0; row < values.length; row++) {
            values[row][0] = forest.predict(test.get(row));
        }
        return values;
    }

    private static DataFrame frame(double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        String[] names = IntStream.range(0, width).mapToObj(i -> "x" + i).toArray(String[]::new);
        return DataFrame.of(rows, names);
    }
}
