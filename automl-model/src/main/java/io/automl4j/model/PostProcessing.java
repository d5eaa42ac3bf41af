package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What is made of the mean of an ensemble, as learned from predictions of rows that its members did not see.
 *
 * @param calibration of the probabilities of classes
 * @param decision which class they stand for
 * @param decisions which class they stand for where a metric is to be best, by the name of the metric
 * @param conformal how far predictions are off
 * @param shifts what is added to predicted quantiles, each by itself; empty leaves them as they are
 * @param stack corrects predicted numbers by what each member says; empty leaves them as they are
 */
public record PostProcessing(
        Calibration calibration,
        Decision decision,
        Map<String, Decision> decisions,
        Conformal conformal,
        List<Double> shifts,
        Optional<Stack> stack) {

    /** Leaves predictions as they are. */
    public static final PostProcessing NONE =
            new PostProcessing(Calibration.NONE, Decision.MOST_PROBABLE, Map.of(), Conformal.UNKNOWN);

    /**
     * What is made of classes and numbers.
     *
     * @param calibration of the probabilities of classes
     * @param decision which class they stand for
     * @param decisions which class they stand for where a metric is to be best, by the name of the metric
     * @param conformal how far predictions are off
     */
    public PostProcessing(
            Calibration calibration, Decision decision, Map<String, Decision> decisions, Conformal conformal) {
        this(calibration, decision, decisions, conformal, List.of(), Optional.empty());
    }

    /**
     * What is made of quantiles.
     *
     * @param shifts what is added to each
     * @return all else is as in {@link #NONE}
     */
    public static PostProcessing shifting(List<Double> shifts) {
        return new PostProcessing(
                NONE.calibration, NONE.decision, NONE.decisions, NONE.conformal, shifts, Optional.empty());
    }

    /**
     * What is made of numbers.
     *
     * @param stack corrects them by what each member says
     * @return all else is as in {@link #NONE}
     */
    public static PostProcessing correcting(Stack stack) {
        return new PostProcessing(
                NONE.calibration, NONE.decision, NONE.decisions, NONE.conformal, List.of(), Optional.of(stack));
    }

    /**
     * Copies map and list.
     *
     * @throws IllegalArgumentException if a shift is not finite
     */
    public PostProcessing {
        requireNonNull(calibration, "calibration");
        requireNonNull(decision, "decision");
        requireNonNull(conformal, "conformal");
        requireNonNull(stack, "stack");
        decisions = Collections.unmodifiableMap(new TreeMap<>(decisions));
        shifts = List.copyOf(shifts);
        shifts.forEach(shift -> Checks.argument(Double.isFinite(shift), "A shift is %s, but must be finite.", shift));
    }

    /**
     * With a calibration alone.
     *
     * @param calibration of the probabilities of classes
     * @return all else is as in {@link #NONE}
     */
    public static PostProcessing of(Calibration calibration) {
        return new PostProcessing(calibration, NONE.decision, NONE.decisions, NONE.conformal);
    }

    /**
     * The same with what is known of errors.
     *
     * @param errors how far predictions are off
     * @return a copy
     */
    public PostProcessing with(Conformal errors) {
        return new PostProcessing(calibration, decision, decisions, errors, shifts, stack);
    }

    /**
     * The same with another decision.
     *
     * @param other which class probabilities stand for
     * @return a copy
     */
    public PostProcessing deciding(Decision other) {
        return new PostProcessing(calibration, other, decisions, conformal, shifts, stack);
    }

    /**
     * The same for members of other numbers.
     *
     * @param renumbered the number of each trial now
     * @return a copy, whose stack reads these
     */
    public PostProcessing reading(UnaryOperator<Long> renumbered) {
        Optional<Stack> read = stack.map(
                known -> new Stack(known.members().stream().map(renumbered).toList(), known.correction()));
        return new PostProcessing(calibration, decision, decisions, conformal, shifts, read);
    }

    /**
     * Predictions as a metric is to see them.
     *
     * @param calibrated what is predicted
     * @param metric a metric
     * @return the classes that are decided for where the metric judges classes; else the same
     */
    public Predictions judged(Predictions calibrated, Metric metric) {
        return metric.judgesClasses() ? decision.applied(calibrated) : calibrated;
    }

    /**
     * The same with a decision that is no less the user's own than the earlier one was.
     *
     * @param earlier what was made of an ensemble before
     * @param metric the name of the metric of both
     * @return a copy that decides for another metric, for a threshold or by costs, if the earlier one did
     */
    public PostProcessing decidingAs(PostProcessing earlier, String metric) {
        if (earlier.decision.equals(earlier.decisions.getOrDefault(metric, Decision.MOST_PROBABLE))) {
            return this;
        }
        return earlier.decisions.entrySet().stream()
                .filter(known -> known.getValue().equals(earlier.decision) && decisions.containsKey(known.getKey()))
                .findFirst()
                .map(known -> deciding(best(known.getKey())))
                .orElseGet(() -> deciding(earlier.decision));
    }

    /**
     * Quantiles as they are to be: shifted, and in order, which lowers their pinball loss (Chernozhukov, Fernández-Val and
     * Galichon, "Quantile and Probability Curves Without Crossing", 2010).
     *
     * @param quantiles the mean of members
     * @return each row rises
     */
    public Predictions ordered(Predictions quantiles) {
        int outputs = quantiles.outputs();
        float[] values = new float[quantiles.rows() * outputs];
        double[] row = new double[outputs];
        for (int at = 0; at < values.length; at += outputs) {
            for (int i = 0; i < outputs; i++) {
                row[i] = quantiles.get(at / outputs, i);
            }
            order(row, 0, outputs, values, at);
        }
        return Predictions.of(values, outputs);
    }

    /** The quantiles of a row, which are changed. */
    void order(double[] sums, int at, int outputs, float[] out, int to) {
        for (int i = 0; i < shifts.size(); i++) {
            sums[at + i] += shifts.get(i);
        }
        Arrays.sort(sums, at, at + outputs);
        for (int i = 0; i < outputs; i++) {
            out[to + i] = (float) sums[at + i];
        }
    }

    /** The decision for a metric, by its name as {@link Metrics#byName} takes it. */
    Decision best(String name) {
        String metric = Metrics.normalised(name);
        if (metric.equals(Metrics.ACCURACY.name()) || metric.equals(Metrics.F1_MICRO.name())) {
            return Decision.MOST_PROBABLE;
        }
        Checks.argument(
                !decisions.isEmpty(),
                "It is not known which classes are best for '%s', nor for any other metric but accuracy: the model was fitted without decisions, or by an earlier version.%nMaybe give a threshold or costs of your own.",
                name);
        return Optional.ofNullable(decisions.get(metric))
                .orElseThrow(() -> new IllegalArgumentException(
                        "It is not known which classes are best for '%s'.%nMaybe accuracy, or one of these: %s"
                                .formatted(name, decisions.keySet())));
    }

    /** Refuses what is not of a task. */
    void checkFits(Task task) {
        int classes = task.classes().size();
        Checks.argument(
                calibration.isNone() || calibration.powers().size() == classes,
                "The calibration is of %d classes, the task has %d.",
                calibration.powers().size(),
                classes);
        decision.checkFits(classes);
        decisions.values().forEach(each -> each.checkFits(classes));
        conformal.checkFits(task);
        Checks.argument(
                shifts.isEmpty() || shifts.size() == task.quantiles().size(),
                "There are shifts of %d quantiles, the task has %d.",
                shifts.size(),
                task.quantiles().size());
        Checks.argument(
                stack.isEmpty() || task.type() == TaskType.REGRESSION,
                "There is a stack, which is for numbers, but the task is %s.",
                task.type());
    }

    /** Refuses a stack of other members. */
    void checkStacks(Set<Long> trials) {
        stack.ifPresent(stacked -> Checks.argument(
                Set.copyOf(stacked.members()).equals(trials),
                "The stack reads the members %s, but the ensemble has %s.",
                stacked.members(),
                trials));
    }
}
