package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.ensemble.Stacking.Stacked;
import io.automl4j.ensemble.Stacking.Trainer;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.model.predictor.TreeSource;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StackingTest {
    private static final int ROWS = 600;
    private static final Map<Long, Double> HALVES = Map.of(1L, 0.5, 2L, 0.5);
    private static final Map<Long, Double> ALONE = Map.of(1L, 1.0);
    private static final List<Trainer> LINEAR = List.of(new NonNegativeLinear());
    /** Knows that numbers are 1 too low. */
    private static final Trainer ADDS_ONE = (inputs, residuals) -> PriorModel.of(1);

    private static double[] normal(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    private static Candidate candidate(long trial, double[] truth, DoubleUnaryOperator told, double noise) {
        double[] noises = normal(truth.length, trial);
        float[] values = new float[truth.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) (told.applyAsDouble(truth[row]) + noise * noises[row]);
        }
        return new Candidate(trial, "a", Predictions.of(values, 1), 1);
    }

    private static Stacking of(double[] truth) {
        return new Stacking(Labels.of(truth), Metrics.RMSE, Cancellation.NEVER);
    }

    private static double loss(double[] truth, Predictions predictions) {
        return Metrics.RMSE.loss(Labels.of(truth), predictions);
    }

    /** Shrunk members are stretched, and one of noise alone is left out. */
    @Test
    void aLinearStackFindsTheWeightsOfLeastError() {
        double[] truth = normal(ROWS, 99);
        List<Candidate> members = List.of(candidate(1, truth, y -> 0.5 * y + 3, 0.01), candidate(2, truth, y -> 0, 1));

        Stacked stacked = of(truth).of(members, HALVES, LINEAR).orElseThrow();

        assertThat(stacked.stack().members()).containsExactly(1L, 2L);
        float[] weights = ((LinearModel) stacked.stack().correction()).weights();
        assertThat(weights[0]).isCloseTo(2f, within(0.01f));
        assertThat(weights[1]).isCloseTo(0f, within(0.01f));
        assertThat(weights[2]).as("the sum of weights, less that of the mean").isCloseTo(1f, within(0.01f));
        assertThat(loss(truth, stacked.outOfFold())).isLessThan(0.03);
        List<Candidate> otherwise = List.of(members.get(1), members.get(0));
        assertThat(Stacking.corrected(stacked.stack(), otherwise, HALVES).toArray())
                .isEqualTo(Stacking.corrected(stacked.stack(), members, HALVES).toArray());
    }

    @Test
    void weightsAreNotNegative() {
        double[] truth = normal(ROWS, 99);
        Candidate right = candidate(1, truth, y -> 0.7 * y, 0.1);
        Candidate inverted = candidate(2, truth, y -> -y, 0.1);

        Stacked stacked = of(truth).of(List.of(right, inverted), HALVES, LINEAR).orElseThrow();

        float[] weights = ((LinearModel) stacked.stack().correction()).weights();
        assertThat(weights[0]).isPositive();
        assertThat(weights[1]).isZero();
    }

    /** Rows without weight tell nothing. */
    @Test
    void rowsCountByTheirWeight() {
        double[] truth = normal(ROWS, 99);
        Candidate member = candidate(1, truth, y -> 0.5 * y, 0.001);
        double[] weights = new double[ROWS];
        double[] wrong = truth.clone();
        for (int row = 0; row < ROWS; row++) {
            weights[row] = row % 2;
            wrong[row] = row % 2 == 0 ? 1e6 : truth[row];
        }

        Stacked stacked = new Stacking(Labels.weighted(wrong, weights), Metrics.RMSE, Cancellation.NEVER)
                .of(List.of(member), ALONE, LINEAR)
                .orElseThrow();

        assertThat(((LinearModel) stacked.stack().correction()).weights()[0]).isCloseTo(2f, within(0.01f));
    }

    @Test
    void ofSeveralTheBestOneIsTaken() {
        double[] truth = normal(ROWS, 99);
        Candidate member = candidate(1, truth, y -> y - 1, 0.1);
        Trainer half = (inputs, residuals) -> PriorModel.of(0.5f);

        Stacked stacked = of(truth)
                .of(List.of(member), ALONE, List.of(half, ADDS_ONE, half))
                .orElseThrow();

        assertThat(stacked.stack().correction()).isInstanceOf(PriorModel.class);
        assertThat(((PriorModel) stacked.stack().correction()).values()).containsExactly(1f);
    }

    /** It knows all that it has seen by heart, and errs on what it has not. */
    @Test
    void whatFitsNoiseIsNotTaken() {
        double[] truth = normal(ROWS, 99);
        Candidate member = candidate(1, truth, y -> y, 0.5);
        Trainer byHeart = StackingTest::byHeart;

        assertThat(of(truth).of(List.of(member), ALONE, List.of(byHeart))).isEmpty();
        assertThat(of(truth).of(List.of(member), ALONE, List.of())).isEmpty();
    }

    /** Steps from the residual of each mean to that of the next one. */
    private static Model byHeart(EncodedRows inputs, Labels residuals) {
        List<Integer> rows = IntStream.range(0, inputs.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> inputs.get(row, 1)))
                .toList();
        TreesBuilder steps = TreesModel.boosted(Link.IDENTITY, (float) residuals.target(rows.get(0)));
        for (int i = 1; i < rows.size(); i++) {
            double step = residuals.target(rows.get(i)) - residuals.target(rows.get(i - 1));
            steps.add(new Step(inputs.get(rows.get(i - 1), 1), (float) step));
        }
        return steps.build();
    }

    /** Adds something to all above a mean. */
    private record Step(float mean, float added) implements TreeSource {
        @Override
        public boolean isLeaf(int node) {
            return node > 0;
        }

        @Override
        public int left(int node) {
            return 1;
        }

        @Override
        public int right(int node) {
            return 2;
        }

        @Override
        public int feature(int node) {
            return 1;
        }

        @Override
        public float threshold(int node) {
            return mean;
        }

        @Override
        public boolean missingLeft(int node) {
            return true;
        }

        @Override
        public int[] codes(int node) {
            return new int[0];
        }

        @Override
        public float[] values(int node) {
            return new float[] {node == 1 ? 0 : added};
        }

        @Override
        public float cover(int node) {
            return 1;
        }
    }

    /** Neither what is chosen nor what is told of it may come from rows that the correction has seen. */
    @Test
    void eachPartIsCorrectedByWhatHasNotSeenIt() {
        double[] truth = normal(ROWS, 99);
        Candidate member = candidate(1, truth, y -> y - 1, 0.1);
        Trainer counting = (inputs, residuals) -> PriorModel.of(residuals.rows() == ROWS ? 9f : 1f);

        Stacked stacked =
                of(truth).of(List.of(member), ALONE, List.of(counting)).orElseThrow();

        assertThat(loss(truth, stacked.outOfFold())).isLessThan(0.2);
        assertThat(((PriorModel) stacked.stack().correction()).values()).containsExactly(9f);
    }

    /** In one part of five much is gained, and a little lost in the others: that may be chance. */
    @Test
    void aGainBelowItsStandardErrorIsNotTaken() {
        double[] truth = normal(ROWS, 99);
        Candidate member = candidate(1, truth, y -> y - 1, 0.1);
        int[] calls = {0};
        Trainer lucky = (inputs, residuals) -> PriorModel.of(calls[0]++ == 0 ? 1f : -0.1f);

        assertThat(of(truth).of(List.of(member), ALONE, List.of(lucky))).isEmpty();
    }

    @Test
    void everyMemberHasAShare() {
        double[] truth = normal(ROWS, 99);
        assertThatThrownBy(() -> of(truth).of(List.of(candidate(1, truth, y -> y, 0.1)), HALVES, LINEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The members are [1], but there are shares of");
    }

    @Test
    void fewRowsTellNothing() {
        double[] truth = normal(499, 99);
        assertThat(of(truth).of(List.of(candidate(1, truth, y -> y - 1, 0.1)), ALONE, List.of(ADDS_ONE)))
                .isEmpty();
    }

    @Test
    void aCancelledChoiceHasNoStack() {
        double[] truth = normal(ROWS, 99);
        Optional<Stacked> stacked = new Stacking(Labels.of(truth), Metrics.RMSE, () -> true)
                .of(List.of(candidate(1, truth, y -> y - 1, 0.1)), ALONE, List.of(ADDS_ONE));
        assertThat(stacked).isEmpty();
    }

    @Test
    void aLossThatIsNotDefinedIsNoGain() {
        double[] truth = normal(ROWS, 99);
        Trainer infinite = (inputs, residuals) ->
                LinearModel.of(new float[inputs.width()], new float[] {Float.NaN}, Link.IDENTITY);
        assertThat(of(truth).of(List.of(candidate(1, truth, y -> y - 1, 0.1)), ALONE, List.of(infinite)))
                .isEmpty();
    }
}
