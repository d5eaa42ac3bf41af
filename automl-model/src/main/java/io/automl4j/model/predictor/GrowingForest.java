package io.automl4j.model.predictor;

import io.automl4j.api.learner.FoldData;
import io.automl4j.api.trial.Block;
import io.automl4j.model.file.ModelCodec;

/** A forest that trees are added to, and that can be put aside and gone on with. Not thread-safe. */
public final class GrowingForest {
    private final TreesBuilder builder;
    private int size;

    private GrowingForest(TreesBuilder builder) {
        this.builder = builder;
    }

    /**
     * A forest without trees.
     *
     * @param data what the trees will be grown on
     * @return a forest whose leaves hold shares of the classes, or a number
     */
    public static GrowingForest of(FoldData data) {
        return new GrowingForest(
                data.task().type().isClassification()
                        ? TreesModel.forest(
                                PriorModel.of(data.labels(), data.task()).values())
                        : TreesModel.forest(1));
    }

    /**
     * A forest that was put aside.
     *
     * @param checkpoint what {@link #checkpoint} gave
     * @return a forest with the same trees
     * @throws io.automl4j.api.ModelFileException if the bytes are damaged
     */
    public static GrowingForest of(Block checkpoint) {
        TreesModel trees = (TreesModel) ModelCodec.fromBlock(checkpoint);
        GrowingForest forest = new GrowingForest(TreesModel.forest(trees.base()));
        for (int tree = 0; tree < trees.size(); tree++) {
            forest.add(trees.tree(tree));
        }
        return forest;
    }

    /**
     * Adds a tree.
     *
     * @param tree the tree
     */
    public void add(TreeSource tree) {
        builder.add(tree);
        size++;
    }

    /**
     * The number of trees.
     *
     * @return the number of trees
     */
    public int size() {
        return size;
    }

    /**
     * The forest so far.
     *
     * @return the mean of its trees
     */
    public TreesModel model() {
        return builder.build();
    }

    /**
     * The forest so far, to be gone on with.
     *
     * @return its bytes
     */
    public Block checkpoint() {
        return ModelCodec.toBlock(model());
    }
}
