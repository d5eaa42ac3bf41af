package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.run.Part;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.ensemble.NonNegativeLinear;
import io.automl4j.ensemble.Stacking;
import io.automl4j.model.predictor.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * A few shallow trees by XGBoost as the correction of a stack: for which predictions, and for which disagreement of members, their
 * mean is off.
 *
 * @param boosting XGBoost
 * @param seed of the rows that trees draw
 */
record BoostedCorrection(LearnerProvider boosting, long seed) implements Stacking.Trainer {
    private static final String LEARNER = "xgboost";
    /** Chosen by the parts that stacking judges by: more trees, or deeper ones, fit the noise of what members leave. */
    private static final int ROUNDS = 40;

    private static final Configuration SMALL = Configuration.of(
            "learning_rate",
            0.05,
            "growth",
            "by_depth",
            "max_depth",
            3,
            "min_child_weight",
            20.0,
            "subsample",
            0.7,
            "colsample_bytree",
            1.0,
            "lambda",
            5.0);

    private static final Task NUMBER = new Task(TaskType.REGRESSION, "residual", List.of());

    /**
     * What learns corrections in a run: linear models, and trees where XGBoost is among the learners.
     *
     * @param data what is learned from
     * @param learners who learns
     * @param settings how the run is conducted
     * @return none where stacks or ensembles are left out, or there can be none
     */
    static List<Stacking.Trainer> trainers(RunData data, Learners learners, RunSettings settings) {
        return settings.has(Part.STACKING) && settings.has(Part.ENSEMBLE)
                ? trainers(data, learners, settings.seed())
                : List.of();
    }

    /** None where no numbers are predicted, or rows are not in folds by chance: parts of them would not stand for others. */
    static List<Stacking.Trainer> trainers(RunData data, Learners learners, long seed) {
        if (data.task().type() != TaskType.REGRESSION || !data.plan().isRandom()) {
            return List.of();
        }
        List<Stacking.Trainer> trainers = new ArrayList<>(List.of(new NonNegativeLinear()));
        learners.searched().stream()
                .filter(provider -> provider.name().equals(LEARNER))
                .forEach(provider -> trainers.add(new BoostedCorrection(provider, seed)));
        return trainers;
    }

    @Override
    public Model train(EncodedRows inputs, Labels residuals) {
        FoldData data = FoldData.of(NUMBER, inputs, residuals);
        try (Training training = boosting.create(SMALL).start(data, seed)) {
            training.advance(ROUNDS, Cancellation.NEVER);
            return (Model) training.model(ROUNDS);
        }
    }
}
