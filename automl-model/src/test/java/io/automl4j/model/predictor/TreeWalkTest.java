package io.automl4j.model.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows walk by {@link TreeWalk} as tree after tree sends them. */
final class TreeWalkTest {
    private static final int DEPTH = 5;
    private static final int INNER = (1 << DEPTH) - 1;
    private static final float[] ODD = {
        Float.NaN, 0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE
    };

    /** A complete tree of random tests of two numbers and a column of codes. */
    private record RandomTests(long seed) implements TreeSource {
        private SplittableRandom random(int node) {
            return new SplittableRandom(seed * 1000 + node);
        }

        @Override
        public boolean isLeaf(int node) {
            return node >= INNER;
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
            return random(node).nextInt(3);
        }

        @Override
        public float threshold(int node) {
            SplittableRandom random = random(-node - 1);
            return random.nextInt(4) == 0 ? ODD[1 + random.nextInt(ODD.length - 1)] : (float) random.nextGaussian();
        }

        @Override
        public boolean missingLeft(int node) {
            return random(node + 100).nextBoolean();
        }

        @Override
        public int[] codes(int node) {
            return feature(node) == 2 ? new int[] {random(node + 200).nextInt() & ((1 << 30) - 1)} : new int[0];
        }

        @Override
        public float[] values(int node) {
            return new float[] {node + seed % 7 / 8f};
        }

        @Override
        public float cover(int node) {
            return 1;
        }
    }

    private static EncodedRows rows() {
        SplittableRandom random = new SplittableRandom(4);
        float[] values = new float[3 * 500];
        for (int i = 0; i < values.length; i++) {
            boolean code = i % 3 == 2;
            float usual = code ? random.nextInt(-2, 70) : (float) random.nextGaussian();
            values[i] = random.nextInt(5) == 0 ? ODD[random.nextInt(ODD.length)] : usual;
        }
        return EncodedRows.of(List.of(new Feature("x", 0), new Feature("y", 0), new Feature("c", 70)), values, 500);
    }

    private static float leafOf(TreeSource tree, EncodedRows rows, int row) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            float value = rows.get(row, tree.feature(node));
            int[] codes = tree.codes(node);
            boolean left = Float.isNaN(value)
                    ? tree.missingLeft(node)
                    : codes.length == 0
                            ? value <= tree.threshold(node)
                            : (int) value >= 0 && (int) value < 32 && (codes[0] >>> (int) value & 1) == 1;
            node = left ? tree.left(node) : tree.right(node);
        }
        return tree.values(node)[0];
    }

    @Test
    void rowsGoWhereTheTreesSendThem() {
        TreesBuilder builder = TreesModel.boosted(Link.IDENTITY, 0);
        for (int tree = 0; tree < 23; tree++) {
            builder.add(new RandomTests(tree), 0);
        }
        TreesModel model = builder.build();
        EncodedRows rows = rows();
        float[] together = new float[rows.rows()];
        model.predict(rows, together);
        float[] alone = new float[1];
        for (int row = 0; row < rows.rows(); row++) {
            float sum = 0;
            for (int tree = 0; tree < 23; tree++) {
                sum += leafOf(new RandomTests(tree), rows, row);
            }
            model.predict(rows.select(new int[] {row}), alone);
            assertThat(alone[0]).as("row %d", row).isEqualTo(sum).isEqualTo(together[row]);
        }
    }

    @Test
    void whatDoesNotFitIsLeftToTheOthers() {
        int[] leaf = {TreesModel.LEAF, 0, 0};
        assertThat(TreeWalk.of(3, new int[] {0}, leaf, new int[0])).isPresent();
        int[] split = {TreesModel.CODES, 0, 1, TreesModel.LEAF, 0, 0, TreesModel.LEAF, 0, 1};
        assertThat(TreeWalk.of(3, new int[] {0}, split, new int[] {1, 1 << 29})).isPresent();
        assertThat(TreeWalk.of(3, new int[] {0}, split, new int[] {1, 1 << 30})).isEmpty();
        assertThat(TreeWalk.of(3, new int[] {0}, split, new int[] {2, 1, 1})).isEmpty();
        assertThat(TreeWalk.of(3, new int[] {0}, new int[3 * 500_001], new int[0]))
                .isEmpty();
        assertThat(TreeWalk.of(1 << 16, new int[] {0}, leaf, new int[0])).isPresent();
        assertThat(TreeWalk.of((1 << 16) + 1, new int[] {0}, leaf, new int[0])).isEmpty();
        assertThat(TreeWalk.of(5_000, new int[] {0}, stumps(4_095), new int[0])).isPresent();
        assertThat(TreeWalk.of(5_000, new int[] {0}, stumps(4_096), new int[0])).isEmpty();
    }

    /** One split for each column; only the first is led to. */
    private static int[] stumps(int columns) {
        int[] nodes = new int[3 * 3 * columns];
        for (int column = 0; column < columns; column++) {
            int[] stump = {column, 0, 3 * column + 1, TreesModel.LEAF, 0, 0, TreesModel.LEAF, 0, 1};
            System.arraycopy(stump, 0, nodes, 9 * column, 9);
        }
        return nodes;
    }

    @Test
    void rowsHaveKeysForWhatNodesAskFor() {
        int missingLeft = 3 | TreesModel.MISSING_LEFT;
        int codes = 5 | TreesModel.CODES;
        int[] nodes = {3, 0, 1, missingLeft, 0, 3, codes, 0, 5, 3, 0, 7, TreesModel.LEAF, 0, 0};
        WalkKeys keys = WalkKeys.of(6, nodes);
        assertThat(keys.count()).isEqualTo(1 + 3);
        assertThat(List.of(keys.of(3), keys.of(codes), keys.of(missingLeft))).containsExactly(1, 2, 3);
        assertThat(keys.of(new float[2 * 6], 0, 2, 6)).hasSize(2 * 4);
    }
}
