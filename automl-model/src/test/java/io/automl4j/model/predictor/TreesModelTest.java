package io.automl4j.model.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.file.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesModelTest {
    private static final float NAN = Float.NaN;

    /** x <= 1.5 (missing: right), then on the left a code of {1, 33} (missing: left). */
    private record Stump(float low, float in, float out) implements TreeSource {
        @Override
        public boolean isLeaf(int node) {
            return node >= 2;
        }

        @Override
        public int left(int node) {
            return node == 0 ? 1 : 3;
        }

        @Override
        public int right(int node) {
            return node == 0 ? 2 : 4;
        }

        @Override
        public int feature(int node) {
            return node;
        }

        @Override
        public float threshold(int node) {
            return 1.5f;
        }

        @Override
        public boolean missingLeft(int node) {
            return node == 1;
        }

        @Override
        public int[] codes(int node) {
            return node == 1 ? new int[] {1 << 1, 1 << 1} : new int[0];
        }

        @Override
        public float[] values(int node) {
            return new float[] {node == 2 ? low : node == 3 ? in : out};
        }

        @Override
        public float cover(int node) {
            return new float[] {8, 6, 2, 3, 3}[node];
        }
    }

    private static TreesModel model() {
        Stump tree = new Stump(10, 20, 30);
        return TreesModel.boosted(Link.IDENTITY, 1)
                .add(tree, 0)
                .add(new Stump(0.1f, 0.2f, 0.3f), 0)
                .build();
    }

    private static EncodedRows rows(float... values) {
        return EncodedRows.of(List.of(new Feature("x", 0), new Feature("c", 40)), values, values.length / 2);
    }

    private static float[] predict(Model model, EncodedRows rows) {
        float[] out = new float[rows.rows() * model.outputs()];
        model.predict(rows, out);
        return out;
    }

    @Test
    void goesTheWayOfThresholdsCodesAndMissingCells() {
        EncodedRows rows = rows(1.5f, 1, 1.5f, 33, 0, 2, 0, 34, 0, -1, 0, 1000, 0, NAN, 1.6f, 1, NAN, 1);
        assertThat(predict(model(), rows))
                .containsExactly(21.2f, 21.2f, 31.3f, 31.3f, 31.3f, 31.3f, 21.2f, 11.1f, 11.1f);
    }

    @Test
    void oneRowIsPredictedAsAmongMany() {
        float[] many = new float[2 * 300];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 7 == 0 ? NAN : i % 35;
        }
        EncodedRows rows = rows(many);
        float[] together = predict(model(), rows);
        for (int row = 0; row < 300; row++) {
            assertThat(predict(model(), rows.select(new int[] {row}))[0]).isEqualTo(together[row]);
        }
    }

    @Test
    void countsTheNodesThatRowsVisit() {
        // a root for all 8 rows, a child for each, and a leaf below for 6: 22 of 8, in each of two trees, of 3 ns
        assertThat(model().operations()).isEqualTo(Math.round(3 * 2 * 22 / 8.0));
    }

    @Test
    void predictsTheSameAfterLoading() {
        EncodedRows rows = rows(1, 1, 2, 2, NAN, NAN);
        TreesModel model = model();
        assertThat(predict(Model.load(model.save()), rows)).containsExactly(predict(model, rows));
        assertThat(Model.load(model.save()).operations()).isEqualTo(model.operations());
    }

    @Test
    void refusesRowsThatAreTooNarrow() {
        EncodedRows narrow = EncodedRows.of(List.of(new Feature("x", 0)), new float[] {1}, 1);
        assertThatThrownBy(() -> predict(model(), narrow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 columns");
    }

    /** Children before their parents, children beyond the end, leaves, roots and code sets that are not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "child -> 0",
                "child -> 99",
                "child -> far",
                "child of another tree",
                "leaf -> 99",
                "leaf -> far",
                "root -> 99",
                "root again",
                "roots late",
                "codes -> 99",
                "codes shared",
                "child of two",
                "threshold",
                "target",
                "link"
            })
    void refusesDamage(String damage) {
        Node node = model().save();
        switch (damage) {
            case "child -> 0" -> node.ints("nodes")[2] = 0;
            case "child -> 99" -> node.ints("nodes")[2] = 99;
            case "child -> far" -> node.ints("nodes")[2] = Integer.MAX_VALUE;
            case "child of another tree" -> node.ints("nodes")[2] = 6;
            case "child of two" -> node.ints("nodes")[3 + 2] = 2;
            case "leaf -> far" -> node.ints("nodes")[3 * 2 + 2] = Integer.MAX_VALUE;
            case "roots late" -> node.ints("roots")[0] = 1;
            case "codes shared" -> node.ints("nodes")[3 * 6 + 1] = node.ints("nodes")[3 + 1] - 1;
            case "threshold" -> node.ints("nodes")[1] = Float.floatToRawIntBits(NAN);
            case "link" -> node.put("link", "LOGISTIC").put("base", new float[] {1, 2});
            case "leaf -> 99" -> node.ints("nodes")[3 * 2 + 2] = 99;
            case "root -> 99" -> node.ints("roots")[1] = 99;
            case "root again" -> node.ints("roots")[1] = 0;
            case "codes -> 99" -> node.ints("nodes")[3 + 1] = 99;
            default -> node.ints("targets")[1] = -1;
        }
        assertThatThrownBy(() -> Model.load(node))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aForestAverages() {
        TreesModel forest = TreesModel.forest(1)
                .add(new Stump(10, 20, 30))
                .add(new Stump(0, 0, 0))
                .build();
        assertThat(predict(forest, rows(5, 1))).containsExactly(5f);
    }

    @Test
    void theFirstTreesOfAForestAreAForest() {
        TreesModel forest = TreesModel.forest(1)
                .add(new Stump(10, 20, 30))
                .add(new Stump(2, 0, 0))
                .add(new Stump(0, 0, 0))
                .build();

        TreesModel first = forest.first(2);

        assertThat(first.size()).isEqualTo(2);
        assertThat(first.treesOfAnIteration()).isEqualTo(1);
        assertThat(predict(first, rows(5, 1))).containsExactly(6f);
        assertThat(first.operations()).isLessThan(forest.operations());
        assertThat(predict(forest.first(3), rows(5, 1))).isEqualTo(predict(forest, rows(5, 1)));
        assertThatThrownBy(() -> forest.first(4)).hasMessage("3 trees have no first 4 iterations.");
    }

    @Test
    void theFirstIterationsOfBoostedTreesAreWhatTheyWereThen() {
        TreesModel boosted = TreesModel.boosted(Link.IDENTITY, 1, 2)
                .add(new Stump(10, 20, 30), 0)
                .add(new Stump(1, 2, 3), 1)
                .add(new Stump(100, 200, 300), 0)
                .add(new Stump(5, 6, 7), 1)
                .build();
        TreesModel first = boosted.first(1);

        assertThat(boosted.treesOfAnIteration()).isEqualTo(2);
        assertThat(first.size()).isEqualTo(2);
        assertThat(predict(first, rows(5, 1)))
                .isEqualTo(predict(
                        TreesModel.boosted(Link.IDENTITY, 1, 2)
                                .add(new Stump(10, 20, 30), 0)
                                .add(new Stump(1, 2, 3), 1)
                                .build(),
                        rows(5, 1)));
        assertThatThrownBy(() -> boosted.first(3)).hasMessage("4 trees have no first 3 iterations.");
    }
}
