package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.trial.Block;
import io.automl4j.model.predictor.Model;

/** Models of folds as blocks, for stores of artifacts. */
public final class ModelCodec {
    private ModelCodec() {}

    /**
     * A model as a block.
     *
     * @param model the model
     * @return its bytes
     */
    public static Block toBlock(Model model) {
        return Block.of(Nodes.toBytes(model.save()));
    }

    /**
     * The model that a block holds.
     *
     * @param block what {@link #toBlock} gave
     * @return a model that predicts bit by bit as the one that was given
     * @throws ModelFileException if the block is damaged
     */
    public static Model fromBlock(Block block) {
        return Model.load(Nodes.fromBytes(block.buffer()));
    }
}
