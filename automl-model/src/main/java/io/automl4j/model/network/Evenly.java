package io.automl4j.model.network;

/** An operation whose rows go out as wide as they come in. */
sealed interface Evenly extends Operation
        permits Activation, BatchNorm, LayerNorm, Dropout, Identity, Members, Scaling {

    /**
     * The width of rows.
     *
     * @return values of a row
     */
    int width();

    @Override
    default int inputs() {
        return width();
    }

    @Override
    default int outputs() {
        return width();
    }

    @Override
    default int parameters() {
        return 0;
    }
}
