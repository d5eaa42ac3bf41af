package io.automl4j.benchmarks.hostile;

import io.automl4j.api.learner.Feature;
import io.automl4j.model.predictor.TreeSource;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A tree of three splits and four leaves.
 *
 * @param tested the column of each split
 * @param thresholds of splits of numbers
 * @param codes of splits of categories, empty for those of numbers
 * @param leaves a row of values for each leaf
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares trees
record DrawnTree(int[] tested, float[] thresholds, int[][] codes, float[][] leaves) implements TreeSource {
    private static final int SPLITS = 3;

    static DrawnTree of(List<Feature> features, int outputs, SplittableRandom random) {
        DrawnTree tree =
                new DrawnTree(new int[SPLITS], new float[SPLITS], new int[SPLITS][], new float[SPLITS + 1][outputs]);
        for (int split = 0; split < SPLITS; split++) {
            tree.tested[split] = random.nextInt(features.size());
            tree.thresholds[split] = (float) random.nextDouble(-1, 30);
            boolean categorical = features.get(tree.tested[split]).isCategorical();
            tree.codes[split] = categorical ? new int[] {random.nextInt(1, 1 << 10)} : new int[0];
        }
        for (float[] leaf : tree.leaves) {
            for (int i = 0; i < outputs; i++) {
                leaf[i] = (float) random.nextDouble(0.1, 1);
            }
        }
        return tree;
    }

    @Override
    public boolean isLeaf(int node) {
        return node >= SPLITS;
    }

    @Override
    public int left(int node) {
        return 2 * node + 1;
    }

    @Override
    public int right(int node) {
        return 2 * node + 2;
    }

    @Override
    public int feature(int node) {
        return tested[node];
    }

    @Override
    public float threshold(int node) {
        return thresholds[node];
    }

    @Override
    public boolean missingLeft(int node) {
        return node == 1;
    }

    @Override
    public int[] codes(int node) {
        return codes[node];
    }

    @Override
    public float[] values(int node) {
        return leaves[node - SPLITS];
    }

    @Override
    public float cover(int node) {
        return node == 0 ? 8 : node < SPLITS ? 4 : 2;
    }
}
