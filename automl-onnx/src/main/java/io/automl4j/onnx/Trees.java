package io.automl4j.onnx;

import io.automl4j.api.learner.Feature;
import io.automl4j.model.predictor.TreeSource;
import io.automl4j.model.predictor.TreesModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Trees as attributes of a node of a graph. Numbers go left where they are at most the threshold, as in {@link
 * TreesModel}. A set of codes becomes a chain of comparisons with each of its codes, or with each of the other codes where
 * these are fewer; all that succeed lead to the same node.
 */
final class Trees {
    private final List<Feature> features;
    private final float[] base;
    private final TreeAttributes attributes = new TreeAttributes();

    private Trees(List<Feature> features, float[] base) {
        this.features = features;
        this.base = base;
    }

    /**
     * The scores of trees, {@code [rows × scores]}.
     *
     * @param rows encoded rows
     * @param features what their columns are
     */
    static Value scores(Graph graph, TreesModel model, Value rows, List<Feature> features) {
        Trees trees = new Trees(features, model.base());
        for (int tree = 0; tree < model.size(); tree++) {
            trees.add(model.tree(tree), model.target(tree));
        }
        int width = trees.base.length;
        Value sums;
        if (trees.attributes.isEmpty()) {
            sums = graph.repeated(graph.constant(trees.base, 1, width), width);
        } else {
            sums = graph.addOfTreesAndTexts("TreeEnsembleRegressor", rows, trees.attributes.with(trees.base));
        }
        return model.scale() == 1 ? sums : graph.add("Mul", sums, graph.constant(model.scale()));
    }

    private void add(TreeSource tree, int target) {
        int first = Math.max(0, target);
        if (tree.isLeaf(0)) {
            // runtimes expect a test at the root
            float[] values = tree.values(0);
            for (int i = 0; i < values.length; i++) {
                base[first + i] += values[i];
            }
            return;
        }
        attributes.begin();
        List<Integer> nodes = nodes(tree);
        int free = nodes.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        for (int node : nodes) {
            if (tree.isLeaf(node)) {
                attributes.leaf(node, tree.values(node), first);
            } else if (tree.codes(node).length == 0) {
                TreeAttributes.Test test =
                        TreeAttributes.Test.atMost(tree.feature(node), tree.threshold(node), tree.missingLeft(node));
                attributes.branch(node, test, tree.left(node), tree.right(node));
            } else {
                free = chain(tree, node, free);
            }
        }
    }

    /** The nodes that can be reached, the root first. */
    private static List<Integer> nodes(TreeSource tree) {
        List<Integer> nodes = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int node = open.removeFirst();
            nodes.add(node);
            if (!tree.isLeaf(node)) {
                open.add(tree.left(node));
                open.add(tree.right(node));
            }
        }
        return nodes;
    }

    /** Writes the test of a set; the numbers from {@code free} on are not taken. Gives the next that is not. */
    private int chain(TreeSource tree, int node, int free) {
        int column = tree.feature(node);
        int[] words = tree.codes(node);
        int levels = features.get(column).levels();
        List<Integer> inside = codes(words, Math.min(levels, Integer.SIZE * words.length), true);
        List<Integer> outside = codes(words, levels, false);
        boolean least = inside.size() <= outside.size();
        List<Integer> compared = least ? inside : outside;
        int found = least ? tree.left(node) : tree.right(node);
        int other = least ? tree.right(node) : tree.left(node);
        boolean missingFound = tree.missingLeft(node) == least;
        if (compared.isEmpty()) {
            // nothing but what is missing is ever found
            attributes.branch(node, TreeAttributes.Test.atMost(column, -Float.MAX_VALUE, missingFound), found, other);
            return free;
        }
        int number = node;
        int next = free;
        for (int i = 0; i < compared.size(); i++) {
            boolean last = i == compared.size() - 1;
            attributes.branch(
                    number,
                    TreeAttributes.Test.equal(column, compared.get(i), missingFound),
                    found,
                    last ? other : next);
            number = next;
            next += last ? 0 : 1;
        }
        return next;
    }

    private static List<Integer> codes(int[] words, int count, boolean inside) {
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < count; code++) {
            int word = code / Integer.SIZE;
            boolean in = word < words.length && (words[word] >>> (code % Integer.SIZE) & 1) != 0;
            if (in == inside) {
                codes.add(code);
            }
        }
        return codes;
    }
}
