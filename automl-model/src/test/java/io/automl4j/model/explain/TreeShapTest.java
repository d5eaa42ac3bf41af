package io.automl4j.model.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import io.automl4j.model.SampleModels;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.TreeSource;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreeShapTest {
    private static final int FEATURES = 8;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Eight features of six players, of which one has three; missing values, codes, and nodes without rows. */
    @ParameterizedTest
    @MethodSource("seeds")
    void valuesAreThoseOfAllSubsets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomTree source = RandomTree.drawn(FEATURES, 1 + random.nextInt(9), 2, random);
        int[] players = {0, 1, 2, 2, 2, 3, 4, 5};
        float[] row = new float[FEATURES];
        for (int i = 0; i < row.length; i++) {
            row[i] = random.nextInt(6) == 0 ? Float.NaN : random.nextInt(5) + (random.nextBoolean() ? 0 : 0.25f);
        }
        ShapTree tree = ShapTree.of(source, players);
        double[] sums = new double[6 * 2];
        new TreeShap(tree, row, 0, sums).run();
        double[] expected = tree.expected(2);
        float[] leaf = tree.leafOf(row, 0);
        for (int output = 0; output < 2; output++) {
            int of = output;
            double[] exact = Subsets.shapley(
                    6, subset -> worth(source, 0, row, feature -> (subset >> players[feature] & 1) != 0)[of]);
            double sum = expected[output];
            for (int player = 0; player < 6; player++) {
                assertThat(sums[player * 2 + output]).isCloseTo(exact[player], within(1e-9));
                sum += sums[player * 2 + output];
            }
            assertThat(expected[output]).isCloseTo(worth(source, 0, row, feature -> false)[of], within(1e-12));
            assertThat(sum).isCloseTo(leaf[output], within(1e-9));
        }
    }

    /** What a tree gives if only some features are known, by its definition. */
    private static double[] worth(TreeSource tree, int node, float[] row, IntPredicate isKnown) {
        if (tree.isLeaf(node)) {
            return new double[] {tree.values(node)[0], tree.values(node)[1]};
        }
        double[] left = worth(tree, tree.left(node), row, isKnown);
        double[] right = worth(tree, tree.right(node), row, isKnown);
        if (isKnown.test(tree.feature(node))) {
            return goesLeft(tree, node, row[tree.feature(node)]) ? left : right;
        }
        double covered = tree.cover(tree.left(node)) + tree.cover(tree.right(node));
        double share = covered == 0 ? 0.5 : tree.cover(tree.left(node)) / covered;
        return IntStream.range(0, 2)
                .mapToDouble(i -> share * left[i] + (1 - share) * right[i])
                .toArray();
    }

    private static boolean goesLeft(TreeSource tree, int node, float value) {
        if (Float.isNaN(value)) {
            return tree.missingLeft(node);
        }
        return tree.codes(node).length == 0
                ? value <= tree.threshold(node)
                : (tree.codes(node)[0] >>> (int) value & 1) != 0;
    }

    private static RandomTree chain(int length) {
        float[][] splits = new float[2 * length + 1][];
        for (int node = 0; node < length; node++) {
            splits[2 * node] = new float[] {0, length - node, 2 * node + 2, 2 * node + 1};
            splits[2 * node + 1] = new float[0];
        }
        splits[2 * length] = new float[0];
        return RandomTree.of(splits, new float[2 * length + 1]);
    }

    /** Each part of a way is of another column: a column that is asked again and again takes no more room. */
    @Test
    void aDeepTreeIsExplainedOrRefused() {
        ShapTree deep = ShapTree.of(chain(1_000), new int[] {0});
        double[] sums = new double[1];
        new TreeShap(deep, new float[] {1}, 0, sums).run();

        assertThat(deep.mostPlayers()).isEqualTo(1);
        assertThat(sums).containsExactly(0);
        assertThatThrownBy(() -> ShapTree.of(chain(1_001), new int[] {0}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1001 nodes deep");
    }

    /** Sums hold in trees as deep as forests have them. */
    @Test
    void sumsHoldInDeepTrees() {
        SplittableRandom random = new SplittableRandom(5);
        RandomTree source = RandomTree.drawn(40, 14, 1, random);
        ShapTree tree = ShapTree.of(source, IntStream.range(0, 40).toArray());
        assertThat(tree.mostPlayers()).isEqualTo(14);
        for (int i = 0; i < 5; i++) {
            float[] row = new float[40];
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) random.nextDouble(4);
            }
            double[] sums = new double[40];
            new TreeShap(tree, row, 0, sums).run();
            double sum = tree.expected(1)[0];
            for (double value : sums) {
                sum += value;
            }
            assertThat(sum).isCloseTo(tree.leafOf(row, 0)[0], within(1e-7));
        }
    }

    @Test
    void scoresOfBoostedTreesAreLogOddsOfTheirPredictions() {
        Table table = Planted.classes(100, 4, 6);
        AutoModel model = Planted.model(table, Planted.CLASSES, boosted(1, Link.LOGISTIC), boosted(1, Link.LOGISTIC));
        Attributions why = model.explain().treeShapley(7, table);
        assertThat(why.outputs()).isEqualTo(1);
        PredictedRows predicted = model.predict(table);
        for (int row = 0; row < 100; row++) {
            sums(why, row, 0);
            assertThat(predicted.probability(row, 1))
                    .isCloseTo(1 / (1 + Math.exp(-why.prediction(row, 0))), within(1e-6));
        }
    }

    @Test
    void forestsAreExplainedInWhatTheyPredict() {
        Table table = Planted.classes(50, 4, 6);
        AutoModel model = Planted.model(table, Planted.CLASSES, forest(1), forest(2));
        Attributions why = model.explain().treeShapley(7, table);
        for (int row = 0; row < 50; row++) {
            float[] expected = new float[2];
            for (int output = 0; output < 2; output++) {
                sums(why, row, output);
                expected[output] = (float) why.prediction(row, output);
            }
            // leaves of these trees are no shares, but the model divides by their sum
            assertThat(model.predict(table).probability(row, 0))
                    .isCloseTo(expected[0] / (expected[0] + expected[1]), within(1e-4));
        }
        assertThat(IntStream.range(0, 4)
                        .filter(column -> why.value(0, column, 0) != 0)
                        .count())
                .isPositive();
    }

    private static void sums(Attributions why, int row, int output) {
        double sum = why.base(output);
        for (int column = 0; column < why.columns().size(); column++) {
            sum += why.value(row, column, output);
            assertThat(why.error(row, column, output)).isZero();
        }
        assertThat(sum).isCloseTo(why.prediction(row, output), within(1e-9));
    }

    private static TreesModel boosted(long seed, Link link) {
        SplittableRandom random = new SplittableRandom(seed);
        TreesBuilder builder = TreesModel.boosted(link, 0.3f);
        for (int tree = 0; tree < 7; tree++) {
            builder.add(RandomTree.drawn(4, 5, 1, random), 0);
        }
        return builder.build();
    }

    private static TreesModel forest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreesBuilder builder = TreesModel.forest(new float[] {20, 20});
        for (int tree = 0; tree < 5; tree++) {
            builder.add(RandomTree.drawn(4, 5, 2, random));
        }
        return builder.build();
    }

    /** Everything that is encoded from a raw column is its: levels, parts of times, indicators. */
    @Test
    void membersOfEveryKindOfColumnAreSummedUp() {
        for (AutoModel model : List.of(SampleModels.everyKind(), SampleModels.regression())) {
            Table rows = SampleModels.table(30, 2);
            assertThat(model.explain().trees()).containsExactly(11L);
            Attributions why = model.explain().treeShapley(11, rows);
            assertThat(why.columns()).containsExactly("amount", "colour", "city", "since", "remark");
            for (int row = 0; row < 30; row++) {
                for (int output = 0; output < why.outputs(); output++) {
                    sums(why, row, output);
                }
            }
        }
        PredictedRows alone = SampleModels.regression().only(11).predict(SampleModels.table(30, 2));
        Attributions why = SampleModels.regression().explain().treeShapley(11, SampleModels.table(30, 2));
        assertThat(why.prediction(3, 0)).isCloseTo(alone.value(3), within(1e-5));
    }

    @Test
    void encodedColumnsComeFromColumnsOfTheirName() {
        SampleModels.everyKind()
                .parts()
                .encoders()
                .forEach(encoder -> assertThat(encoder.sources())
                        .hasSameSizeAs(encoder.features())
                        .allMatch(encoder.columns()::contains)
                        .satisfies(sources -> {
                            for (int i = 0; i < sources.size(); i++) {
                                assertThat(encoder.features().get(i).name()).startsWith(sources.get(i));
                            }
                        }));
    }

    @Test
    void otherMembersAreRefused() {
        Table table = Planted.numbers(10, 2, 1);
        AutoModel line = Planted.model(
                table, Planted.NUMBER, LinearModel.of(new float[] {1, 1}, new float[] {0}, Link.IDENTITY));
        assertThat(line.explain().trees()).isEmpty();
        for (long trial : new long[] {7, 8}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> line.explain().treeShapley(trial, table))
                    .withMessageContaining("Trial %d is no member of trees".formatted(trial))
                    .withMessageContaining("Maybe");
        }
    }
}
