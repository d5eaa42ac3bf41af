package io.automl4j.model.network;

/**
 * Goes through the parameters of a network, operation by operation. Its methods give where the parameters of the next one
 * begin; operations without parameters leave that where it is.
 */
public interface ParameterVisitor extends OperationVisitor<Integer> {

    /**
     * Where the parameters of the operation that is visited begin.
     *
     * @return an index in the flat array
     */
    int at();

    @Override
    default Integer columns(Columns operation) {
        return at();
    }

    @Override
    default Integer dropout(Dropout operation) {
        return at();
    }

    @Override
    default Integer identity(Identity operation) {
        return at();
    }

    @Override
    default Integer members(Members operation) {
        return at();
    }
}
