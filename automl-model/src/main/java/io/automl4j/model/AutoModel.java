package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.model.explain.Explainer;
import io.automl4j.model.file.Description;
import io.automl4j.model.file.ModelFile;
import io.automl4j.model.parse.Conform;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A fitted model: an ensemble of models with all that turns raw rows into predictions, without native code.
 *
 * <pre>{@code
 * AutoModel model = AutoModel.load(Path.of("credit.automl"));
 * String label = model.predict(Map.of("age", 35, "purpose", "car")).label();
 * }</pre>
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class AutoModel {
    private final ModelParts parts;
    private final Conform conform;
    private final Ensemble ensemble;

    private AutoModel(ModelParts parts) {
        this.parts = parts;
        this.conform = Conform.to(parts.neededColumns());
        this.ensemble = Ensemble.of(parts);
    }

    /**
     * A model of parts.
     *
     * @param parts what the model consists of
     * @return the model
     */
    public static AutoModel of(ModelParts parts) {
        return new AutoModel(parts);
    }

    /**
     * Predicts rows. Columns are found by name, in any order, and converted to the kinds of training; those that
     * training did not use need not be there; unseen levels and unseen missing cells are fine.
     *
     * @param table the rows
     * @return a prediction for each row, in order
     * @throws DataException if a column that the model reads is missing, which the message names, or there are too many rows for an array
     */
    public PredictedRows predict(Table table) {
        return predict(table, 1);
    }

    /**
     * Predicts rows as {@link #predict(Table)} does, by several threads.
     *
     * @param table the rows
     * @param threads how many threads work, at most; the caller's is one of them
     * @return a prediction for each row, in order, the same for any number of threads
     * @throws DataException if a column that the model reads is missing, which the message names, or there are too many rows for an array
     * @throws IllegalArgumentException if the number of threads is not positive
     */
    public PredictedRows predict(Table table, int threads) {
        Checks.positive(threads, "threads");
        Table features = conform.table(table);
        int outputs = parts.task().outputs();
        float[] out = new float[Checks.values(table.rows(), outputs)];
        int blocks = (table.rows() + RowBlocks.ROWS - 1) / RowBlocks.ROWS;
        Parallel.run(blocks, threads, block -> {
            int from = block * RowBlocks.ROWS;
            int count = Math.min(RowBlocks.ROWS, table.rows() - from);
            ensemble.predict(RowBlocks.at(features, from), count, out, from * outputs);
        });
        return new PredictedRows(parts.task(), parts.processing(), Predictions.of(out, outputs));
    }

    /**
     * What rows have that the model does not know of: columns, levels of categories, classes in a column of the target's
     * name. None of it stops a prediction.
     *
     * @param table the rows
     * @return a warning for each column concerned
     * @throws DataException if a column that the model reads is missing; the message names it
     */
    public List<DataWarning> unknowns(Table table) {
        return new Unknowns(parts).in(table, conform.table(table));
    }

    /**
     * Predicts one row.
     *
     * @param row values by column name: numbers, truth values, texts or points in time; null is a missing value
     * @return the prediction
     * @throws DataException if a column that the model reads has no key; the message names it
     */
    public Prediction predict(Map<String, ?> row) {
        float[] out = new float[parts.task().outputs()];
        ensemble.predict(conform.row(row), 1, out, 0);
        return new PredictedRows(parts.task(), parts.processing(), Predictions.of(out, out.length)).prediction(0);
    }

    /**
     * Predicts intervals of numbers.
     *
     * @param table the rows
     * @param coverage how probable it is that the truth lies within, such as 0.9
     * @return an interval for each row, in order, see {@link PredictedRows#interval}
     * @throws DataException if a column that the model reads is missing; the message names it
     * @throws IllegalArgumentException if classes or quantiles are predicted, the coverage is not between 0 and 1, or the model does
     *     not know how far its predictions are off
     */
    public List<Interval> predictInterval(Table table, double coverage) {
        PredictedRows predicted = predict(table);
        return IntStream.range(0, predicted.rows())
                .mapToObj(row -> predicted.interval(row, coverage))
                .toList();
    }

    /**
     * Predicts sets of classes.
     *
     * @param table the rows
     * @param coverage how probable it is that the true class is among them, such as 0.9
     * @return a set for each row, in order, see {@link PredictedRows#set}
     * @throws DataException if a column that the model reads is missing; the message names it
     * @throws IllegalArgumentException if numbers are predicted, the coverage is not between 0 and 1, or the model does not know how
     *     far its predictions are off
     */
    public List<List<String>> predictSet(Table table, double coverage) {
        PredictedRows predicted = predict(table);
        return IntStream.range(0, predicted.rows())
                .mapToObj(row -> predicted.set(row, coverage))
                .toList();
    }

    /**
     * The same model with other classes for the same probabilities.
     *
     * <pre>{@code
     * AutoModel careful = model.deciding(Decision.leastCost(new double[][] {{0, 1}, {5, 0}}));
     * AutoModel balanced = model.decidingFor("balanced_accuracy");
     * }</pre>
     *
     * @param decision which class probabilities stand for
     * @return a model that shares its parts with this one
     * @throws IllegalArgumentException if numbers are predicted, or the decision is for another number of classes
     */
    public AutoModel deciding(Decision decision) {
        return new AutoModel(parts.deciding(decision));
    }

    /**
     * The same model with those classes for the same probabilities that were best in a metric on rows that its members did not see.
     *
     * @param metric the name of a metric, such as {@code f1}
     * @return a model that shares its parts with this one
     * @throws IllegalArgumentException if numbers are predicted, or it is not known which these are; names the metrics of which it is
     */
    public AutoModel decidingFor(String metric) {
        return new AutoModel(parts.decidingFor(metric));
    }

    /**
     * Explanations of this model.
     *
     * @return what explains it
     */
    public Explainer explain() {
        return Explainer.of(this);
    }

    /**
     * What the model consists of, for those who take it elsewhere.
     *
     * @return the parts
     */
    public ModelParts parts() {
        return parts;
    }

    /**
     * What is predicted.
     *
     * @return the task
     */
    public Task task() {
        return parts.task();
    }

    /**
     * All columns of the training table, with roles.
     *
     * @return the schema
     */
    public Schema schema() {
        return parts.schema();
    }

    /**
     * The columns that prediction needs; all others may be absent.
     *
     * @return a part of {@link #schema()}
     */
    public Schema requiredColumns() {
        return conform.features();
    }

    /**
     * The members of the ensemble.
     *
     * @return the members with their weights and models
     */
    public List<Member> members() {
        return parts.members();
    }

    /**
     * Rows as the model of a fold sees them, for those who go on with a model elsewhere.
     *
     * @param fold a fold of one of the {@link #members()}
     * @param table the rows
     * @return the rows, encoded as the fold's training rows were
     * @throws DataException if a column that the model reads is missing; the message names it
     */
    public EncodedRows encoded(FoldModel fold, Table table) {
        return parts.encoders().get(fold.encoder()).transform(conform.table(table));
    }

    /**
     * How the model came about.
     *
     * @return score, warnings and provenance
     */
    public FittedReport report() {
        return parts.report();
    }

    /**
     * Everything that was tried.
     *
     * @return a row for each trial, best first
     */
    public List<LeaderboardRow> leaderboard() {
        return parts.report().leaderboard();
    }

    /**
     * Whether rows of the training table can be read from the model's file, as from one with nearest neighbours.
     *
     * @return true if so
     */
    public boolean containsTrainingRows() {
        return parts.containsTrainingRows();
    }

    /**
     * What a member was trained with.
     *
     * @param member one of {@link #members()}
     * @return the configuration of its trial; empty if the leaderboard does not have it
     */
    public Optional<Configuration> configuration(Member member) {
        return leaderboard().stream()
                .filter(row -> row.trial() == member.trial())
                .map(LeaderboardRow::configuration)
                .findFirst();
    }

    /**
     * A model of one member alone.
     *
     * @param trial the number of the member's trial
     * @return a model that shares its parts with this one
     * @throws IllegalArgumentException if the trial is no member
     */
    public AutoModel only(long trial) {
        return new AutoModel(parts.only(trial));
    }

    /**
     * The ensembles that the search offers, of which this model is one.
     *
     * @return best score first; empty where no search chose several
     */
    public Front front() {
        return parts.front();
    }

    /**
     * Another ensemble of the front.
     *
     * @param point one of {@link #front()}, also of a model that {@linkplain #deciding decides} otherwise
     * @return a model of its members alone, which shares its parts with this one
     * @throws IllegalArgumentException if the point is not of this front
     */
    public AutoModel at(OperatingPoint point) {
        return new AutoModel(parts.at(point));
    }

    /**
     * What identifies all that predicts: task, schema, encoders, members and front, not provenance, leaderboard or latency.
     *
     * @return SHA-256, 64 hexadecimal digits
     */
    public String digest() {
        return ModelNodes.digest(parts);
    }

    /**
     * Saves the model. The file appears at once, never by half; one that is there is replaced.
     *
     * @param file where to
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        Description description = new Description(
                parts.report().provenance().library(),
                parts.report().provenance().created().toString(),
                containsTrainingRows(),
                digest());
        ModelFile.write(file, ModelNodes.save(parts), description);
    }

    /**
     * Loads a model.
     *
     * @param file what {@link #save} wrote
     * @return a model that predicts bit by bit as the one that was saved
     * @throws ModelFileException if the file is damaged, no model file, written by a newer version, or larger than memory; the
     *     message names the file and says what to do
     * @throws java.io.UncheckedIOException if there is no such file, or it cannot be read
     */
    public static AutoModel load(Path file) {
        try {
            return loaded(file, ModelFile.read(file));
        } catch (OutOfMemoryError e) {
            // what was taken for the model is free again
            throw new ModelFileException(
                    "'%s' needs more memory than the %d MB that this Java takes.%nMaybe give it more, as by -Xmx8g."
                            .formatted(file, Runtime.getRuntime().maxMemory() >> 20),
                    e);
        }
    }

    private static AutoModel loaded(Path file, ModelFile.Content content) {
        try {
            AutoModel model = new AutoModel(ModelNodes.load(content.model()));
            ModelNodes.check(model.parts, content);
            return model;
        } catch (ModelFileException e) {
            throw ModelFile.refused(file, e);
        } catch (IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | DataException
                | IndexOutOfBoundsException e) {
            throw new ModelFileException(
                    "'%s' is damaged, or of a later version (%s).%nMaybe update automl-model, or copy it again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
