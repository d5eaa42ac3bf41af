package io.automl4j.cli;

import io.automl4j.api.Checks;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which class probabilities stand for. */
final class DecisionOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--decide",
            paramLabel = "METRIC",
            description = {
                "Predict the classes that were best in a metric on rows that no member saw, such as f1 or balanced_accuracy; or, of two "
                        + "classes, the second one above a probability such as 0.3.",
                "Default: those that are best in the metric of the fit."
            })
    private @Nullable String metric;

    @Option(
            names = "--cost",
            paramLabel = "TRUTH:LABEL=COST",
            description =
                    "What it costs to predict LABEL where TRUTH is right; 1 where it is not said. The class of the least "
                            + "expected cost is predicted. May be repeated.")
    private List<String> costs = List.of();

    /**
     * The model that decides so.
     *
     * @param model a model
     * @return the model itself where nothing else was asked for
     */
    AutoModel of(AutoModel model) {
        if (metric != null && !costs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--decide and --cost exclude each other: each says which class.");
        }
        if (model.task().classes().isEmpty() && (metric != null || !costs.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--decide and --cost are for classes; the model predicts '%s', which are numbers."
                            .formatted(model.task().target()));
        }
        try {
            if (!costs.isEmpty()) {
                return model.deciding(Decision.leastCost(matrix(model.task().classes())));
            }
            return metric == null ? model : decided(model, metric);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), (costs.isEmpty() ? "--decide: " : "--cost: ") + e.getMessage(), e);
        }
    }

    private static AutoModel decided(AutoModel model, String wanted) {
        if (!wanted.matches("[0-9]*\\.?[0-9]+")) {
            return model.decidingFor(wanted);
        }
        int classes = model.task().classes().size();
        Checks.argument(
                classes == 2,
                "A probability such as %s decides between two classes, not %d.%nMaybe name a metric: f1_macro.",
                wanted,
                classes);
        return model.deciding(Decision.threshold(Double.parseDouble(wanted)));
    }

    private double[][] matrix(List<String> classes) {
        double[][] matrix = new double[classes.size()][classes.size()];
        for (int truth = 0; truth < matrix.length; truth++) {
            for (int label = 0; label < matrix.length; label++) {
                matrix[truth][label] = truth == label ? 0 : 1;
            }
        }
        costs.forEach(cost -> set(matrix, classes, cost));
        return matrix;
    }

    /** Names of classes may have a colon or a sign of equality: all pairs are tried. */
    private static void set(double[][] matrix, List<String> classes, String cost) {
        for (int truth = 0; truth < matrix.length; truth++) {
            for (int label = 0; label < matrix.length; label++) {
                String pair = classes.get(truth) + ":" + classes.get(label) + "=";
                if (cost.startsWith(pair)) {
                    matrix[truth][label] = number(cost, cost.substring(pair.length()));
                    return;
                }
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no TRUTH:LABEL=COST of the classes %s.%nMaybe as in bad:good=5.".formatted(cost, classes));
    }

    private static double number(String cost, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The cost of '%s' is no number.%nMaybe as in bad:good=5.".formatted(cost), e);
        }
    }
}
