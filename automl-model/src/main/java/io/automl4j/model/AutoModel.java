package io.automl4j.model;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.file.ModelFile;
import io.automl4j.model.parse.Conform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fitted ensemble: predicts without native code, is one file, and tells where it came from.
 *
 * <pre>{@code
 * AutoModel model = AutoModel.load(Path.of("credit.automl"));
 * Prediction answer = model.predict(Map.of("amount", 1200, "purpose", "car", …));
 * }</pre>
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class AutoModel {
    private static final int BLOCK = 2_048;

    private final ModelParts parts;
    /** The columns that the members read, as the training table had them. */
    private final Schema wanted;

    private AutoModel(ModelParts parts) {
        this.parts = parts;
        Set<String> read = new LinkedHashSet<>();
        parts.members()
                .forEach(member -> member.folds()
                        .forEach(fold ->
                                read.addAll(parts.encoders().get(fold.encoder()).columns())));
        this.wanted = parts.schema()
                .withColumns(parts.schema().columns().stream()
                        .filter(column -> read.contains(column.name()))
                        .toList());
    }

    /**
     * A model of its parts.
     *
     * @param parts task, schema, encoders, members and report
     * @return the model
     */
    public static AutoModel of(ModelParts parts) {
        return new AutoModel(parts);
    }

    /**
     * Reads a model file. Everything is checked before it is used.
     *
     * @param file the file
     * @return the model, predicting bit by bit as the one that was saved
     * @throws io.automl4j.api.ModelFileException if the file is damaged, no model file, or from a newer version
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static AutoModel load(Path file) {
        return of(ModelFile.read(file));
    }

    /**
     * Writes this model to a file, which appears whole or not at all.
     *
     * @param file the file; one that exists is replaced
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        ModelFile.write(parts, file);
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
     * The columns of the training table, with their roles: with it new data is read as the training data was.
     *
     * @return the schema
     */
    public Schema schema() {
        return parts.schema();
    }

    /**
     * The columns that prediction needs.
     *
     * @return a part of {@link #schema()}
     */
    public Schema requiredColumns() {
        return wanted;
    }

    /**
     * The ensemble.
     *
     * @return its members, the heaviest first
     */
    public List<Member> members() {
        return parts.members();
    }

    /**
     * What is known about this model.
     *
     * @return score, leaderboard, warnings and provenance
     */
    public FittedReport report() {
        return parts.report();
    }

    /**
     * Everything that was tried.
     *
     * @return a row a trial, best first
     */
    public List<LeaderboardRow> leaderboard() {
        return parts.report().leaderboard();
    }

    /**
     * One member alone.
     *
     * @param trial the number of its trial
     * @return a model of this member
     * @throws IllegalArgumentException if no member came from this trial
     */
    public AutoModel only(long trial) {
        Member member = parts.members().stream()
                .filter(m -> m.trial() == trial)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No member came from trial %d.".formatted(trial)));
        Member alone = new Member(member.trial(), member.learner(), 1, member.folds());
        return of(new ModelParts(parts.task(), parts.schema(), parts.encoders(), List.of(alone), parts.report()));
    }

    /**
     * Predicts the rows of a table. Columns are found by name and converted to the training table's kinds; others are
     * ignored, and so is a target.
     *
     * @param table any table with the required columns
     * @return a prediction for each row, in order
     * @throws io.automl4j.api.DataException if a required column is not there
     */
    public PredictedRows predict(Table table) {
        Table rows = Conform.table(table, wanted);
        float[] out = new float[rows.rows() * task().outputs()];
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            int to = Math.min(rows.rows(), from + BLOCK);
            Table block = from == 0 && to == rows.rows() ? rows : rows.select(range(from, to));
            System.arraycopy(predictBlock(block), 0, out, from * task().outputs(), (to - from) * task().outputs());
        }
        return new PredictedRows(task(), Predictions.of(out, task().outputs()));
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        for (int i = 0; i < range.length; i++) {
            range[i] = from + i;
        }
        return range;
    }

    /**
     * Predicts one row.
     *
     * @param row values by column name: numbers, booleans, texts or times of {@code java.time}; null or NaN for missing
     * @return the prediction
     * @throws io.automl4j.api.DataException if a required column is not there
     */
    public Prediction predict(Map<String, ?> row) {
        float[] out = predictBlock(Conform.row(row, wanted));
        PredictedRows predicted = new PredictedRows(task(), Predictions.of(out, out.length));
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int i = 0; i < task().classes().size(); i++) {
            probabilities.put(task().classes().get(i), (double) out[i]);
        }
        return new Prediction(predicted.label(0), predicted.value(0), probabilities);
    }

    /** The weighted mean of the members; of several models of a member the mean. */
    private float[] predictBlock(Table rows) {
        List<EncodedRows> encoded = encode(rows);
        int size = rows.rows() * task().outputs();
        double[] sums = new double[size];
        float[] one = new float[size];
        for (Member member : parts.members()) {
            double weight = member.weight() / member.folds().size();
            for (FoldModel fold : member.folds()) {
                fold.model().predict(encoded.get(fold.encoder()), one);
                for (int i = 0; i < size; i++) {
                    sums[i] += weight * one[i];
                }
            }
        }
        float[] out = new float[size];
        for (int i = 0; i < size; i++) {
            out[i] = (float) sums[i];
        }
        return out;
    }

    private List<EncodedRows> encode(Table rows) {
        boolean[] used = new boolean[parts.encoders().size()];
        parts.members().forEach(member -> member.folds().forEach(fold -> used[fold.encoder()] = true));
        List<EncodedRows> encoded = new ArrayList<>(used.length);
        for (int i = 0; i < used.length; i++) {
            FittedEncoder encoder = parts.encoders().get(i);
            encoded.add(used[i] ? encoder.transform(rows) : EncodedRows.of(List.of(), new float[0], 0));
        }
        return encoded;
    }

    /**
     * What makes this model the same as another one: task, schema, encoders, members and weights, not provenance.
     *
     * @return SHA-256, hexadecimal
     */
    public String digest() {
        return ModelFile.digest(parts);
    }
}
