package io.automl4j.tabular;

import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.model.ModelParts;
import io.automl4j.model.OperatingPoint;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Latency and size may be bounded. The search went by counts; now that the ensembles are there, what counts is what they take.
 *
 * @param goals the bounds
 */
record MeasuredChoice(Goals goals) {

    /**
     * The best ensemble that keeps the bounds; where none does, the fastest, with a warning.
     *
     * @param parts a model whose front was measured
     * @param listener told of the warning
     * @return the model as that ensemble
     */
    ModelParts of(ModelParts parts, AutoMlListener listener) {
        double nanos = bound(Objectives.LATENCY);
        double bytes = bound(Objectives.SIZE);
        List<OperatingPoint> points = parts.front().points();
        Optional<OperatingPoint> kept = points.stream()
                .filter(point -> point.latency().toNanos() <= nanos && point.bytes() <= bytes)
                .findFirst();
        if (kept.isPresent()) {
            return kept.get().equals(points.get(0)) ? parts : parts.choosing(kept.get());
        }
        OperatingPoint fastest = points.stream()
                .min(Comparator.comparing(OperatingPoint::latency))
                .orElseThrow();
        DataWarning warning = new DataWarning(
                DataWarning.Kind.CONSTRAINT,
                "",
                "No ensemble keeps the bounds of latency and size as measured.",
                "The model is the fastest one, of %s and %d bytes."
                        .formatted(Duration.ofNanos(fastest.latency().toNanos()), fastest.bytes()));
        listener.on(new AutoMlEvent.Warned(warning));
        return parts.choosing(fastest).warned(warning);
    }

    private double bound(Objective objective) {
        return goals.constraints().stream()
                .filter(constraint -> constraint.objective() == objective)
                .mapToDouble(Goals.Constraint::most)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
