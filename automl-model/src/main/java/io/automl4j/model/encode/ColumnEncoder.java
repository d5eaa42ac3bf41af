package io.automl4j.model.encode;

import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.model.file.Node;
import java.util.List;

/** Turns one raw column into numbers; what is missing or unseen becomes NaN or zeros, never an error. */
sealed interface ColumnEncoder
        permits NumberEncoder,
                CodeEncoder,
                OneHotEncoder,
                StatisticsEncoder,
                DateEncoder,
                TextEncoder,
                TextNumberEncoder {

    /** The name of the raw column. */
    String column();

    /** Whether it reads columns of a kind: most read levels or texts. */
    default boolean reads(ColumnKind kind) {
        return kind == ColumnKind.BOOLEAN || kind == ColumnKind.CATEGORICAL || kind == ColumnKind.TEXT;
    }

    /** The number of encoded columns. */
    int width();

    /** What the encoded columns are, {@link #width} of them. */
    List<Feature> features();

    /**
     * Writes all rows: row {@code r}, feature {@code j} goes to {@code out[offset + r * stride + j]}. The array holds
     * zeros there.
     */
    void encode(Column column, float[] out, int offset, int stride);

    /** The levels that it tells from others; none where it does not read levels. */
    default List<String> levels() {
        return List.of();
    }

    /** What its columns mean besides their names: those of one name are the same where this is. */
    default String meaning() {
        return getClass().getSimpleName();
    }

    /** Calls the visitor's method for this encoder. */
    <R> R accept(EncoderVisitor<R> visitor);

    Node save();

    static ColumnEncoder load(Node node) {
        String kind = node.text("kind");
        return switch (kind) {
            case NumberEncoder.KIND -> new NumberEncoder(node.text("column"));
            case CodeEncoder.KIND -> CodeEncoder.load(node);
            case OneHotEncoder.KIND -> OneHotEncoder.load(node);
            case StatisticsEncoder.KIND -> StatisticsEncoder.load(node);
            case DateEncoder.KIND -> DateEncoder.load(node);
            case TextEncoder.KIND -> TextEncoder.load(node);
            case TextNumberEncoder.KIND -> new TextNumberEncoder(node.text("column"));
            default ->
                throw new ModelFileException(
                        "The model file holds an encoder '%s', which this version does not know.%n".formatted(kind)
                                + "Maybe update automl-model.");
        };
    }

    /** The cells in the form that they had in training. */
    static <T extends Column> T cells(Column column, Class<T> stored, String name) {
        if (!stored.isInstance(column)) {
            throw new DataException(
                    "Column '%s' is a %s, but was a %s in training.%nMaybe read the table like the training table."
                            .formatted(name, column.getClass().getSimpleName(), stored.getSimpleName()));
        }
        return stored.cast(column);
    }
}
