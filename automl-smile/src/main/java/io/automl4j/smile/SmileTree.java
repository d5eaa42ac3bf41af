package io.automl4j.smile;

import io.automl4j.api.task.Task;
import io.automl4j.model.predictor.TreeSource;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import smile.base.cart.CART;
import smile.base.cart.DecisionNode;
import smile.base.cart.InternalNode;
import smile.base.cart.LeafNode;
import smile.base.cart.Node;
import smile.base.cart.OrdinalNode;
import smile.base.cart.RegressionNode;

/** One of Smile's trees: {@code value <= threshold} goes to the true child. Nothing is missing in its encoding. */
final class SmileTree implements TreeSource {
    private static final Field THRESHOLD = threshold();
    private static final int[] NO_CODES = {};

    private final Task task;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> children = new ArrayList<>();

    private SmileTree(Task task) {
        this.task = task;
    }

    static SmileTree of(CART cart, Task task) {
        SmileTree tree = new SmileTree(task);
        tree.nodes.add(cart.root());
        for (int i = 0; i < tree.nodes.size(); i++) {
            tree.children.add(tree.nodes.size());
            if (tree.nodes.get(i) instanceof InternalNode inner) {
                tree.nodes.add(inner.trueChild());
                tree.nodes.add(inner.falseChild());
            }
        }
        return tree;
    }

    /** The threshold is visible inside Smile's package only. */
    private static Field threshold() {
        try {
            Field field = OrdinalNode.class.getDeclaredField("value");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("smile-core is not version 2.6.0.", e);
        }
    }

    @Override
    public boolean isLeaf(int node) {
        return nodes.get(node) instanceof LeafNode;
    }

    @Override
    public int left(int node) {
        return children.get(node);
    }

    @Override
    public int right(int node) {
        return children.get(node) + 1;
    }

    @Override
    public int feature(int node) {
        return ((InternalNode) nodes.get(node)).feature();
    }

    /** The largest single-precision number that is at most the threshold: values are single-precision. */
    @Override
    public float threshold(int node) {
        double exact = exact((OrdinalNode) nodes.get(node));
        float nearest = (float) exact;
        return nearest > exact ? Math.nextDown(nearest) : nearest;
    }

    private static double exact(OrdinalNode node) {
        try {
            return THRESHOLD.getDouble(node);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field was made accessible.", e);
        }
    }

    @Override
    public boolean missingLeft(int node) {
        return false;
    }

    @Override
    public int[] codes(int node) {
        return NO_CODES;
    }

    @Override
    public float[] values(int node) {
        if (nodes.get(node) instanceof RegressionNode leaf) {
            return new float[] {(float) leaf.mean()};
        }
        int[] counts = ((DecisionNode) nodes.get(node)).count();
        float[] shares = new float[task.outputs()];
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (total > 0 ? counts[i] / total : 1.0 / shares.length);
        }
        return shares;
    }

    @Override
    public float cover(int node) {
        return nodes.get(node).size();
    }
}
