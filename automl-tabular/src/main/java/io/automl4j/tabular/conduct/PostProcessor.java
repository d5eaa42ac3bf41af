package io.automl4j.tabular.conduct;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.ensemble.Calibrations;
import io.automl4j.ensemble.Candidate;
import io.automl4j.ensemble.ConformalScores;
import io.automl4j.ensemble.Decisions;
import io.automl4j.ensemble.QuantileShifts;
import io.automl4j.ensemble.Stacking;
import io.automl4j.model.Calibration;
import io.automl4j.model.Decision;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Learns from out-of-fold predictions what is to be made of them. */
final class PostProcessor {
    /** For these a user may want other classes later on. */
    private static final List<Metric> OFFERED =
            List.of(Metrics.BALANCED_ACCURACY, Metrics.F1, Metrics.F1_MACRO, Metrics.MCC);

    /** Calibrated probabilities that differed may round to the same one, which moves the area under a curve by some millionths. */
    private static final double ROUNDING = 1e-5;

    private final Task task;
    private final Metric metric;
    private final Labels truth;
    private final Set<Part> leftOut;

    /**
     * A post-processor of any number of ensembles.
     *
     * @param task what they predict
     * @param metric the metric of the run
     * @param truth of the rows that were covered
     * @param leftOut parts that are left out
     */
    PostProcessor(Task task, Metric metric, Labels truth, Set<Part> leftOut) {
        this.task = task;
        this.metric = metric;
        this.truth = truth;
        this.leftOut = Set.copyOf(leftOut);
    }

    /**
     * What is made of predictions.
     *
     * @param processing what is made of them
     * @param score their metric then
     */
    record Processed(PostProcessing processing, double score) {}

    /**
     * A stack and what suits it best.
     *
     * @param members those of an ensemble of numbers
     * @param shares the weight of each
     * @param trainers what may learn the correction
     * @param cancellation ends it, without a stack
     * @return nothing where a stack is not worth it
     */
    Optional<Processed> stacked(
            List<Candidate> members,
            Map<Long, Double> shares,
            List<Stacking.Trainer> trainers,
            Cancellation cancellation) {
        return new Stacking(truth, metric, cancellation)
                .of(members, shares, trainers)
                .map(stacked -> ofNumbers(PostProcessing.correcting(stacked.stack()), stacked.outOfFold()));
    }

    /** What suits an ensemble of numbers best that keeps its stack. */
    Processed keeping(Stack stack, List<Candidate> members, Map<Long, Double> shares) {
        return ofNumbers(PostProcessing.correcting(stack), Stacking.corrected(stack, members, shares));
    }

    private Processed ofNumbers(PostProcessing processing, Predictions predictions) {
        PostProcessing errors = processing.with(ConformalScores.ofNumbers(predictions, truth));
        return new Processed(errors, metric.score(truth, predictions));
    }

    /** What suits the predictions of an ensemble best. */
    Processed of(Predictions predictions) {
        return switch (task.type()) {
            case BINARY, MULTICLASS -> ofClasses(predictions);
            case REGRESSION -> ofNumbers(PostProcessing.NONE, predictions);
            case QUANTILE -> ofQuantiles(predictions);
        };
    }

    private Processed ofQuantiles(Predictions predictions) {
        PostProcessing shifting = leftOut.contains(Part.CALIBRATION)
                ? PostProcessing.NONE
                : PostProcessing.shifting(QuantileShifts.of(task.quantiles(), predictions, truth));
        return new Processed(shifting, metric.score(truth, shifting.ordered(predictions)));
    }

    private Processed ofClasses(Predictions predictions) {
        Processed plain = decided(Calibration.NONE, predictions);
        if (leftOut.contains(Part.CALIBRATION)) {
            return plain;
        }
        Processed calibrated = decided(Calibrations.of(predictions, truth), predictions);
        // a metric of another kind may not gain by it; of one that is not ours nobody knows how much is little
        double little = Metrics.knows(metric) ? ROUNDING : 0;
        return metric.toLoss(calibrated.score()) <= metric.toLoss(plain.score()) + little ? calibrated : plain;
    }

    private Processed decided(Calibration calibration, Predictions predictions) {
        Predictions calibrated = calibration.applied(predictions);
        Map<String, Decision> decisions = new TreeMap<>();
        judgingClasses().forEach(each -> decisions.put(each.name(), Decisions.of(each, calibrated, truth)));
        PostProcessing processing = new PostProcessing(
                calibration,
                decisions.getOrDefault(metric.name(), Decision.MOST_PROBABLE),
                decisions,
                ConformalScores.ofClasses(calibrated, truth));
        return new Processed(processing, metric.score(truth, processing.judged(calibrated, metric)));
    }

    private Stream<Metric> judgingClasses() {
        return Stream.concat(OFFERED.stream().filter(each -> !each.name().equals(metric.name())), Stream.of(metric))
                .filter(each -> !leftOut.contains(Part.DECISION))
                .filter(each -> each.supports(task.type()) && Decisions.matterFor(each));
    }
}
