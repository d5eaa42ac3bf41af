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
import org.jspecify.annotations.Nullable;

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
        List<LGBMDataset> datasets = new ArrayList<>();
        boolean complete = false;
        try {
            datasets.add(dataset(data.train(), parameters, null));
            fill(datasets.get(0), data.labels());
            boolean watches = data.watch().rows() > 0;
            if (watches) {
                datasets.add(dataset(data.watch(), parameters, datasets.get(0)));
                fill(datasets.get(1), data.watchLabels());
            }
            LGBMBooster booster = LGBMBooster.create(datasets.get(0), parameters);
            complete = true;
            LightGbmTraining training = new LightGbmTraining(datasets, booster, data.task(), watches);
            training.watch();
            return training;
        } catch (LGBMException e) {
            throw failure(e);
        } finally {
            if (!complete) {
                close(datasets);
            }
        }
    }

    private void watch() throws LGBMException {
        if (watches) {
            try {
                booster.addValidData(datasets.get(1));
            } catch (LGBMException e) {
                close();
                throw e;
            }
        }
    }

    private static LGBMDataset dataset(EncodedRows rows, String parameters, @Nullable LGBMDataset reference)
            throws LGBMException {
        return LGBMDataset.createFromMat(rows.values(), rows.rows(), rows.width(), true, parameters, reference);
    }

    private static void fill(LGBMDataset dataset, Labels labels) throws LGBMException {
        dataset.setField("label", labels.toFloats());
        if (labels.isWeighted()) {
            dataset.setField("weight", labels.weightsAsFloats());
        }
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
        } catch (LGBMException e) {
            throw failure(e);
        } finally {
            close(datasets);
        }
    }

    private static void close(List<LGBMDataset> datasets) {
        for (LGBMDataset dataset : datasets) {
            try {
                dataset.close();
            } catch (LGBMException e) {
                throw failure(e);
            }
        }
    }
}
