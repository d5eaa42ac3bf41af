package io.automl4j.meta;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Metrics that agree about what is good, and by which of those that are recorded they are known. */
public enum MetricFamily {
    /** Which row comes before which. */
    RANKS(Metrics.ROC_AUC, Metrics.ROC_AUC_OVR_MACRO),
    /** How likely a class is. */
    PROBABILITIES(Metrics.LOG_LOSS, Metrics.LOG_LOSS),
    /** Which class it is. */
    DECISIONS(Metrics.BALANCED_ACCURACY, Metrics.BALANCED_ACCURACY),
    /** The mean of a number. */
    MEANS(Metrics.RMSE, Metrics.RMSE),
    /** The median of a number. */
    MEDIANS(Metrics.MAE, Metrics.MAE);

    private static final Set<String> OF_RANKS =
            names(Metrics.ROC_AUC, Metrics.ROC_AUC_OVR_MACRO, Metrics.ROC_AUC_OVR_WEIGHTED, Metrics.AVERAGE_PRECISION);
    private static final Set<String> OF_PROBABILITIES = names(Metrics.LOG_LOSS, Metrics.BRIER);
    private static final Set<String> OF_MEANS = names(Metrics.RMSE, Metrics.R2, Metrics.RMSLE);

    private final String ofTwo;
    private final String ofMany;

    MetricFamily(Metric ofTwo, Metric ofMany) {
        this.ofTwo = ofTwo.name();
        this.ofMany = ofMany.name();
    }

    private static Set<String> names(Metric... metrics) {
        return Arrays.stream(metrics).map(Metric::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The family of a metric.
     *
     * @param metric a metric of the library or of the caller's own
     * @param type the type of the task
     * @return the family; of metrics that are not known, that of decisions or of medians
     */
    public static MetricFamily of(Metric metric, TaskType type) {
        if (OF_RANKS.contains(metric.name())) {
            return RANKS;
        }
        if (OF_PROBABILITIES.contains(metric.name())) {
            return PROBABILITIES;
        }
        if (OF_MEANS.contains(metric.name())) {
            return MEANS;
        }
        return type.isClassification() ? DECISIONS : MEDIANS;
    }

    /**
     * The metrics by which attempts on a type of tasks are recorded: one of each family that it has.
     *
     * @param type the type of the task
     * @return the metrics
     */
    public static List<Metric> allOf(TaskType type) {
        return Arrays.stream(values())
                .map(family -> Metrics.byName(family.recorded(type)))
                .distinct()
                .toList();
    }

    /** The name of the recorded metric that stands for the family; where a type has none, for that of its default metric. */
    String recorded(TaskType type) {
        String name = type == TaskType.MULTICLASS ? ofMany : ofTwo;
        return Metrics.byName(name).supports(type)
                ? name
                : of(Metrics.defaultFor(type), type).recorded(type);
    }
}
