package io.automl4j.api.metric;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** A metric of this library: its name, its direction and how it is computed. */
record Formula(
        String name,
        Set<TaskType> types,
        double optimum,
        boolean higherIsBetter,
        boolean judgesClasses,
        ToDoubleBiFunction<Labels, Predictions> measure)
        implements Metric {

    private static final Set<TaskType> BINARY = Set.of(TaskType.BINARY);
    private static final Set<TaskType> CLASSES = Set.of(TaskType.BINARY, TaskType.MULTICLASS);
    private static final Set<TaskType> NUMBERS = Set.of(TaskType.REGRESSION);
    private static final Set<TaskType> QUANTILES = Set.of(TaskType.QUANTILE);

    static Formula binaryGain(String name, ToDoubleBiFunction<Labels, Predictions> measure) {
        return new Formula(name, BINARY, 1, true, false, measure);
    }

    static Formula classGain(String name, ToDoubleBiFunction<Labels, Predictions> measure) {
        return new Formula(name, CLASSES, 1, true, false, measure);
    }

    private static Formula decision(String name, Set<TaskType> types, ToDoubleFunction<ClassCounts> measure) {
        return new Formula(name, types, 1, true, true, (truth, p) -> measure.applyAsDouble(ClassCounts.of(truth, p)));
    }

    static Formula binaryDecision(String name, ToDoubleFunction<ClassCounts> measure) {
        return decision(name, BINARY, measure);
    }

    static Formula classDecision(String name, ToDoubleFunction<ClassCounts> measure) {
        return decision(name, CLASSES, measure);
    }

    static Formula classLoss(String name, ToDoubleBiFunction<Labels, Predictions> measure) {
        return new Formula(name, CLASSES, 0, false, false, measure);
    }

    static Formula numberGain(String name, ToDoubleBiFunction<Labels, Predictions> measure) {
        return new Formula(name, NUMBERS, 1, true, false, measure);
    }

    static Formula numberLoss(String name, ToDoubleBiFunction<Labels, Predictions> measure) {
        return new Formula(name, NUMBERS, 0, false, false, measure);
    }

    /** The loss of so many quantiles. */
    static Formula quantileLoss(String name, int outputs, ToDoubleBiFunction<Labels, Predictions> measure) {
        return new Formula(name, QUANTILES, 0, false, false, (truth, p) -> {
            Checks.argument(
                    p.outputs() == outputs, "%s is of %d quantiles, but %d are predicted.", name, outputs, p.outputs());
            return measure.applyAsDouble(truth, p);
        });
    }

    @Override
    public boolean supports(TaskType type) {
        return types.contains(type);
    }

    @Override
    public double score(Labels truth, Predictions predictions) {
        Checks.argument(
                truth.rows() == predictions.rows(), "%d labels, but %d predictions.", truth.rows(), predictions.rows());
        // comparisons with NaN are false, so that a broken prediction could pass for the first class
        return predictions.hasNaN() ? Double.NaN : measure.applyAsDouble(truth, predictions);
    }

    @Override
    public String toString() {
        return name;
    }
}
