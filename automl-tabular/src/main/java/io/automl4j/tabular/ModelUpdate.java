package io.automl4j.tabular;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import io.automl4j.api.learner.Compute;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskShape;
import io.automl4j.model.AutoModel;
import io.automl4j.model.ModelParts;
import io.automl4j.tabular.conduct.Learners;
import io.automl4j.tabular.conduct.RunData;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Lets a model learn new rows of the columns that it knows.
 *
 * <p>A quarter of the new rows is kept apart. With the others the networks of the model go on from their weights, in folds;
 * members of other learners cannot and stay as they are. Of old and continued members together the weights of the ensemble and
 * its calibration are chosen anew, by what they predict for rows that they have not learned. The update passes if on the rows
 * kept apart, of which nothing was chosen, it is no worse than the model as it was, and clearly better than the same answer for every
 * row; else it is refused.
 *
 * <p>Both scores are of new rows alone. What the model knew of old rows that are unlike the new ones it may forget: where that
 * matters, fit a new model with all rows. Rows that the model was trained on are refused, since it knows them by heart; where that
 * cannot be told there is a warning.
 *
 * <pre>{@code
 * Updated updated = ModelUpdate.of(model).budget(Duration.ofSeconds(30)).run(newRows);
 * updated.model().save(file);
 * }</pre>
 */
public final class ModelUpdate {
    /** The time of a row is measured so long. */
    private static final Duration MEASURING = Duration.ofMillis(300);

    private static final DataWarning NOBODY_LEARNED = Inherited.warning(
            "No member of the model could go on: only networks can, in the time that they have.",
            "By the new rows only the weights of the ensemble were chosen anew. Fit a new model with all rows to learn from them.");

    private final AutoModel model;
    private Duration budget = Duration.ofSeconds(60);
    private List<LearnerProvider> providers = List.of();
    private long seed = 1;
    private int threads = Runtime.getRuntime().availableProcessors();
    private NanoClock clock = NanoClock.SYSTEM;
    private InstantSource dates = InstantSource.system();

    private ModelUpdate(AutoModel model) {
        this.model = model;
    }

    /**
     * An update of a model.
     *
     * @param model the model, which stays as it is
     * @return an update with the defaults
     */
    public static ModelUpdate of(AutoModel model) {
        return new ModelUpdate(requireNonNull(model, "model"));
    }

    /**
     * How long members may go on with their training, together.
     *
     * @param time the time, 60 seconds by default; a training that is cut off keeps what it has
     * @return this update
     * @throws IllegalArgumentException if it is not positive
     */
    public ModelUpdate budget(Duration time) {
        Checks.argument(time.compareTo(Duration.ZERO) > 0, "budget is %s, but must be positive.", time);
        budget = time;
        return this;
    }

    /**
     * Learners beside those on the class path, whose members can go on too.
     *
     * @param added providers
     * @return this update
     */
    public ModelUpdate with(LearnerProvider... added) {
        providers = List.of(added);
        return this;
    }

    /**
     * The seed of everything random.
     *
     * @param number any number, 1 by default
     * @return this update
     */
    public ModelUpdate seed(long number) {
        seed = number;
        return this;
    }

    /**
     * How many members learn at the same time, one thread each.
     *
     * @param count the number of threads, all cores by default
     * @return this update
     * @throws IllegalArgumentException if it is not positive
     */
    public ModelUpdate threads(int count) {
        threads = Checks.positive(count, "threads");
        return this;
    }

    /**
     * The clock that measures the budget.
     *
     * @param monotonic a monotonic clock, the JVM's by default
     * @return this update
     */
    public ModelUpdate clock(NanoClock monotonic) {
        clock = requireNonNull(monotonic, "clock");
        return this;
    }

    /**
     * Where the date in the provenance comes from.
     *
     * @param source a source of instants, the system's by default
     * @return this update
     */
    public ModelUpdate dates(InstantSource source) {
        dates = requireNonNull(source, "dates");
        return this;
    }

    /**
     * Lets the model learn.
     *
     * @param table new rows with the target; columns are found by name
     * @return the updated model, with both scores
     * @throws DataException if a column that the model reads or the target is missing, a class is one that the model does not
     *     know, there are too few rows, or the model has learned some of them before
     * @throws io.automl4j.api.UpdateRefusedException if the updated model does not prove itself
     */
    public Updated run(Table table) {
        long startedAt = clock.nanos();
        NewRows rows = NewRows.of(model, table, seed);
        List<DataWarning> warnings = requireNew(rows);
        warnings.addAll(undivided(table));
        Metric metric = metric();
        RunData data = new RunData(
                model.task(),
                rows.learned(),
                rows.labels(),
                rows.plan(),
                metric,
                TaskShape.of(rows.learned(), model.task()));
        Retraining retraining = new Retraining(model, data, learners(), seed);
        retraining.run(threads, clock, startedAt + budget.toNanos());
        if (retraining.continued() == 0) {
            warnings.add(NOBODY_LEARNED);
        }
        AutoModel updated = retraining.updated();
        Predictions before = judged(model, metric, rows.kept());
        Predictions after = judged(updated, metric, rows.kept());
        Predictions constant =
                UpdateGuard.constant(model.task(), rows.labels(), rows.kept().rows());
        new UpdateGuard(metric, rows.keptLabels(), seed).check(before, after, constant);
        double score = metric.score(rows.keptLabels(), after);
        Retraining.Occasion when = new Retraining.Occasion(dates.instant(), seed, budget, clock.since(startedAt));
        ModelParts parts = retraining.reported(updated, rows, score, when).parts();
        for (DataWarning warning : warnings) {
            parts = parts.warned(warning);
        }
        return new Updated(
                AutoModel.of(new LatencyProbe(NanoClock.SYSTEM, MEASURING).measure(parts, rows.kept())),
                metric.name(),
                metric.score(rows.keptLabels(), before),
                score,
                rows.labels().rows(),
                rows.kept().rows(),
                retraining.continued(),
                warnings);
    }

    /** What a model predicts, as a metric of classes sees it. */
    private static Predictions judged(AutoModel model, Metric metric, Table rows) {
        return model.parts().processing().judged(model.predict(rows).values(), metric);
    }

    private Learners learners() {
        return new Learners(
                Stream.concat(Learners.onClassPath().stream(), providers.stream())
                        .filter(provider -> provider.unavailable().isEmpty())
                        .map(provider -> provider.on(Compute.DEFAULT))
                        .toList(),
                List.of());
    }

    /** Refuses rows that the model knows by heart; a warning where that cannot be told. */
    private List<DataWarning> requireNew(NewRows rows) {
        List<DataWarning> warnings = new ArrayList<>();
        OptionalDouble known =
                Inherited.known(model, rows.all().table(), rows.all().labels(), model.task());
        if (known.isEmpty()) {
            warnings.add(Inherited.warning(
                    "It cannot be told whether the model has learned some of the new rows before.",
                    "If it has, the update was judged by what the model knows by heart."));
        }
        double share = known.orElse(0);
        if (share > Inherited.HARMLESS) {
            throw new DataException(
                    "The model was trained on %.0f %% of the new rows already, and would be judged by what it knows by heart.%nMaybe give only rows that are new."
                            .formatted(100 * share));
        }
        return warnings;
    }

    /** What divided the training rows, and is not there to divide these. Folds of the user's own tell nothing of others. */
    private List<DataWarning> undivided(Table table) {
        List<String> names =
                table.schema().columns().stream().map(ColumnSchema::name).toList();
        List<ColumnSchema> known = model.schema().columns();
        boolean divided = known.stream().noneMatch(column -> column.role() == Role.FOLD);
        return known.stream()
                .filter(column -> divided)
                .filter(column -> column.role() == Role.GROUP || column.role() == Role.TIME)
                .filter(column -> !names.contains(column.name()))
                .map(
                        column -> Inherited.warning(
                                "The new rows have no column '%s', by which the training rows were divided."
                                        .formatted(column.name()),
                                "They are divided without it, so the update may be judged too kindly. Maybe give that column too."))
                .toList();
    }

    /** A metric of the caller's own is not in the file: that of the task stands for it. */
    private Metric metric() {
        try {
            return Metrics.byName(model.report().metric());
        } catch (IllegalArgumentException e) {
            return Metrics.defaultFor(model.task());
        }
    }
}
