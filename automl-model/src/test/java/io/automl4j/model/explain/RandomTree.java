package io.automl4j.model.explain;

import io.automl4j.model.predictor.TreeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A tree of given nodes. */
final class RandomTree implements TreeSource {
    private final List<Node> nodes;

    private RandomTree(List<Node> nodes) {
        this.nodes = nodes;
    }

    private record Node(int[] split, float threshold, boolean missingLeft, int[] codes, float[] values, float cover) {
        static Node leaf(float cover, float... values) {
            return new Node(new int[0], 0, false, new int[0], values, cover);
        }
    }

    /**
     * A tree of splits.
     *
     * @param splits for each node feature, threshold, left and right child; nothing for a leaf
     * @param values for each node what it holds if it is a leaf
     */
    static RandomTree of(float[][] splits, float[] values) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < splits.length; i++) {
            float[] split = splits[i];
            nodes.add(
                    split.length == 0
                            ? Node.leaf(1, values[i])
                            : new Node(
                                    new int[] {(int) split[0], (int) split[2], (int) split[3]},
                                    split[1],
                                    false,
                                    new int[0],
                                    new float[0],
                                    2));
        }
        return new RandomTree(nodes);
    }

    /** A tree of splits that are drawn, some of them of codes 0 to 4; features come again on the way down. */
    static RandomTree drawn(int features, int depth, int width, SplittableRandom random) {
        List<Node> nodes = new ArrayList<>();
        grow(nodes, features, depth, width, random);
        return new RandomTree(nodes);
    }

    private static float grow(List<Node> nodes, int features, int depth, int width, SplittableRandom random) {
        int at = nodes.size();
        nodes.add(Node.leaf(0));
        if (depth == 0 || random.nextInt(5) == 0) {
            float[] values = new float[width];
            for (int i = 0; i < width; i++) {
                values[i] = (float) random.nextDouble(-1, 1);
            }
            // some nodes are empty, as those that were pruned together may be
            float cover = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(20);
            nodes.set(at, Node.leaf(cover, values));
            return cover;
        }
        int left = nodes.size();
        float cover = grow(nodes, features, depth - 1, width, random);
        int right = nodes.size();
        cover += grow(nodes, features, depth - 1, width, random);
        int[] codes = random.nextInt(3) == 0 ? new int[] {random.nextInt(32)} : new int[0];
        nodes.set(
                at,
                new Node(
                        new int[] {random.nextInt(features), left, right},
                        (float) random.nextDouble(4),
                        random.nextBoolean(),
                        codes,
                        new float[0],
                        cover));
        return cover;
    }

    @Override
    public boolean isLeaf(int node) {
        return nodes.get(node).split.length == 0;
    }

    @Override
    public int left(int node) {
        return nodes.get(node).split[1];
    }

    @Override
    public int right(int node) {
        return nodes.get(node).split[2];
    }

    @Override
    public int feature(int node) {
        return nodes.get(node).split[0];
    }

    @Override
    public float threshold(int node) {
        return nodes.get(node).threshold;
    }

    @Override
    public boolean missingLeft(int node) {
        return nodes.get(node).missingLeft;
    }

    @Override
    public int[] codes(int node) {
        return nodes.get(node).codes;
    }

    @Override
    public float[] values(int node) {
        return nodes.get(node).values;
    }

    @Override
    public float cover(int node) {
        return nodes.get(node).cover;
    }
}
