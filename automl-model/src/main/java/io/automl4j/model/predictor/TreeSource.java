package io.automl4j.model.predictor;

/** A tree as another library holds it, read once to make a {@link TreesModel}. The root is node 0. */
public interface TreeSource {

    /**
     * Whether a node is a leaf.
     *
     * @param node the node
     * @return true if it has no children
     */
    boolean isLeaf(int node);

    /**
     * The child of rows whose value is at most the threshold, or is a code of the set.
     *
     * @param node a node that is no leaf
     * @return the child
     */
    int left(int node);

    /**
     * The other child.
     *
     * @param node a node that is no leaf
     * @return the child
     */
    int right(int node);

    /**
     * The encoded column that is tested.
     *
     * @param node a node that is no leaf
     * @return the column, from 0
     */
    int feature(int node);

    /**
     * The largest value that goes left; use {@link Math#nextDown(float)} where the source tests {@code <}.
     *
     * @param node a node that is no leaf
     * @return the threshold, ignored where {@link #codes} is not empty
     */
    float threshold(int node);

    /**
     * Whether a missing value goes left.
     *
     * @param node a node that is no leaf
     * @return true for left
     */
    boolean missingLeft(int node);

    /**
     * The codes that go left, 32 to a word, lowest bit first; every other code goes right.
     *
     * @param node a node that is no leaf
     * @return the set, empty for a test against a threshold
     */
    int[] codes(int node);

    /**
     * What a leaf adds to the scores.
     *
     * @param node a leaf
     * @return one value, or one for each score
     */
    float[] values(int node);

    /**
     * The weight of the training rows that reached a node.
     *
     * @param node the node
     * @return the cover
     */
    float cover(int node);
}
