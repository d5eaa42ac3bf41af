package io.automl4j.model.predictor;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.model.file.Node;

/** A fitted model that can be written to a file; the closed family of everything that predicts. */
public sealed interface Model extends FittedModel
        permits PriorModel, LinearModel, NeighboursModel, TreesModel, NetworkModel {

    /**
     * Calls the visitor's method for this kind of model.
     *
     * @param visitor the visitor
     * @param <R> what it gives
     * @return what it gave
     */
    <R> R accept(ModelVisitor<R> visitor);

    /**
     * Whether it predicts rows of so many encoded columns.
     *
     * @param columns the width of a row
     * @return false if {@link #predict} would refuse them
     */
    boolean fits(int columns);

    /**
     * This model as a node; {@code kind} names the type, from which {@link #load} chooses.
     *
     * @return a new node
     */
    Node save();

    /**
     * The model that a node holds.
     *
     * @param node what {@link #save} wrote
     * @return the model, predicting bit by bit as the one that was saved
     * @throws ModelFileException if the node holds no model that this version knows, or a damaged one
     */
    static Model load(Node node) {
        String kind = node.text("kind");
        return switch (kind) {
            case PriorModel.KIND -> PriorModel.load(node);
            case LinearModel.KIND -> LinearModel.load(node);
            case NeighboursModel.KIND -> NeighboursModel.load(node);
            case TreesModel.KIND -> TreesModel.load(node);
            case NetworkModel.KIND -> NetworkModel.load(node);
            default ->
                throw new ModelFileException(
                        "The model file holds a '%s', which this version does not know.%n".formatted(kind)
                                + "Maybe update automl-model.");
        };
    }
}
