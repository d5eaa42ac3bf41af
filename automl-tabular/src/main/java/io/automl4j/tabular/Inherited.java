package io.automl4j.tabular;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.RowTrace;
import io.automl4j.tabular.conduct.Pretrained;
import io.automl4j.tabular.conduct.RunData;
import io.automl4j.tabular.lint.RowTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes over of an earlier model, and the traces of all rows that are learned thereby.
 *
 * @param pretrained configurations, and weights unless the model may have learned rows of this table
 * @param traces of the rows of this table, and of those that the weights come from
 * @param warnings what is not taken over
 */
record Inherited(Pretrained pretrained, List<RowTrace> traces, List<DataWarning> warnings) {
    /** Of so few rows a validation score hardly moves. */
    static final double HARMLESS = 0.01;

    /**
     * What is taken over.
     *
     * @param earlier the earlier model, if there is one
     * @param data what is learned from
     * @param table its rows with all columns
     * @param providers the learners that are searched
     * @throws DataException if the model predicts classes and the run numbers, the other way about, or other quantiles
     */
    static Inherited of(@Nullable AutoModel earlier, RunData data, Table table, List<LearnerProvider> providers) {
        RowTrace own = RowTraces.of(data.table(), data.labels(), data.task());
        if (earlier == null) {
            return new Inherited(Pretrained.NONE, List.of(own), List.of());
        }
        requireSameKind(earlier.task(), data.task());
        Pretrained pretrained = Pretrained.of(earlier, providers, data.task(), data.shape());
        if (pretrained.isEmpty()) {
            return new Inherited(
                    pretrained,
                    List.of(own),
                    List.of(warning(
                            "The earlier model has no network as a member that can be searched here.",
                            "The search begins as if there were no earlier model.")));
        }
        OptionalDouble known = known(earlier, table, data.labels(), data.task());
        if (known.isEmpty() || known.getAsDouble() > HARMLESS) {
            String message = known.isEmpty()
                    ? "It cannot be told whether the earlier model has learned rows of this table."
                    : String.format(
                            Locale.ROOT,
                            "The earlier model has learned %.0f %% of the rows of this table.",
                            100 * known.getAsDouble());
            return new Inherited(
                    pretrained.withoutWeights(),
                    List.of(own),
                    List.of(warning(
                            message,
                            "Its configurations are tried first, but not with its weights, which would make validation"
                                    + " deceive. Maybe give only new rows.")));
        }
        List<RowTrace> traces = new ArrayList<>(List.of(own));
        traces.addAll(earlier.report().traces());
        return new Inherited(pretrained, traces, List.of());
    }

    private static void requireSameKind(Task earlier, Task now) {
        boolean same = earlier.type().isClassification() == now.type().isClassification()
                && earlier.quantiles().equals(now.quantiles());
        if (!same && earlier.type() == TaskType.QUANTILE && now.type() == TaskType.QUANTILE) {
            throw new DataException(
                    "The model of the warm start predicts the quantiles %s of '%s', and %s are wanted.%nMaybe ask for the same."
                            .formatted(earlier.quantiles(), now.target(), now.quantiles()));
        }
        if (!same) {
            throw new DataException(
                    "The model of the warm start is of a %s task, but '%s' is a %s task.%nMaybe take another model, or say what task it is."
                            .formatted(earlier.type(), now.target(), now.type()));
        }
    }

    /**
     * What part of rows a model has learned.
     *
     * @return the largest share of those that its traces tell; empty if one cannot tell, or there is none
     */
    static OptionalDouble known(AutoModel model, Table table, Labels labels, Task task) {
        double most = 0;
        for (RowTrace trace : model.report().traces()) {
            OptionalDouble known = RowTraces.known(trace, model.schema(), table, labels, task);
            if (known.isEmpty()) {
                return known;
            }
            most = Math.max(most, known.getAsDouble());
        }
        return model.report().traces().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(most);
    }

    static DataWarning warning(String message, String action) {
        return new DataWarning(DataWarning.Kind.EARLIER_MODEL, "", message, action);
    }
}
