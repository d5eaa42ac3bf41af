package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.BINARY;
import static io.automl4j.model.encode.Fixture.REGRESSION;
import static io.automl4j.model.encode.Fixture.column;
import static io.automl4j.model.encode.Fixture.names;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.task.Labels;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsEncoderTest {
    private static final EncoderSpec STATISTICS = Fixture.many(Encoding.TREE, ManyLevels.STATISTICS);

    /** Rows {@code r} of level {@code r % levels}, named with a letter so that no number is found in them. */
    private static Fixture cyclic(int rows, int levels) {
        return table().levels("c", rows, row -> level(row % levels));
    }

    private static String level(int number) {
        return "l" + (char) ('a' + number % 26) + (char) ('a' + number / 26 % 26) + (char) ('a' + number / 676);
    }

    @Test
    void predictionUsesTheSmoothedMeansOfAllTrainingRows() {
        double[] targets = IntStream.range(0, 120)
                .mapToDouble(row -> row % 12 == 0 ? 1 : 0)
                .toArray();
        EncodedTraining fitted = cyclic(120, 12).fit(STATISTICS, BINARY, Labels.of(targets));

        float[] means = column(
                fitted.encoder()
                        .transform(table().levels("c", level(0), level(1), "new", "")
                                .build()),
                "c#mean");

        double overall = 10.0 / 120;
        assertThat(means[0]).isCloseTo((float) ((10 + 10 * overall) / 20), within(1e-6f));
        assertThat(means[1]).isCloseTo((float) (10 * overall / 20), within(1e-6f));
        assertThat(means[2]).as("unseen").isCloseTo((float) overall, within(1e-6f));
        assertThat(means[3]).as("never missing in training").isCloseTo((float) overall, within(1e-6f));
    }

    @Test
    void trainingRowsGetTheMeanOfTheOtherInnerFolds() {
        double[] targets = IntStream.range(0, 240).mapToDouble(row -> row).toArray();
        EncodedTraining fitted = cyclic(240, 12).fit(STATISTICS, REGRESSION, Labels.of(targets));

        float[] training = column(fitted.rows(), "c#mean");
        double overall = 239 / 2.0;
        TargetMeans dealt = TargetMeans.of(Labels.of(targets), REGRESSION, 1);
        for (int row = 0; row < 240; row++) {
            double sum = 0;
            int count = 0;
            for (int other = row % 12; other < 240; other += 12) {
                if (dealt.fold(other) != dealt.fold(row)) {
                    sum += targets[other];
                    count++;
                }
            }
            assertThat(training[row]).isCloseTo((float) ((sum + 10 * overall) / (count + 10)), within(1e-3f));
        }
    }

    @Test
    void innerFoldsAreOfEqualSizeAndDependOnTheSeed() {
        Labels labels = Labels.of(new double[103]);
        TargetMeans first = TargetMeans.of(labels, REGRESSION, 1);
        TargetMeans second = TargetMeans.of(labels, REGRESSION, 2);
        int[] sizes = new int[TargetMeans.FOLDS];
        boolean differ = false;
        for (int row = 0; row < 103; row++) {
            sizes[first.fold(row)]++;
            differ |= first.fold(row) != second.fold(row);
        }

        Arrays.sort(sizes);
        assertThat(sizes).containsExactly(20, 20, 21, 21, 21);
        assertThat(differ).isTrue();
    }

    @Test
    void levelsOfOneRowTellNothingOfARandomTarget() {
        Labels labels = Labels.of(randomTargets(400, 3));
        EncodedTraining fitted = cyclic(400, 400).fit(STATISTICS, BINARY, labels);

        assertThat(names(fitted.rows())).as("constant, so dropped").doesNotContain("c#mean");
    }

    @Test
    void statisticsOfNearlyUniqueLevelsDoNotFollowARandomTarget() {
        double signed = 0;
        for (int seed = 0; seed < 30; seed++) {
            double[] targets = randomTargets(400, seed);
            EncodedTraining fitted = cyclic(400, 150).fit(STATISTICS, BINARY, Labels.of(targets));
            double honest = correlation(column(fitted.rows(), "c#mean"), targets);
            double leaking = correlation(
                    column(fitted.encoder().transform(cyclic(400, 150).build()), "c#mean"), targets);

            assertThat(Math.abs(honest)).as("seed %d", seed).isLessThan(0.2);
            assertThat(leaking).as("without cross-fitting, seed %d", seed).isGreaterThan(0.4);
            signed += honest / 30;
        }
        assertThat(Math.abs(signed)).isLessThan(0.05);
    }

    private static double[] randomTargets(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(1000 + seed);
        return IntStream.range(0, rows).mapToDouble(row -> random.nextInt(2)).toArray();
    }

    private static double correlation(float[] x, double[] y) {
        double meanX =
                IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void severalClassesGetAMeanEach() {
        double[] targets =
                IntStream.range(0, 132).mapToDouble(row -> row % 11 % 3).toArray();
        EncodedTraining fitted = cyclic(132, 11).fit(STATISTICS, Fixture.multiclass(3), Labels.of(targets));

        assertThat(names(fitted.rows())).containsExactly("c#mean0", "c#mean1", "c#mean2");
        EncodedRows all = fitted.encoder().transform(cyclic(132, 11).build());
        for (int row = 0; row < 132; row++) {
            assertThat(all.get(row, 0) + all.get(row, 1) + all.get(row, 2)).isCloseTo(1, within(1e-5f));
            assertThat(all.get(row, row % 11 % 3)).isGreaterThan(0.5f);
        }
    }

    @Test
    void ofMoreThanThirtyClassesTheHeaviestGetAMean() {
        double[] targets = IntStream.range(0, 400)
                .mapToDouble(row -> row < 40 ? row : row % 2 == 0 ? 39 : 20)
                .toArray();
        EncodedTraining fitted = cyclic(400, 20).fit(STATISTICS, Fixture.multiclass(40), Labels.of(targets));

        assertThat(names(fitted.rows())).hasSizeLessThanOrEqualTo(30).contains("c#mean39", "c#mean20", "c#mean0");
    }

    @Test
    void weightsCountAsRows() {
        int rows = 60;
        double[] targets =
                IntStream.range(0, rows).mapToDouble(row -> row * row % 7).toArray();
        double[] weights =
                IntStream.range(0, rows).mapToDouble(row -> 1 + row % 3).toArray();
        int[] repeated = IntStream.range(0, rows)
                .flatMap(row -> IntStream.range(0, (int) weights[row]).map(i -> row))
                .toArray();
        Labels weighted = Labels.weighted(targets, weights);

        EncodedRows byWeight = cyclic(rows, 12)
                .fit(STATISTICS, REGRESSION, weighted)
                .encoder()
                .transform(cyclic(12, 12).build());
        EncodedRows byRepetition = Encoders.fit(
                        cyclic(rows, 12).build().select(repeated),
                        Labels.of(targets).select(repeated),
                        REGRESSION,
                        STATISTICS,
                        1)
                .encoder()
                .transform(cyclic(12, 12).build());

        assertThat(column(byWeight, "c#mean")).containsExactly(column(byRepetition, "c#mean"), within(1e-5f));
    }

    @Test
    void weightsOfZeroLeaveARowOut() {
        double[] targets =
                IntStream.range(0, 120).mapToDouble(row -> row < 60 ? 0 : 1).toArray();
        double[] weights =
                IntStream.range(0, 120).mapToDouble(row -> row < 60 ? 1 : 0).toArray();
        EncodedTraining fitted = cyclic(120, 12).fit(STATISTICS, REGRESSION, Labels.weighted(targets, weights));

        assertThat(names(fitted.rows())).doesNotContain("c#mean");
    }

    @Test
    void theCountIsTheLogarithmOfTheLevelsRowsWhateverTheirWeight() {
        double[] weights = IntStream.range(0, 64).mapToDouble(row -> 7).toArray();
        EncodedTraining fitted = table().levels("c", 64, row -> row < 20 ? "big" : row < 60 ? level(row % 10) : "")
                .fit(STATISTICS, REGRESSION, Labels.weighted(new double[64], weights));

        float[] counts = column(
                fitted.encoder()
                        .transform(
                                table().levels("c", "big", level(3), "", "new").build()),
                "c#count");
        assertThat(counts[0]).isCloseTo((float) Math.log(21), within(1e-6f));
        assertThat(counts[1]).isCloseTo((float) Math.log(5), within(1e-6f));
        assertThat(counts[2]).as("missing is a level").isCloseTo((float) Math.log(5), within(1e-6f));
        assertThat(counts[3]).as("unseen is as rare as can be").isCloseTo((float) Math.log(2), within(1e-6f));
    }

    @Test
    void missingCellsHaveAMeanOfTheirOwn() {
        double[] targets =
                IntStream.range(0, 120).mapToDouble(row -> row < 40 ? 1 : 0).toArray();
        EncodedTraining fitted = table().levels("c", 120, row -> row < 40 ? "" : level(row % 12))
                .fit(STATISTICS, BINARY, Labels.of(targets));

        float[] means = column(
                fitted.encoder().transform(table().levels("c", "", level(1)).build()), "c#mean");
        assertThat(means[0]).isGreaterThan(0.8f);
        assertThat(means[1]).isLessThan(0.3f);
    }
}
