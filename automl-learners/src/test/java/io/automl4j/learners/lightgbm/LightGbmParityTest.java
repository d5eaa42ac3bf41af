package io.automl4j.learners.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.learners.Samples;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LightGbmParityTest {
    private static final String COMMON = " num_threads=1 deterministic=true force_col_wise=true verbosity=-1"
            + " learning_rate=0.2 min_data_in_leaf=5 num_leaves=15";

    @BeforeAll
    static void load() {
        NativeLightGbm.require();
    }

    private static String parameters(TaskType type, boolean categories) {
        String objective = switch (type) {
            case BINARY -> "objective=binary";
            case MULTICLASS -> "objective=multiclass num_class=4";
            case REGRESSION -> "objective=regression";
            case QUANTILE -> throw new IllegalArgumentException("not known");
        };
        return objective + COMMON + (categories ? " categorical_feature=2" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "BINARY, true, true",
        "BINARY, false, true",
        "BINARY, true, false",
        "BINARY, false, false",
        "REGRESSION, true, true",
        "REGRESSION, false, true",
        "REGRESSION, true, false"
    })
    void predictsAsTheLibrary(TaskType type, boolean categories, boolean missing) throws LGBMException {
        FoldData data = Samples.fold(type, missing);
        // NaN appears here even where training saw none, and a code that it never saw
        EncodedRows rows = withUnseenCodes(Samples.rows(500, true, 9));
        try (LGBMDataset train = dataset(data.train(), data.labels(), parameters(type, categories), null);
                LGBMBooster booster = LGBMBooster.create(train, parameters(type, categories))) {
            grow(booster, 50);
            String text = booster.saveModelToString(0, 50, LGBMBooster.FeatureImportanceType.SPLIT);
            float[] ours = Samples.predict(LightGbmTrees.read(text, data.task()), rows);
            double[] theirs = booster.predictForMat(
                    rows.values(),
                    rows.rows(),
                    rows.width(),
                    true,
                    com.microsoft.ml.lightgbm.PredictionType.C_API_PREDICT_NORMAL,
                    "num_threads=1");
            int outputs = data.task().outputs();
            for (int row = 0; row < rows.rows(); row++) {
                assertThat((double) ours[row * outputs + outputs - 1])
                        .isCloseTo(theirs[row], within(1e-5 * Math.max(1, Math.abs(theirs[row]))));
            }
        }
    }

    /** Native prediction of three and more classes writes beyond its buffer; what the booster keeps is safe to read. */
    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false"})
    void predictsClassesAsTheLibrary(boolean categories, boolean missing) throws LGBMException {
        FoldData data = Samples.fold(TaskType.MULTICLASS, missing);
        String parameters = parameters(TaskType.MULTICLASS, categories);
        try (LGBMDataset train = dataset(data.train(), data.labels(), parameters, null);
                LGBMDataset watch = dataset(data.watch(), data.watchLabels(), parameters, train);
                LGBMBooster booster = LGBMBooster.create(train, parameters)) {
            booster.addValidData(watch);
            grow(booster, 30);
            String text = booster.saveModelToString(0, 30, LGBMBooster.FeatureImportanceType.SPLIT);
            FittedModel ours = LightGbmTrees.read(text, data.task());
            assertClasses(Samples.predict(ours, data.train()), booster.getPredict(0));
            assertClasses(Samples.predict(ours, data.watch()), booster.getPredict(1));
        }
    }

    /** Theirs are by class, ours by row. */
    private static void assertClasses(float[] ours, double[] theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        int rows = ours.length / 4;
        for (int i = 0; i < ours.length; i++) {
            assertThat((double) ours[i]).isCloseTo(theirs[i % 4 * rows + i / 4], within(1e-5));
        }
    }

    private static void grow(LGBMBooster booster, int rounds) throws LGBMException {
        for (int i = 0; i < rounds; i++) {
            booster.updateOneIter();
        }
    }

    private static EncodedRows withUnseenCodes(EncodedRows rows) {
        float[] values = rows.values().clone();
        for (int row = 0; row < rows.rows(); row += 7) {
            values[row * rows.width() + 2] = 40 + row % 3 * 50;
        }
        return EncodedRows.of(rows.features(), values, rows.rows());
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
        return dataset;
    }

    @ParameterizedTest
    @EnumSource(names = "QUANTILE", mode = EnumSource.Mode.EXCLUDE)
    void watchesTheLossOfTheModel(TaskType type) {
        FoldData data = Samples.fold(type, true);
        LightGbmProvider provider = new LightGbmProvider();
        Configuration configuration =
                provider.space(Samples.shape(data.task(), 400)).repair(Configuration.of("learning_rate", 0.1));
        try (Training training = provider.create(configuration).start(data, 7)) {
            training.advance(25, Cancellation.NEVER);
            double mean = Samples.watchedLoss(training.model(10), data);
            assertThat(training.watchedLoss(10)).isCloseTo(mean, org.assertj.core.data.Percentage.withPercentage(0.01));
        }
    }
}
