package io.automl4j.model.predictor;

/**
 * A method for each kind of model, so that whoever forgets one does not compile.
 *
 * @param <R> what the methods give
 */
public interface ModelVisitor<R> {
    /** For a prior. */
    R prior(PriorModel model);

    /** For a linear model. */
    R linear(LinearModel model);

    /** For nearest neighbours. */
    R neighbours(NeighboursModel model);

    /** For trees. */
    R trees(TreesModel model);

    /** For a network. */
    R network(NetworkModel model);
}
