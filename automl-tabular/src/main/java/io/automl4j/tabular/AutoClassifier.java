package io.automl4j.tabular;

import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;

/**
 * Finds the best classifier for a table.
 *
 * <pre>{@code
 * Table train = Tables.csv(Path.of("credit.csv")).withTarget("class");
 * AutoModel model = AutoClassifier.fit(train);
 * model.save(Path.of("credit.automl"));
 * }</pre>
 */
public final class AutoClassifier {
    private AutoClassifier() {}

    /**
     * Fits with the defaults: 60 seconds, all cores, ROC AUC for two classes and log loss for more.
     *
     * @param table the training rows, with a target
     * @return the model
     * @throws io.automl4j.api.DataException if the table cannot be learned from; says why
     * @throws io.automl4j.api.NothingFittedException if not one model could be fitted; says why
     */
    public static AutoModel fit(Table table) {
        return builder().build().fit(table);
    }

    /**
     * A builder for everything that can be chosen.
     *
     * @return a builder with the defaults
     */
    public static AutoMlBuilder builder() {
        return new AutoMlBuilder(AutoMlBuilder.Goal.CLASSES);
    }
}
