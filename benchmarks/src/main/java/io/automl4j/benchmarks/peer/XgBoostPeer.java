package io.automl4j.benchmarks.peer;

import io.automl4j.benchmarks.table.Split;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost as it comes: depth 6, a rate of 0.1, at most 2,000 rounds, stopped after 50 that do not better the loss on a
 * tenth of the rows.
 */
final class XgBoostPeer implements Peer {
    private static final int ROUNDS = 2_000;
    private static final int PATIENCE = 50;
    private static final int PARTS = 10;

    @Override
    public Facts run(Job job, Stopwatch watch) throws Exception {
        PlainTable table = PlainTable.of(job);
        List<String> classes = Arrays.stream(table.targets())
                .mapToObj(target -> job.task().isClassification() ? String.valueOf(target) : "")
                .toList();
        Split split = Split.of(classes, new Split.Part(0, PARTS), job.seed());
        DMatrix train = matrix(table, split.train());
        Map<String, DMatrix> watches = new LinkedHashMap<>(Map.of("held", matrix(table, split.test())));
        Booster booster = XGBoost.train(train, parameters(job, table), ROUNDS, watches, null, null, null, PATIENCE);
        double fitted = watch.seconds();
        float[][] raw = booster.predict(matrix(table.test()), false, best(booster));
        double predicted = watch.seconds() - fitted;
        long bytes = booster.toByteArray().length;
        table.predictions(values(raw, table)).write(job.predictions());
        return new Facts(fitted, predicted, bytes, List.of());
    }

    /** The number of rounds of the best model; all where stopping did not set one. */
    private static int best(Booster booster) throws XGBoostError {
        String best = booster.getAttr("best_iteration");
        return best == null ? 0 : Integer.parseInt(best) + 1;
    }

    private static double[][] values(float[][] raw, PlainTable table) {
        double[][] values = new double[raw.length][];
        for (int row = 0; row < raw.length; row++) {
            float[] outputs = raw[row];
            values[row] = table.classes().size() == 2
                    ? new double[] {1 - outputs[0], outputs[0]}
                    : IntStream.range(0, outputs.length)
                            .mapToDouble(i -> outputs[i])
                            .toArray();
        }
        return values;
    }

    private static DMatrix matrix(PlainTable table, int[] rows) throws XGBoostError {
        float[][] cells = new float[rows.length][];
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cells[i] = table.train()[rows[i]];
            labels[i] = (float) table.targets()[rows[i]];
        }
        DMatrix matrix = matrix(cells);
        matrix.setLabel(labels);
        return matrix;
    }

    private static DMatrix matrix(float[][] rows) throws XGBoostError {
        int width = rows.length == 0 ? 0 : rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * width, width);
        }
        return new DMatrix(flat, rows.length, width, Float.NaN);
    }

    private static Map<String, Object> parameters(Job job, PlainTable table) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("eta", 0.1);
        parameters.put("max_depth", 6);
        parameters.put("tree_method", "hist");
        parameters.put("nthread", job.threads());
        parameters.put("seed", Math.floorMod(job.seed(), Integer.MAX_VALUE));
        parameters.put("verbosity", 0);
        switch (job.task()) {
            case BINARY -> parameters.put("objective", "binary:logistic");
            case MULTICLASS -> {
                parameters.put("objective", "multi:softprob");
                parameters.put("num_class", table.classes().size());
            }
            case REGRESSION -> parameters.put("objective", "reg:squarederror");
            case QUANTILE -> throw new IllegalArgumentException("Benchmarks have no quantiles.");
        }
        return parameters;
    }
}
