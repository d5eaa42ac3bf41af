package io.automl4j.tabular.validation;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.tabular.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Divides rows into training and validation: as the user's fold column says, else by group, else forward in time, else
 * stratified by the target.
 */
public final class ValidationPlanner {
    private static final int TINY = 200;
    private static final int SMALL = 500;
    private static final int LARGE = 20_000;

    private final Table table;
    private final Labels labels;
    private final Task task;
    private final SplittableRandom random;

    private ValidationPlanner(LabelledTable labelled, Task task, long seed) {
        this.table = labelled.table();
        this.labels = labelled.labels();
        this.task = task;
        this.random = new SplittableRandom(seed);
    }

    /**
     * The plan for a table.
     *
     * @param labelled the rows
     * @param task what is predicted
     * @param options what the user chose
     * @param seed the seed of the division
     * @return the folds
     * @throws DataException if groups, times or the user's folds leave nothing to train or to validate on
     */
    public static ValidationPlan plan(LabelledTable labelled, Task task, Validation options, long seed) {
        if (labelled.labels().rows() < 2) {
            throw new DataException("%d rows have a target, but two at least are needed to train and to validate."
                    .formatted(labelled.labels().rows()));
        }
        return new ValidationPlanner(labelled, task, seed).plan(options);
    }

    private ValidationPlan plan(Validation options) {
        Optional<ColumnSchema> fold = table.schema().withRole(Role.FOLD);
        Optional<ColumnSchema> group = table.schema().withRole(Role.GROUP);
        Optional<ColumnSchema> time = table.schema().withRole(Role.TIME);
        if (fold.isPresent()) {
            return planned(ValidationPlan.Kind.USER, UserFolds.of(fold.get(), cells(fold.get())));
        }
        if (group.isPresent() && time.isPresent()) {
            throw new DataException(
                    "Column '%s' holds groups and column '%s' holds times, but rows can be divided by one only.%nMaybe give one of them the role IGNORED, or divide the rows yourself by a column of role FOLD."
                            .formatted(group.get().name(), time.get().name()));
        }
        return group.map(column -> byGroup(column, options))
                .or(() -> time.map(column -> byTime(column, options)))
                .orElseGet(() -> byRows(options));
    }

    private Column cells(ColumnSchema described) {
        return table.column(described.name());
    }

    private ValidationPlan planned(ValidationPlan.Kind kind, List<Fold> folds) {
        return new ValidationPlan(kind, folds, labels.rows());
    }

    private ValidationPlan byGroup(ColumnSchema column, Validation options) {
        GroupParts parts = new GroupParts(column, cells(column), task, labels);
        int[] part = options.method() == Validation.Method.HOLD_OUT
                ? parts.holdOut(options.share(), random)
                : parts.folds(options.folds(), random);
        return planned(ValidationPlan.Kind.GROUP, RowSets.folds(part, options.folds()));
    }

    private ValidationPlan byTime(ColumnSchema column, Validation options) {
        TimeFolds times = new TimeFolds(column, cells(column));
        return planned(
                ValidationPlan.Kind.TIME,
                options.method() == Validation.Method.HOLD_OUT
                        ? times.holdOut(options.share())
                        : times.chain(options.folds()));
    }

    private ValidationPlan byRows(Validation options) {
        int rows = labels.rows();
        return switch (options.method()) {
            case HOLD_OUT -> holdOut(options.share());
            case FOLDS -> folds(options.folds(), options.repeats());
            case AUTO ->
                rows > LARGE
                        ? holdOut(options.share())
                        : folds(options.folds(), rows < TINY ? 3 : rows < SMALL ? 2 : 1);
        };
    }

    private ValidationPlan holdOut(double share) {
        int[] part = new StratifiedParts(task, labels).holdOut(share, random);
        List<Fold> folds = RowSets.folds(part, 1);
        return folds.isEmpty() ? folds(2, 1) : planned(ValidationPlan.Kind.HOLD_OUT, folds);
    }

    private ValidationPlan folds(int wanted, int repeats) {
        int count = Math.min(wanted, labels.rows());
        StratifiedParts parts = new StratifiedParts(task, labels);
        List<Fold> folds = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            folds.addAll(RowSets.folds(parts.folds(count, random), count));
        }
        return planned(repeats > 1 ? ValidationPlan.Kind.REPEATED : ValidationPlan.Kind.STRATIFIED, folds);
    }
}
