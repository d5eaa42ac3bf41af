package io.automl4j.tabular;

import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import java.nio.file.Path;

/**
 * Finds the best regression model for a table.
 *
 * <pre>{@code
 * AutoModel model = AutoRegressor.fit(Tables.csv(Path.of("houses.csv")).withTarget("price"));
 * }</pre>
 */
public final class AutoRegressor {
    private AutoRegressor() {}

    /**
     * Fits with the defaults: 60 seconds, all cores, root mean squared error.
     *
     * @param table the training rows, with a numeric target
     * @return the model
     * @throws io.automl4j.api.DataException if the table cannot be learned from; says why
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public static AutoModel fit(Table table) {
        return builder().build().fit(table);
    }

    /**
     * Begins a search with the defaults in a thread of its own.
     *
     * @param table the training rows, with a target
     * @return the search, as it goes on
     */
    public static AutoRun start(Table table) {
        return builder().build().start(table);
    }

    /**
     * Goes on with a run whose process has ended.
     *
     * @param workDirectory the {@link AutoMlBuilder#workDirectory} of the run
     * @return the model
     * @throws io.automl4j.api.DataException if there is no run in the folder, it is of another version, or another process
     *     uses it; says what to do
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public static AutoModel resume(Path workDirectory) {
        return AutoMl.resuming(workDirectory).build().resume();
    }

    /**
     * Lets a model learn new rows: its networks go on from their weights, and the weights of the ensemble are chosen anew. See
     * {@link ModelUpdate}, also for other than the defaults.
     *
     * @param model the model, which stays as it is
     * @param newRows rows that it has not learned, with the target; columns are found by name
     * @return the updated model, and both scores on new rows kept apart
     * @throws io.automl4j.api.DataException if a column is missing, a class is new, or rows are too few or not new
     * @throws io.automl4j.api.UpdateRefusedException if the updated model is worse than it was, or not clearly better than the
     *     same answer for every row
     */
    public static Updated update(AutoModel model, Table newRows) {
        return ModelUpdate.of(model).run(newRows);
    }

    /**
     * A builder for everything that can be chosen.
     *
     * @return a builder with the defaults
     */
    public static AutoMlBuilder builder() {
        return new AutoMlBuilder(Choices.Goal.NUMBERS);
    }
}
