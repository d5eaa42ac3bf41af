package io.automl4j.learners.lightgbm;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.trial.Cancellation;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.List;

/**
 * A booster and its data outside the Java heap. Its native prediction is never called: for three and more classes it
 * writes beyond its buffer.
 */
final class LightGbmTraining implements Training {
    private final List<LGBMDataset> datasets;
    private final LGBMBooster booster;
    private final Task task;
    private final boolean watches;
    private final List<Double> losses = new ArrayList<>();
    private int iteration;
    private boolean grown;

    private LightGbmTraining(List<LGBMDataset> datasets, LGBMBooster booster, Task task, boolean watches) {
        this.datasets = datasets;
        this.booster = booster;
        this.task = task;
        this.watches = watches;
    }

    static LightGbmTraining start(FoldData data, String parameters) {
        NativeLightGbm.require();
        try {
            List<LGBMDataset> datasets = new ArrayList<>();
            LGBMDataset train = dataset(data.train(), data.labels(), parameters, null);
            datasets.add(train);
            LGBMBooster booster = LGBMBooster.create(train, parameters);
            boolean watches = data.watch().rows() > 0;
            if (watches) {
                LGBMDataset watch = dataset(data.watch(), data.watchLabels(), parameters, train);
                datasets.add(watch);
                booster.addValidData(watch);
            }
            return new LightGbmTraining(datasets, booster, data.task(), watches);
        } catch (LGBMException e) {
            throw failure(e);
        }
    }

    private static LGBMDataset dataset(
            EncodedRows rows,
            Labels labels,
            String parameters,
            @org.jspecify.annotations.Nullable LGBMDataset reference)
            throws LGBMException {
        LGBMDataset dataset =
                LGBMDataset.createFromMat(rows.values(), rows.rows(), rows.width(), true, parameters, reference);
        dataset.setField("label", labels.toFloats());
        if (labels.isWeighted()) {
            dataset.setField("weight", labels.weightsAsFloats());
        }
        return dataset;
    }

    private static IllegalStateException failure(LGBMException error) {
        return new IllegalStateException("LightGBM: " + error.getMessage(), error);
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
                // true once no leaf can be split any more; further rounds would add nothing
                grown = grown || booster.updateOneIter();
                losses.add(watches ? booster.getEval(1)[0] : Double.NaN);
                iteration++;
            }
        } catch (LGBMException e) {
            throw failure(e);
        }
    }

    @Override
    public double watchedLoss(int ofIteration) {
        return losses.get(ofIteration - 1);
    }

    @Override
    public FittedModel model(int ofIteration) {
        try {
            String text = booster.saveModelToString(0, ofIteration, LGBMBooster.FeatureImportanceType.SPLIT);
            return LightGbmTrees.read(text, task);
        } catch (LGBMException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            booster.close();
            for (LGBMDataset dataset : datasets) {
                dataset.close();
            }
        } catch (LGBMException e) {
            throw failure(e);
        }
    }
}
