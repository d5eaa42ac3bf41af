package io.automl4j.tabular;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.file.Node;
import io.automl4j.tabular.conduct.RunLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of the search, made by {@link AutoMlBuilder}.
 *
 * @implNote {@link #stop()} may be called by any thread; {@link #fit} and {@link #start} once.
 */
public final class AutoMl {
    private final Choices settings;
    /** All learners that can be chosen from. */
    private final List<LearnerProvider> available;

    private final AtomicReference<@Nullable Fitting> running = new AtomicReference<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;

    AutoMl(Choices settings, List<LearnerProvider> available) {
        this.settings = settings;
        this.available = available;
    }

    /**
     * A builder for a task that is inferred from the target: classes or numbers.
     *
     * @return a builder with the defaults
     */
    public static AutoMlBuilder builder() {
        return new AutoMlBuilder(Choices.Goal.ANY);
    }

    /**
     * A builder for the rest of a run that was begun in a work directory. All choices are those of the run; listeners are
     * to be set again.
     *
     * @param folder its {@link AutoMlBuilder#workDirectory}
     * @return a builder, whose run is started by {@link #resume}
     * @throws io.automl4j.api.DataException if there is no run in the folder, or it is of another version
     */
    public static AutoMlBuilder resuming(Path folder) {
        return Settings.load(WorkDirectory.settings(folder)).resuming(folder);
    }

    /**
     * Searches for the best model that the budget buys.
     *
     * @param table the training rows, with a target
     * @return the model
     * @throws IllegalStateException if this run was started before
     * @throws io.automl4j.api.DataException if the table cannot be learned from; says why
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public AutoModel fit(Table table) {
        begin();
        return conduct(table);
    }

    /**
     * Begins a search in a thread of its own.
     *
     * @param table the training rows, with a target
     * @return the search, as it goes on
     * @throws IllegalStateException if this run was started before
     */
    public AutoRun start(Table table) {
        begin();
        AutoRun run = new AutoRun(this, table);
        run.begin();
        return run;
    }

    private void begin() {
        if (settings.resumes()) {
            throw new IllegalStateException("This run has a table already. Maybe call resume().");
        }
        claim();
    }

    private void claim() {
        if (started.getAndSet(true)) {
            throw new IllegalStateException("This run was started before. Maybe build another one.");
        }
    }

    AutoModel conduct(Table table) {
        long startedAt = startedAt();
        Fitting.Rows rows = Fitting.Rows.of(table);
        if (settings.workDirectory() == null) {
            return run(new Fitting(settings, available, rows, RunLog.NONE, startedAt));
        }
        Node chosen = Settings.save(settings).put(WorkDirectory.DATA, rows.fingerprint());
        try (WorkDirectory directory = WorkDirectory.begin(settings.workDirectory(), table, chosen)) {
            return run(fitting(rows, directory, startedAt));
        }
    }

    /** What is refused leaves nothing behind, so that it may be mended and begun again in the same folder. */
    private Fitting fitting(Fitting.Rows rows, WorkDirectory directory, long startedAt) {
        boolean accepted = false;
        try {
            Fitting fitting = new Fitting(settings, available, rows, directory.log(), startedAt);
            accepted = true;
            return fitting;
        } finally {
            if (!accepted) {
                directory.discard();
            }
        }
    }

    /**
     * Goes on with the run of {@link #resuming}. What it took before counts, the pause does not.
     *
     * @return the model
     * @throws IllegalStateException if there is none to go on with, or this run was started before
     * @throws io.automl4j.api.DataException if the folder is damaged, or another process uses it; says what to do
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public AutoModel resume() {
        return resume(Optional.empty());
    }

    /**
     * Goes on with the run of {@link #resuming}, if it is one of these rows.
     *
     * @param table the training rows once more
     * @return the model
     * @throws IllegalStateException if there is none to go on with, or this run was started before
     * @throws io.automl4j.api.DataException if the run is one of another table, the folder is damaged, or another process uses
     *     it; says what to do
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public AutoModel resume(Table table) {
        return resume(Optional.of(table));
    }

    private AutoModel resume(Optional<Table> given) {
        Path folder = settings.workDirectory();
        if (folder == null || !settings.resumes()) {
            throw new IllegalStateException("This run is a new one. Maybe call fit(table).");
        }
        claim();
        long startedAt = startedAt();
        try (WorkDirectory directory = WorkDirectory.again(folder)) {
            Fitting.Rows rows = Fitting.Rows.of(directory.table());
            if (!rows.fingerprint().equals(WorkDirectory.settings(folder).text(WorkDirectory.DATA))) {
                throw new DataException("The table in '%s' is not that of its run.%nMaybe begin anew in another folder."
                        .formatted(folder));
            }
            given.filter(table -> !rows.areThoseOf(table)).ifPresent(table -> {
                throw new DataException(
                        "The run in '%s' is one of another table: other rows, columns, kinds or roles.%nMaybe leave the table out: the run keeps its own."
                                .formatted(folder));
            });
            long before = directory.log().spent().toNanos();
            return run(new Fitting(settings, available, rows, directory.log(), startedAt - before));
        }
    }

    private long startedAt() {
        Long given = settings.startedAt();
        return given == null ? settings.clock().nanos() : given;
    }

    private AutoModel run(Fitting fitting) {
        running.set(fitting);
        if (stopped) {
            fitting.stop();
        }
        return fitting.run();
    }

    /** The best trial so far. */
    Optional<AutoModel> best() {
        return Optional.ofNullable(running.get()).flatMap(Fitting::best);
    }

    /** Ends the search soon; {@link #fit} then returns the best of what was found. May be called by any thread. */
    public void stop() {
        stopped = true;
        Fitting fitting = running.get();
        if (fitting != null) {
            fitting.stop();
        }
    }
}
