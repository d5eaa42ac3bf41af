package io.automl4j.learners.xgboost;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A booster and its data outside the Java heap. */
final class XgBoostTraining implements Training {
    /** The attribute of a checkpoint that holds the watched losses so far, one an iteration. */
    private static final String LOSSES = "automl4j_losses";

    private final Matrices data;
    private final Booster booster;
    private final Link link;
    private final List<Double> losses = new ArrayList<>();
    private int iteration;

    /** How regression targets, which XGBoost sees standardised, relate to the values that are predicted. */
    record Link(TaskType type, int outputs, double centre, double spread) {}

    /** The rows outside the heap; what is watched may be a stand-in for nothing. */
    private record Matrices(DMatrix train, DMatrix watch, boolean watches) {
        static Matrices of(FoldData data, Link link, boolean categories) throws XGBoostError {
            return new Matrices(
                    matrix(data.train(), data.labels(), link, categories),
                    matrix(data.watch(), data.watchLabels(), link, categories),
                    data.watch().rows() > 0);
        }
    }

    private XgBoostTraining(Matrices data, Booster booster, Link link) {
        this.data = data;
        this.booster = booster;
        this.link = link;
    }

    static XgBoostTraining start(FoldData data, Map<String, Object> parameters, boolean categories) {
        try {
            Link link = link(data);
            Matrices matrices = Matrices.of(data, link, categories);
            Booster booster = XGBoost.train(matrices.train(), parameters, 0, Map.of(), null, null);
            return new XgBoostTraining(matrices, booster, link);
        } catch (XGBoostError e) {
            throw failure(e);
        }
    }

    static XgBoostTraining resume(FoldData data, Map<String, Object> parameters, boolean categories, Block checkpoint) {
        try {
            byte[] bytes = new byte[checkpoint.size()];
            checkpoint.buffer().get(bytes);
            Booster booster = XGBoost.loadModel(bytes);
            booster.setParams(parameters);
            Link link = link(data);
            Matrices matrices = Matrices.of(data, link, categories);
            XgBoostTraining training = new XgBoostTraining(matrices, booster, link);
            training.remember(booster.getAttr(LOSSES));
            return training;
        } catch (XGBoostError | IOException e) {
            throw failure(e);
        }
    }

    /** The curve up to the checkpoint, which the best iteration may lie on. */
    private void remember(String curve) {
        for (String loss : curve.split(",", -1)) {
            if (!loss.isEmpty()) {
                losses.add(Double.valueOf(loss));
            }
        }
        iteration = losses.size();
    }

    private static Link link(FoldData data) {
        Labels labels = data.labels();
        if (data.task().type().isClassification()) {
            return new Link(data.task().type(), data.task().outputs(), 0, 1);
        }
        double total = labels.totalWeight();
        double mean = 0;
        for (int row = 0; row < labels.rows(); row++) {
            mean += labels.weight(row) * labels.target(row) / total;
        }
        double variance = 0;
        for (int row = 0; row < labels.rows(); row++) {
            double difference = labels.target(row) - mean;
            variance += labels.weight(row) * difference * difference / total;
        }
        return new Link(data.task().type(), data.task().outputs(), mean, variance > 0 ? Math.sqrt(variance) : 1);
    }

    private static DMatrix matrix(EncodedRows rows, Labels labels, Link link, boolean categories) throws XGBoostError {
        int width = rows.width();
        // XGBoost takes no empty matrix; one row of nothing stands for none
        boolean empty = rows.rows() == 0;
        DMatrix matrix =
                new DMatrix(empty ? new float[width] : rows.values(), Math.max(1, rows.rows()), width, Float.NaN);
        float[] targets = new float[Math.max(1, labels.rows())];
        for (int row = 0; row < labels.rows(); row++) {
            targets[row] = (float) ((labels.target(row) - link.centre()) / link.spread());
        }
        matrix.setLabel(targets);
        if (labels.isWeighted() && !empty) {
            matrix.setWeight(labels.weightsAsFloats());
        }
        if (categories) {
            matrix.setFeatureTypes(rows.features().stream()
                    .map((Feature feature) -> feature.isCategorical() ? "c" : "q")
                    .toArray(String[]::new));
        }
        return matrix;
    }

    private static IllegalStateException failure(Exception error) {
        return new IllegalStateException("XGBoost: " + error.getMessage(), error);
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public void advance(int toIteration, Cancellation cancellation) {
        try {
            while (iteration < toIteration) {
                cancellation.check();
                booster.update(data.train(), iteration);
                losses.add(data.watches() ? loss() : Double.NaN);
                iteration++;
            }
        } catch (XGBoostError e) {
            throw failure(e);
        }
    }

    private double loss() throws XGBoostError {
        String text = booster.evalSet(new DMatrix[] {data.watch()}, new String[] {"watch"}, iteration);
        double loss = Double.parseDouble(text.substring(text.lastIndexOf(':') + 1));
        return switch (link.type()) {
            case BINARY, MULTICLASS -> loss;
            case REGRESSION -> loss * loss * link.spread() * link.spread();
            case QUANTILE -> loss * link.spread();
        };
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return losses.get(ofIteration - 1);
    }

    @Override
    public FittedModel model(int ofIteration) {
        try {
            return XgBoostTrees.read(booster.toByteArray("json"), link, ofIteration);
        } catch (XGBoostError e) {
            throw failure(e);
        }
    }

    @Override
    public Block checkpoint() {
        try {
            booster.setAttr(LOSSES, losses.stream().map(String::valueOf).collect(Collectors.joining(",")));
            return Block.of(booster.toByteArray("ubj"));
        } catch (XGBoostError e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
        data.train().dispose();
        data.watch().dispose();
    }
}
