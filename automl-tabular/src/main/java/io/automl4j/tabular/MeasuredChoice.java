package io.automl4j.tabular;

import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.model.ModelParts;
import io.automl4j.model.OperatingPoint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Latency and size may be bounded. The search went by counts; now that the ensembles are there, what counts is what they take.
 *
 * @param goals the bounds
 */
record MeasuredChoice(Goals goals) {

    /**
     * The model as the best ensemble that keeps the bounds, or as the one that comes nearest, with a front of those that keep them (a
     * smaller one may be measured slower than its count had it). Says if the model is not the most accurate one.
     *
     * @param parts a model whose front was measured
     * @param listener told of the warning
     * @return the model as that ensemble
     */
    ModelParts of(ModelParts parts, AutoMlListener listener) {
        List<OperatingPoint> points = parts.front().points();
        if (points.stream().allMatch(this::keeps)) {
            return parts;
        }
        if (keeps(points.get(0))) {
            return parts.offering(offered(points, points.get(0)));
        }
        OperatingPoint chosen = chosen(points);
        DataWarning warning = warning(points.get(0), chosen);
        listener.on(new AutoMlEvent.Warned(warning));
        return parts.choosing(chosen).offering(offered(points, chosen)).warned(warning);
    }

    /** Those that keep the bounds; where none does, all of them, after the one that was chosen. */
    List<OperatingPoint> offered(List<OperatingPoint> points, OperatingPoint chosen) {
        if (keeps(chosen)) {
            return points.stream().filter(this::keeps).toList();
        }
        return Stream.concat(Stream.of(chosen), points.stream().filter(point -> !point.equals(chosen)))
                .toList();
    }

    /** The best that keeps the bounds; if there is none, the one that comes nearest. */
    OperatingPoint chosen(List<OperatingPoint> points) {
        return points.stream()
                .filter(this::keeps)
                .findFirst()
                .or(() -> points.stream().min(Comparator.comparingDouble(this::excess)))
                .orElseThrow();
    }

    /** Why it is not the best one, which does not keep the bounds. */
    DataWarning warning(OperatingPoint best, OperatingPoint chosen) {
        return keeps(chosen)
                ? warning(
                        "The best ensemble exceeds " + bounds() + " with " + described(best),
                        "is best within it",
                        chosen)
                : warning("No ensemble that learned keeps " + bounds(), "comes nearest", chosen);
    }

    /** The bounds in words. */
    private String bounds() {
        double nanos = bound(Objectives.LATENCY);
        double bytes = bound(Objectives.SIZE);
        String latency = "latency <= " + Objectives.LATENCY.amount(nanos);
        String size = "size <= " + Objectives.SIZE.amount(bytes);
        if (Double.isInfinite(nanos)) {
            return size;
        }
        return Double.isInfinite(bytes) ? latency : latency + " and " + size;
    }

    private boolean keeps(OperatingPoint point) {
        return excess(point) <= 1;
    }

    private static DataWarning warning(String what, String why, OperatingPoint chosen) {
        return new DataWarning(
                DataWarning.Kind.CONSTRAINT,
                "",
                what + ", as measured.",
                "The model is the one that %s: %s.".formatted(why, described(chosen)));
    }

    private static String described(OperatingPoint point) {
        return "%s a row, models of %s"
                .formatted(
                        Objectives.LATENCY.amount((double) point.latency().toNanos()),
                        Objectives.SIZE.amount((double) point.bytes()));
    }

    /** The largest ratio of what is had to what is allowed. */
    private double excess(OperatingPoint point) {
        return Math.max(point.latency().toNanos() / bound(Objectives.LATENCY), point.bytes() / bound(Objectives.SIZE));
    }

    private double bound(Objective objective) {
        return goals.constraints().stream()
                .filter(constraint -> constraint.objective() == objective)
                .mapToDouble(Goals.Constraint::most)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
