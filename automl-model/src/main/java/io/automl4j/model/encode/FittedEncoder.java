package io.automl4j.model.encode;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns rows of a table into numbers, exactly as the training rows were turned. Unseen levels, unseen missing cells and
 * columns that are missing throughout are encoded, never refused.
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class FittedEncoder {
    /** Nanoseconds of a raw column of a row that is alone, measured, … */
    private static final int OF_COLUMN = 100;
    /** … and of an encoded one. */
    private static final int OF_FEATURE = 5;
    /** Of the names of features, each of which repeats its column's: a small file must not need much memory. */
    private static final long MOST_CHARACTERS = 1 << 27;

    private final ColumnEncoder[] encoders;
    private final Finish finish;
    private final int rawWidth;
    private final List<Feature> features;

    FittedEncoder(List<ColumnEncoder> encoders, Finish finish) {
        this.encoders = encoders.toArray(ColumnEncoder[]::new);
        this.finish = finish;
        this.rawWidth = encoders.stream().mapToInt(ColumnEncoder::width).sum();
        this.features = List.copyOf(finish.features(raw(this.encoders)));
    }

    private static List<Feature> raw(ColumnEncoder[] encoders) {
        return Arrays.stream(encoders)
                .flatMap(encoder -> encoder.features().stream())
                .toList();
    }

    /** An array for rows, or an error that says that there are too many. */
    static float[] matrix(int rows, int width) {
        long size = (long) rows * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new DataException(
                    "%d rows of %d encoded columns are more than one array holds.%nMaybe take fewer rows."
                            .formatted(rows, width));
        }
        return new float[(int) size];
    }

    List<ColumnEncoder> encoders() {
        return List.of(encoders);
    }

    int rawWidth() {
        return rawWidth;
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
        long characters = encoders.stream()
                .mapToLong(encoder -> (long) encoder.column().length() * encoder.width())
                .sum();
        Damage.unless(characters <= MOST_CHARACTERS, "encoder");
        Set<List<?>> kinds = new HashSet<>();
        // a column has one of a kind, or a small file would read its texts very often
        Damage.unless(
                encoders.stream().allMatch(encoder -> kinds.add(List.of(encoder.getClass(), encoder.column()))),
                "encoder");
        return new FittedEncoder(encoders, Finish.load(node.node("finish"), encoders));
    }

    /**
     * This encoder as a node.
     *
     * @return a new node
     */
    public Node save() {
        return new Node()
                .put("columns", Arrays.stream(encoders).map(ColumnEncoder::save).toList())
                .put("finish", finish.save());
    }

    /**
     * Shows how the raw columns become numbers.
     *
     * @param visitor is shown each in turn; the numbers of one follow those of the one before
     * @param <R> what it gives
     * @return what it gave, in order
     */
    public <R> List<R> accept(EncoderVisitor<R> visitor) {
        List<R> given = new ArrayList<>();
        for (ColumnEncoder encoder : encoders) {
            given.add(encoder.accept(visitor));
        }
        return List.copyOf(given);
    }

    /**
     * What is done to these numbers then.
     *
     * @return the last step
     */
    public Finish finish() {
        return finish;
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
     * The raw columns that the encoded columns come from.
     *
     * @return for each of {@link #features()} the name of the one column that it is made of
     */
    public List<String> sources() {
        List<String> raw = new ArrayList<>();
        for (ColumnEncoder encoder : encoders) {
            raw.addAll(Collections.nCopies(encoder.width(), encoder.column()));
        }
        return finish.sources(raw);
    }

    /**
     * Elementary operations to encode a row, of about a nanosecond each.
     *
     * @return the number of operations
     */
    public long operations() {
        return (long) OF_COLUMN * encoders.length + (long) OF_FEATURE * features.size();
    }

    /**
     * The names of the raw columns that are read.
     *
     * @return the names, in the order of the training table
     */
    public Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        for (ColumnEncoder encoder : encoders) {
            names.add(encoder.column());
        }
        return names;
    }

    /**
     * Whether it can encode tables with some columns.
     *
     * @param features the columns by name
     * @return false if a column that it reads is not there, or of a kind that it does not read
     */
    public boolean reads(Map<String, ColumnSchema> features) {
        return Arrays.stream(encoders).allMatch(encoder -> {
            ColumnSchema described = features.get(encoder.column());
            return described != null && encoder.reads(described.kind());
        });
    }

    /**
     * The levels of a categorical column that are told from others.
     *
     * @param column the name of a raw column
     * @return the levels; none if the column is not read by its levels
     */
    public Set<String> levels(String column) {
        Set<String> levels = new LinkedHashSet<>();
        for (ColumnEncoder encoder : encoders) {
            if (encoder.column().equals(column)) {
                levels.addAll(encoder.levels());
            }
        }
        return levels;
    }

    /**
     * The levels of all columns of categories.
     *
     * @return by the name of the raw column, in the order of the training table; the first ones where several encoders read a
     *     column by its levels
     */
    public Map<String, List<String>> levels() {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (ColumnEncoder encoder : encoders) {
            if (!encoder.levels().isEmpty()) {
                levels.putIfAbsent(encoder.column(), encoder.levels());
            }
        }
        return levels;
    }

    /**
     * Medians of the training rows.
     *
     * @return by the name of the encoded column, before it was scaled; none where missing values stay missing
     */
    public Map<String, Float> landmarks() {
        return finish.landmarks(raw(encoders));
    }

    /**
     * Encodes rows.
     *
     * @param table rows with the columns of the training table, of the same kinds, in any order, beside any others
     * @return {@code [rows × features]}
     * @throws DataException if a column is not there, is stored in another form than in training, or the encoded rows do
     *     not fit into one array
     */
    public EncodedRows transform(Table table) {
        float[] values = matrix(table.rows(), rawWidth);
        ColumnCursor cursor = new ColumnCursor(table);
        int offset = 0;
        for (ColumnEncoder encoder : encoders) {
            encoder.encode(cursor.column(encoder.column()), values, offset, rawWidth);
            offset += encoder.width();
        }
        return EncodedRows.of(features, finish.apply(values, table.rows(), rawWidth), table.rows());
    }
}
