package io.automl4j.api.metric;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The metrics of this library. A row of weight 2 counts as two rows. The positive class of binary metrics is the last
 * of the two in {@link io.automl4j.api.task.Task#classes()}. The class of a row is the most probable one. A score is
 * NaN where it is not defined: without rows of positive weight, where a prediction is NaN, or where labels of one kind
 * only are there.
 */
public final class Metrics {
    /** Share of rows whose class is right. */
    public static final Metric ACCURACY = Formula.classDecision("accuracy", ClassCounts::accuracy);
    /** Mean recall of the classes that are present. */
    public static final Metric BALANCED_ACCURACY =
            Formula.classDecision("balanced_accuracy", ClassCounts::balancedAccuracy);
    /** Harmonic mean of precision and recall of the positive class; NaN without positive rows. */
    public static final Metric F1 = Formula.binaryDecision("f1", ClassCounts::f1);
    /** Mean F1 of all classes that are present or predicted. */
    public static final Metric F1_MACRO = Formula.classDecision("f1_macro", ClassCounts::f1Macro);
    /** F1 of all decisions together, which is the accuracy where each row has one class. */
    public static final Metric F1_MICRO = Formula.classDecision("f1_micro", ClassCounts::accuracy);
    /** Mean F1 of the classes, weighted by their share. */
    public static final Metric F1_WEIGHTED = Formula.classDecision("f1_weighted", ClassCounts::f1Weighted);
    /** Share of rows predicted positive that are; 0 if none is predicted, NaN without positive rows. */
    public static final Metric PRECISION = Formula.binaryDecision("precision", ClassCounts::precision);
    /** Share of positive rows that are predicted so; NaN without positive rows. */
    public static final Metric RECALL = Formula.binaryDecision("recall", ClassCounts::recall);
    /** Area under the ROC curve, ties exact; NaN if one class only is present. */
    public static final Metric ROC_AUC = Formula.binaryGain("roc_auc", Ranking::rocAuc);
    /** Mean area under the one-versus-rest ROC curves of the classes that are present. */
    public static final Metric ROC_AUC_OVR_MACRO = Formula.classGain("roc_auc_ovr_macro", Ranking::macro);
    /** Area under the one-versus-rest ROC curves, weighted by the share of the class. */
    public static final Metric ROC_AUC_OVR_WEIGHTED = Formula.classGain("roc_auc_ovr_weighted", Ranking::weighted);
    /** Area under the precision-recall curve as a step function; NaN without positive rows. */
    public static final Metric AVERAGE_PRECISION = Formula.binaryGain("average_precision", Ranking::averagePrecision);
    /** Mean negative natural logarithm of the true class's probability, clipped to [1e-7, 1 - 1e-7]. */
    public static final Metric LOG_LOSS = Formula.classLoss("log_loss", Probabilities::logLoss);
    /**
     * Mean squared error of the positive class's probability; for three classes and more the sum of squared errors of
     * all classes.
     */
    public static final Metric BRIER = Formula.classLoss("brier", Probabilities::brier);
    /** Matthews correlation coefficient, for any number of classes; 0 if one class only is predicted. */
    public static final Metric MCC = Formula.classDecision("mcc", ClassCounts::matthews);
    /** Cohen's kappa, agreement beyond chance. */
    public static final Metric COHENS_KAPPA = Formula.classDecision("cohens_kappa", ClassCounts::kappa);

    /** Root of the mean squared error. */
    public static final Metric RMSE = Formula.numberLoss("rmse", Deviations::rmse);
    /** Mean absolute error. */
    public static final Metric MAE = Formula.numberLoss("mae", Deviations::mae);
    /** Median absolute error, weighted. */
    public static final Metric MEDIAN_AE = Formula.numberLoss("median_ae", Deviations::medianAbsoluteError);
    /** Coefficient of determination; NaN for a constant target. */
    public static final Metric R2 = Formula.numberGain("r2", Deviations::r2);
    /** Mean absolute error relative to the target, as a fraction; huge where a target is 0. */
    public static final Metric MAPE = Formula.numberLoss("mape", Deviations::mape);
    /** Mean of 2|y - f| / (|y| + |f|), between 0 and 2. */
    public static final Metric SMAPE = Formula.numberLoss("smape", Deviations::smape);
    /** RMSE of ln(1 + value); negative predictions count as 0, NaN if a target is negative. */
    public static final Metric RMSLE = Formula.numberLoss("rmsle", Deviations::rmsle);

    private static final String PINBALL = "pinball";
    private static final String MEAN_PINBALL = "mean_pinball_";

    private static final List<Metric> ALL = List.of(
            ACCURACY,
            BALANCED_ACCURACY,
            F1,
            F1_MACRO,
            F1_MICRO,
            F1_WEIGHTED,
            PRECISION,
            RECALL,
            ROC_AUC,
            ROC_AUC_OVR_MACRO,
            ROC_AUC_OVR_WEIGHTED,
            AVERAGE_PRECISION,
            LOG_LOSS,
            BRIER,
            MCC,
            COHENS_KAPPA,
            RMSE,
            MAE,
            MEDIAN_AE,
            R2,
            MAPE,
            SMAPE,
            RMSLE,
            pinball(0.5));

    private Metrics() {}

    /**
     * The pinball loss of a quantile (Koenker and Bassett, "Regression Quantiles", 1978).
     *
     * @param quantile the share of targets that lie below a perfect prediction, strictly between 0 and 1
     * @return the metric, named {@code pinball_<quantile>}
     * @throws IllegalArgumentException if the quantile is not between 0 and 1
     */
    public static Metric pinball(double quantile) {
        Checks.argument(quantile > 0 && quantile < 1, "quantile is %s, but must lie between 0 and 1.", quantile);
        return Formula.numberLoss(
                PINBALL + "_" + plain(quantile), (truth, p) -> Deviations.pinball(truth, p, quantile));
    }

    /**
     * The mean pinball loss of several quantiles, each of which is predicted.
     *
     * @param quantiles those of the {@link Task}
     * @return the metric, named {@code mean_pinball_<quantile>_<quantile>…}
     * @throws IllegalArgumentException if they are not rising numbers between 0 and 1
     */
    public static Metric meanPinball(List<Double> quantiles) {
        Checks.positive(quantiles.size(), "number of quantiles");
        Task.checkQuantiles(quantiles);
        double[] each = quantiles.stream().mapToDouble(Double::doubleValue).toArray();
        return Formula.quantileLoss(
                MEAN_PINBALL + quantiles.stream().map(Metrics::plain).collect(Collectors.joining("_")),
                each.length,
                (truth, p) -> Deviations.pinball(truth, p, each));
    }

    /** Without an exponent, which {@link #byName} does not read. */
    private static String plain(double quantile) {
        return BigDecimal.valueOf(quantile).stripTrailingZeros().toPlainString();
    }

    /**
     * All metrics of this library but {@link #meanPinball}, the median's pinball loss standing for its family.
     *
     * @return the metrics
     */
    public static List<Metric> all() {
        return ALL;
    }

    /**
     * A name as metrics have it.
     *
     * @param name a name as somebody writes it, such as {@code F1-macro}
     * @return lower case with underscores
     */
    public static String normalised(String name) {
        return name.trim().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * A metric by its name; case and the choice of {@code -} or {@code _} do not matter. {@code pinball_0.9} is the
     * pinball loss of the quantile 0.9, {@code pinball} that of the median, {@code mean_pinball_0.1_0.9} that of quantiles
     * which are predicted together.
     *
     * @param name the name
     * @return the metric
     * @throws IllegalArgumentException if there is none of this name; the message lists all names
     */
    public static Metric byName(String name) {
        String wanted = normalised(name);
        if (wanted.equals(PINBALL)) {
            return pinball(0.5);
        }
        if (wanted.matches("pinball_0?\\.\\d+")) {
            return pinball(Double.parseDouble(wanted.substring(PINBALL.length() + 1)));
        }
        if (wanted.matches("mean_pinball(_0?\\.\\d+)+")) {
            return meanPinball(
                    Arrays.stream(wanted.substring(MEAN_PINBALL.length()).split("_", -1))
                            .map(Double::valueOf)
                            .toList());
        }
        return ALL.stream()
                .filter(metric -> metric.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no metric '%s'.%nMaybe one of these: %s"
                        .formatted(
                                name,
                                String.join(", ", ALL.stream().map(Metric::name).toList()))));
    }

    /**
     * Whether a metric is one of this library, which {@link #byName} finds.
     *
     * @param metric a metric
     * @return false for one of the caller's own
     */
    public static boolean knows(Metric metric) {
        return metric instanceof Formula;
    }

    /**
     * What is optimised unless a metric is chosen.
     *
     * @param task the task
     * @return ROC AUC for binary, log loss for multiclass, RMSE for regression, the mean pinball loss for quantiles
     */
    public static Metric defaultFor(Task task) {
        return task.type() == TaskType.QUANTILE ? meanPinball(task.quantiles()) : defaultFor(task.type());
    }

    /**
     * The same, where a task is not at hand.
     *
     * @param type the type of a task
     * @return the metric; of quantiles that of the median alone
     */
    public static Metric defaultFor(TaskType type) {
        return switch (type) {
            case BINARY -> ROC_AUC;
            case MULTICLASS -> LOG_LOSS;
            case REGRESSION -> RMSE;
            case QUANTILE -> meanPinball(List.of(0.5));
        };
    }
}
