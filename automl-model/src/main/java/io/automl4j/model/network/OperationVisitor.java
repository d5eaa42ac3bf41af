package io.automl4j.model.network;

/**
 * A method for each operation, so that whoever forgets one does not compile.
 *
 * @param <R> what the methods give
 */
public interface OperationVisitor<R> {
    /** For columns. */
    R columns(Columns operation);

    /** For embeddings. */
    R embedding(Embedding operation);

    /** For periodic features. */
    R periodic(Periodic operation);

    /** For scaling. */
    R scaling(Scaling operation);

    /** For dense layers. */
    R dense(Dense operation);

    /** For activations. */
    R activation(Activation operation);

    /** For batch normalisation. */
    R batchNorm(BatchNorm operation);

    /** For layer normalisation. */
    R layerNorm(LayerNorm operation);

    /** For dropout. */
    R dropout(Dropout operation);

    /** For the identity. */
    R identity(Identity operation);

    /** For the multiplication of rows. */
    R members(Members operation);

    /** For dense layers by member. */
    R memberDense(MemberDense operation);
}
