package io.automl4j.model.explain;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.parse.Conform;
import io.automl4j.model.predictor.TreesModel;
import java.util.Comparator;
import java.util.List;

/**
 * Explains a model, as the ensemble that it is.
 *
 * <pre>{@code
 * Explainer explainer = model.explain();
 * Importance importance = explainer.importance(test, new Draws(10, 1));
 * Attributions why = explainer.shapley(test.select(new int[] {0, 1}), train.select(some), new Draws(1, 1));
 * }</pre>
 *
 * <p>Columns are those of the table, not those that they are encoded to. See {@code docs/explain.md} for what each
 * explanation means, and when it misleads.
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class Explainer {
    private final AutoModel model;

    private Explainer(AutoModel model) {
        this.model = model;
    }

    /**
     * An explainer of a model.
     *
     * @param model the model
     * @return its explainer
     */
    public static Explainer of(AutoModel model) {
        return new Explainer(model);
    }

    /**
     * The importance of each column by the metric that the model was searched by.
     *
     * @param table rows with their target; those without one are left out
     * @param draws how often cells are permuted, and the seed
     * @return the importance of every column that the model reads
     * @throws DataException if the table lacks the target, or a column that the model reads, has a class that the model does
     *     not know, or the metric is not defined for it
     * @throws IllegalArgumentException if the metric is the user's own, which has to be given
     */
    public Importance importance(Table table, Draws draws) {
        return importance(table, Metrics.byName(model.report().metric()), draws);
    }

    /**
     * The importance of each column by another metric, see {@link PermutationImportance}.
     *
     * @param table rows with their target; those without one are left out
     * @param metric what becomes worse
     * @param draws how often cells are permuted, and the seed
     * @return the importance of every column that the model reads
     * @throws DataException if the table lacks the target, or a column that the model reads, has a class that the model does
     *     not know, or the metric is not defined for it
     */
    public Importance importance(Table table, Metric metric, Draws draws) {
        return importance(table, metric, Integer.MAX_VALUE, draws);
    }

    /**
     * The importance of each column by some of the rows, see {@link PermutationImportance}.
     *
     * @param table rows with their target; those without one are left out
     * @param metric what becomes worse
     * @param most how many rows are drawn, unless there are fewer
     * @param draws how often cells are permuted, and the seed, of the drawn rows too
     * @return the importance of every column that the model reads
     * @throws DataException if the table lacks the target, or a column that the model reads, has a class that the model does
     *     not know, whether its row is drawn or not, or the metric is not defined for what is drawn
     */
    public Importance importance(Table table, Metric metric, int most, Draws draws) {
        GivenTargets.Given given = new GivenTargets(model.task(), model.schema())
                .of(table)
                .drawn(Checks.positive(most, "most"), draws.seed());
        Table features = features(table.select(given.rows()));
        return new PermutationImportance(
                        rows -> model.parts().processing().judged(predict(rows), metric), given.labels(), metric)
                .of(features, columns(), draws, Cancellation.NEVER);
    }

    /**
     * What is predicted on average if all rows had the same value in a column, for some values (Friedman 2001,
     * doi:10.1214/aos/1013203451). Takes a prediction of the table for each value.
     *
     * @param table the rows; no target is needed
     * @param column the name of a column that the model reads
     * @param most the number of values: quantiles of numbers and times, or the most frequent levels
     * @return the mean prediction at each value, and for missing cells if there are any
     * @throws DataException if the model does not read the column, it is text, or a column that the model reads is missing
     */
    public Effect partialDependence(Table table, String column, int most) {
        return effects(table, column, most).partialDependence(most);
    }

    /**
     * How predictions change from one value of a column to the next for the rows that are near, summed up (Apley and Zhu
     * 2020, doi:10.1111/rssb.12377): the mean over all rows is 0. Unlike partial dependence it does not make up rows far from
     * those that are there. Takes two predictions of the table, of levels four.
     *
     * @param table the rows; no target is needed
     * @param column the name of a column that the model reads
     * @param most the number of values: quantiles of numbers and times, or the most frequent levels, which stand beside those
     *     whose rows are alike
     * @return how much more than on average is predicted at each value; missing cells and rarer levels take no part
     * @throws DataException if the model does not read the column, it is text, or a column that the model reads is missing
     */
    public Effect accumulatedLocalEffects(Table table, String column, int most) {
        return effects(table, column, most).accumulated(most);
    }

    private Effects effects(Table table, String column, int most) {
        Checks.argument(most >= 2, "An effect needs two values at least, not %d.", most);
        Table features = features(table);
        ColumnSchema described = model.requiredColumns().columns().stream()
                .filter(known -> known.name().equals(column))
                .findFirst()
                .orElseThrow(() -> unread(column));
        if (described.kind() == ColumnKind.TEXT) {
            throw new DataException(
                    "Column '%s' is text, which has no values to go along.%nMaybe look at its importance instead."
                            .formatted(column));
        }
        int index = features.schema().requireIndex(column);
        if (features.column(index).missing() == features.rows()) {
            throw new DataException("Column '%s' is missing in all %d rows.%nMaybe take other rows."
                    .formatted(column, features.rows()));
        }
        return new Effects(this::predict, features, index);
    }

    private DataException unread(String column) {
        return new DataException("The model reads no column '%s'.%nMaybe one of these: %s"
                .formatted(column, columns().stream().limit(20).toList()));
    }

    private List<String> columns() {
        return model.requiredColumns().columns().stream()
                .map(ColumnSchema::name)
                .toList();
    }

    /**
     * Shapley values of rows by sampling, of the whole ensemble and its predictions, see {@link Attributions}. Takes
     * {@code 2 · columns · background · draws} predictions of a row for each row.
     *
     * @param rows the rows to explain; no target is needed
     * @param background rows that stand for the usual; some dozens, drawn from the training table, do
     * @param draws how many pairs of orders of columns are tried for each row of the background, and the seed
     * @return what each column adds to what is predicted for the background on average
     * @throws DataException if a table lacks a column that the model reads, there is no background, or there are too many rows for an array
     */
    public Attributions shapley(Table rows, Table background, Draws draws) {
        return new SampledShapley(this::predict, features(background), draws).of(features(rows), columns());
    }

    /**
     * The members that {@link #treeShapley} explains.
     *
     * @return the numbers of the trials of all members whose models are trees, the heaviest first
     */
    public List<Long> trees() {
        return model.members().stream()
                .filter(member -> member.folds().stream().allMatch(fold -> fold.model() instanceof TreesModel))
                .sorted(Comparator.comparingDouble(Member::weight).reversed())
                .map(Member::trial)
                .toList();
    }

    /**
     * Exact Shapley values of a member of trees, see {@link TreesModel}: of its score, the mean of its folds before their link
     * makes probabilities of it. So they are log odds of the second of two classes or a score for each class of boosted
     * trees, and what is predicted for forests and numbers. What is not known of a row is what the training rows of the node
     * had. Takes {@code O(leaves · depth²)} for each row.
     *
     * @param trial one of {@link #trees()}
     * @param rows the rows to explain; no target is needed
     * @return what each column adds to the score that the training rows have on average
     * @throws IllegalArgumentException if the trial is no such member
     * @throws DataException if a column that the model reads is missing, or a tree is deeper than 1,000 nodes
     */
    public Attributions treeShapley(long trial, Table rows) {
        Member member = model.members().stream()
                .filter(known -> known.trial() == trial && trees().contains(trial))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Trial %d is no member of trees.%nMaybe one of %s, or sample Shapley values of the whole ensemble."
                                .formatted(trial, trees())));
        Table features = features(rows);
        List<TreesModel> models =
                member.folds().stream().map(fold -> (TreesModel) fold.model()).toList();
        MemberShap sum = new MemberShap(columns(), rows.rows(), models.get(0).base().length, models.size());
        for (int i = 0; i < models.size(); i++) {
            FoldModel fold = member.folds().get(i);
            FittedEncoder encoder = model.parts().encoders().get(fold.encoder());
            sum.add(models.get(i), encoder, model.encoded(fold, features));
        }
        return sum.attributions();
    }

    /** The columns that the model reads, as it reads them; a table of which it reads none stays, for the number of its rows. */
    private Table features(Table table) {
        if (table.rows() == 0) {
            throw new DataException("There are no rows to explain by.%nMaybe read another table.".formatted());
        }
        return model.requiredColumns().columns().isEmpty()
                ? table
                : Cells.compact(Conform.table(table, model.requiredColumns()));
    }

    private Predictions predict(Table features) {
        return model.predict(features).values();
    }
}
