package io.automl4j.onnx;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.predictor.TreeSource;
import io.automl4j.testkit.Gen;
import java.util.ArrayList;
import java.util.List;

/** A tree of random tests: of numbers that occur, and of sets of codes. */
final class RandomTree implements TreeSource {
    private final List<Node> nodes = new ArrayList<>();

    private record Node(int left, int column, float threshold, boolean missingLeft, int[] codes, float[] values) {}

    /** A tree whose leaves hold one number, or the shares of several classes. */
    RandomTree(EncodedRows rows, int depth, int values, Gen gen) {
        grow(rows, depth, values, gen);
    }

    private int grow(EncodedRows rows, int depth, int values, Gen gen) {
        int number = nodes.size();
        float[] leaf = leaf(values, gen);
        int column = gen.whole(Math.max(1, rows.width()));
        nodes.add(new Node(-1, column, 0, false, new int[0], leaf));
        if (depth == 0 || gen.chance(0.1)) {
            return number;
        }
        int right = grow(rows, depth - 1, values, gen);
        int left = grow(rows, depth - 1, values, gen);
        float threshold = rows.values()[gen.whole(rows.rows()) * rows.width() + column];
        int[] codes = codes(rows.features().get(column).levels(), gen);
        nodes.set(number, new Node(left, column, threshold, gen.chance(0.5), codes, new float[] {right}));
        return number;
    }

    private static float[] leaf(int count, Gen gen) {
        float[] values = new float[count];
        float sum = 0;
        for (int i = 0; i < count; i++) {
            values[i] = (float) (count == 1 ? gen.normal() : gen.uniform(0.1, 1));
            sum += values[i];
        }
        for (int i = 0; count > 1 && i < count; i++) {
            values[i] /= sum;
        }
        return values;
    }

    /** Few of the codes, most of them, all or none. */
    private static int[] codes(int levels, Gen gen) {
        int[] words = new int[levels == 0 ? 0 : gen.whole(1 + (levels - 1) / Integer.SIZE) + 1];
        double share = gen.pick(List.of(0.0, 0.1, 0.5, 0.9, 1.0));
        for (int code = 0; code < words.length * Integer.SIZE; code++) {
            words[code / Integer.SIZE] |= gen.chance(share) ? 1 << code : 0;
        }
        return words;
    }

    @Override
    public boolean isLeaf(int node) {
        return nodes.get(node).left < 0;
    }

    @Override
    public int left(int node) {
        return nodes.get(node).left;
    }

    @Override
    public int right(int node) {
        return (int) nodes.get(node).values[0];
    }

    @Override
    public int feature(int node) {
        return nodes.get(node).column;
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
        return 1;
    }
}
