package io.automl4j.model.encode;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Table;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns rows of a table into numbers, exactly as the training rows were turned. Unseen levels, unseen missing cells and
 * columns that are missing throughout are encoded, never refused.
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class FittedEncoder {
    private final List<ColumnEncoder> encoders;
    private final Finish finish;
    private final List<Feature> raw;
    private final List<Feature> features;

    FittedEncoder(List<ColumnEncoder> encoders, Finish finish) {
        this.encoders = List.copyOf(encoders);
        this.finish = finish;
        this.raw = rawFeatures(encoders);
        this.features = List.copyOf(finish.features(raw));
    }

    static List<Feature> rawFeatures(List<ColumnEncoder> encoders) {
        List<Feature> all = new ArrayList<>();
        encoders.forEach(encoder -> all.addAll(encoder.features()));
        return List.copyOf(all);
    }

    /**
     * The encoder that a node holds.
     *
     * @param node what {@link #save} wrote
     * @return an encoder that encodes bit by bit as the one that was saved
     * @throws io.automl4j.api.ModelFileException if the node holds no encoder that this version knows
     */
    public static FittedEncoder load(Node node) {
        List<ColumnEncoder> encoders =
                node.nodes("columns").stream().map(ColumnEncoder::load).toList();
        return new FittedEncoder(encoders, Finish.load(node.node("finish")));
    }

    /**
     * This encoder as a node.
     *
     * @return a new node
     */
    public Node save() {
        return new Node()
                .put("columns", encoders.stream().map(ColumnEncoder::save).toList())
                .put("finish", finish.save());
    }

    /**
     * The encoded columns.
     *
     * @return the columns in order
     */
    public List<Feature> features() {
        return features;
    }

    /**
     * The names of the raw columns that are read.
     *
     * @return the names, in the order of the training table
     */
    public Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        encoders.forEach(encoder -> names.add(encoder.column()));
        return names;
    }

    /**
     * Encodes rows.
     *
     * @param table rows with the columns of the training table, of the same kinds, in any order, beside any others
     * @return {@code [rows × features]}
     * @throws DataException if a column is not there
     */
    public EncodedRows transform(Table table) {
        int width = raw.size();
        float[] values = new float[table.rows() * width];
        int offset = 0;
        for (ColumnEncoder encoder : encoders) {
            encoder.encode(table.column(encoder.column()), values, offset, width);
            offset += encoder.features().size();
        }
        return EncodedRows.of(features, finish.apply(values, table.rows(), width), table.rows());
    }
}
