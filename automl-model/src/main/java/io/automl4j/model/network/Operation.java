package io.automl4j.model.network;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.file.Node;

/**
 * What a node of a network does to the rows that come in. Immutable; parameters are passed in, so that one network can
 * have many sets of them.
 *
 * <p>Arrays are row-major. {@link Members} makes of row {@code r} the rows
 * {@code r * members … r * members + members - 1}, one for each member of a shared-weight ensemble.
 */
public sealed interface Operation permits Columns, Embedding, Periodic, Dense, MemberDense, Evenly {

    /**
     * The width of what comes in.
     *
     * @return values of a row; of an operation that reads encoded rows the least width that they must have
     */
    int inputs();

    /**
     * The width of what goes out.
     *
     * @return values of a row
     */
    int outputs();

    /**
     * How many parameters the operation has; their layout is documented with each.
     *
     * @return the number of parameters
     */
    int parameters();

    /**
     * Elementary operations for a row.
     *
     * @return operations of about a nanosecond each: values computed, or products summed by fours
     */
    default long cost() {
        return outputs();
    }

    /**
     * Whether it reads encoded rows, and not what another node gives.
     *
     * @return true for {@link Columns} and {@link Embedding}
     */
    default boolean isSource() {
        return false;
    }

    /**
     * Computes what goes out, as for prediction: nothing is dropped, running statistics normalise.
     *
     * @param parameters the network's parameters
     * @param at where this operation's begin
     * @param in {@code [rows × width]}
     * @param width values of an incoming row; more than {@link #inputs} only where encoded rows are read
     * @param out receives {@code [rows × outputs]}, times members if this multiplies rows
     * @param rows the number of incoming rows
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    void predict(float[] parameters, int at, float[] in, int width, float[] out, int rows);

    /**
     * Calls the visitor's method for this operation.
     *
     * @param visitor the visitor
     * @param <R> what it gives
     * @return what it gave
     */
    <R> R accept(OperationVisitor<R> visitor);

    /**
     * This operation as a node of a model file; {@code kind} names the type.
     *
     * @return a new node
     */
    Node save();

    /**
     * The operation that a node holds.
     *
     * @param node what {@link #save} wrote
     * @return the operation
     * @throws ModelFileException if this version does not know it
     */
    static Operation load(Node node) {
        String kind = node.text("kind");
        return switch (kind) {
            case Columns.KIND -> Columns.load(node);
            case Embedding.KIND -> Embedding.load(node);
            case Periodic.KIND -> Periodic.load(node);
            case Scaling.KIND -> Scaling.load(node);
            case Dense.KIND -> Dense.load(node);
            case Activation.KIND -> Activation.load(node);
            case BatchNorm.KIND -> BatchNorm.load(node);
            case LayerNorm.KIND -> LayerNorm.load(node);
            case Dropout.KIND -> Dropout.load(node);
            case Identity.KIND -> Identity.load(node);
            case Members.KIND -> Members.load(node);
            case MemberDense.KIND -> MemberDense.load(node);
            default ->
                throw new ModelFileException(
                        "The model file holds a network with a '%s', which this version does not know.%n"
                                        .formatted(kind)
                                + "Maybe update automl-model.");
        };
    }
}
