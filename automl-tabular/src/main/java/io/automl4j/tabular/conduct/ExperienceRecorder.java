package io.automl4j.tabular.conduct;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialOutcome.Failed;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.meta.Attempt;
import io.automl4j.meta.Losses;
import io.automl4j.meta.MetricFamily;
import io.automl4j.tabular.validation.OutOfFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Turns full trials into attempts of a knowledge base, with losses by metrics of more than one kind. */
public final class ExperienceRecorder implements Consumer<TrialResult> {
    /** So many points of a curve tell its form. */
    private static final int POINTS = 8;

    private final RunData data;
    private final List<Attempt> attempts = new ArrayList<>();

    /**
     * A recorder without attempts.
     *
     * @param data what the trials learn from
     */
    public ExperienceRecorder(RunData data) {
        this.data = data;
    }

    @Override
    public void accept(TrialResult result) {
        Fidelity fidelity = result.outcome().request().fidelity();
        boolean whole = fidelity.iterations() == 1
                && fidelity.rows() == 1
                && fidelity.folds() >= data.plan().folds().size();
        // what was cut off would pass for the whole
        if (whole && !result.outcome().isCutOff()) {
            result.outcome()
                    .fold(
                            // a run that is resumed keeps what only some of its trials left
                            completed -> result.artifacts().size()
                                            == data.plan().folds().size()
                                    ? Optional.of(attempt(completed, result.artifacts()))
                                    : Optional.<Attempt>empty(),
                            pruned -> Optional.<Attempt>empty(),
                            failed -> Optional.of(failure(failed)))
                    .ifPresent(attempts::add);
        }
    }

    private Attempt attempt(Completed completed, List<FoldArtifact> artifacts) {
        return new Attempt(
                completed.request().learner(),
                completed.request().configuration(),
                Losses.of(losses(completed, artifacts)),
                seconds(completed),
                OptionalLong.of(completed.cost().operationsPerRow()),
                thinned(completed.curve()));
    }

    /** That nothing was reached is known too, lest it is tried again and again. */
    private static Attempt failure(Failed failed) {
        return new Attempt(
                failed.request().learner(),
                failed.request().configuration(),
                Losses.of(Map.of()),
                seconds(failed),
                OptionalLong.empty(),
                List.of());
    }

    private static double seconds(TrialOutcome outcome) {
        return outcome.cost().training().toNanos() / 1e9;
    }

    private Map<String, Double> losses(Completed trial, List<FoldArtifact> artifacts) {
        OutOfFold outOfFold = data.plan().outOfFold(artifacts.size());
        Labels truth = data.labels().select(outOfFold.rows());
        Predictions predictions = outOfFold.merge(artifacts.stream()
                .map(artifact ->
                        Predictions.of(artifact.predictions(), data.task().outputs()))
                .toList());
        Map<String, Double> losses = new TreeMap<>();
        for (Metric metric : MetricFamily.allOf(data.task().type())) {
            double loss = metric.loss(truth, predictions);
            if (Double.isFinite(loss)) {
                losses.put(metric.name(), loss);
            }
        }
        if (Double.isFinite(trial.loss())) {
            losses.put(data.metric().name(), trial.loss());
        }
        return losses;
    }

    /** Some points at growing distances, and the last one. */
    private static List<CurvePoint> thinned(List<CurvePoint> curve) {
        if (curve.isEmpty()) {
            return List.of();
        }
        List<CurvePoint> some = new ArrayList<>();
        int last = curve.size() - 1;
        for (int i = POINTS - 1; i >= 0; i--) {
            CurvePoint point = curve.get((int) Math.round(last * Math.pow(0.5, i)));
            if (Double.isFinite(point.loss())
                    && (some.isEmpty() || some.get(some.size() - 1).iteration() < point.iteration())) {
                some.add(point);
            }
        }
        return some;
    }

    /**
     * What was recorded so far.
     *
     * @return the attempts in the order in which they ended
     */
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }
}
