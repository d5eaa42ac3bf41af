package io.automl4j.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedySelectionTest {
    private static final SelectionParams DEFAULTS = SelectionParams.defaults();

    private static Candidate numbers(long trial, long operations, double... values) {
        float[] floats = new float[values.length];
        for (int row = 0; row < floats.length; row++) {
            floats[row] = (float) values[row];
        }
        return new Candidate(trial, "a", Predictions.of(floats, 1), operations);
    }

    private static Candidate of(String family, Candidate candidate) {
        return new Candidate(candidate.trial(), family, candidate.predictions(), candidate.operations());
    }

    private static double totalWeight(Selection selection) {
        return selection.members().stream()
                .mapToDouble(WeightedCandidate::weight)
                .sum();
    }

    /** Candidates for a binary target, each right with its own noise. */
    private static List<Candidate> noisy(Labels labels, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[2 * labels.rows()];
            double strength = 0.3 + random.nextDouble();
            for (int row = 0; row < labels.rows(); row++) {
                double logit = strength * (2 * labels.label(row) - 1) + 2 * (random.nextDouble() - 0.5) * 3;
                values[2 * row + 1] = (float) (1 / (1 + Math.exp(-logit)));
                values[2 * row] = 1 - values[2 * row + 1];
            }
            candidates.add(new Candidate(i, "a", Predictions.of(values, 2), 100 + i));
        }
        return candidates;
    }

    private static Labels coin(int rows, long seed) {
        return Labels.of(new SplittableRandom(seed)
                .ints(rows, 0, 2)
                .mapToDouble(label -> label)
                .toArray());
    }

    @Test
    void recoversPlantedCombination() {
        SplittableRandom random = new SplittableRandom(5);
        int rows = 400;
        double[] truth = random.doubles(rows).toArray();
        double[] error = random.doubles(rows, -1, 1).toArray();
        double[][] values = new double[4][rows];
        for (int row = 0; row < rows; row++) {
            // three quarters of the first and a quarter of the second are the truth
            values[0][row] = truth[row] + error[row];
            values[1][row] = truth[row] - 3 * error[row];
            values[2][row] = truth[row] + random.nextDouble(-4, 4);
            values[3][row] = random.nextDouble(-5, 5);
        }
        List<Candidate> candidates = List.of(
                numbers(10, 1, values[0]),
                numbers(11, 1, values[1]),
                numbers(12, 1, values[2]),
                numbers(13, 1, values[3]));

        Selection selection = GreedySelection.select(candidates, Labels.of(truth), Metrics.RMSE, DEFAULTS);

        assertThat(selection.members())
                .containsExactly(new WeightedCandidate(10, 0.75), new WeightedCandidate(11, 0.25));
        assertThat(selection.loss()).isEqualTo(0, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"roc_auc", "log_loss", "accuracy", "f1", "mcc", "average_precision", "brier"})
    void isNeverWorseThanTheBestSingle(String name) {
        Metric metric = Metrics.byName(name);
        Labels labels = coin(150, 3);
        for (int seed = 0; seed < 5; seed++) {
            List<Candidate> candidates = noisy(labels, 12, seed);
            double best = candidates.stream()
                    .mapToDouble(candidate -> metric.loss(labels, candidate.predictions()))
                    .min()
                    .orElseThrow();

            Selection selection = GreedySelection.select(candidates, labels, metric, DEFAULTS);

            assertThat(selection.loss()).isLessThanOrEqualTo(best);
            assertThat(totalWeight(selection)).isEqualTo(1, within(1e-12));
        }
    }

    @Test
    void averagingHelps() {
        Labels labels = coin(500, 1);
        List<Candidate> candidates = noisy(labels, 15, 2);

        Selection selection = GreedySelection.select(candidates, labels, Metrics.LOG_LOSS, DEFAULTS);

        assertThat(selection.members()).hasSizeGreaterThan(3);
        assertThat(selection.loss())
                .isLessThan(0.9
                        * candidates.stream()
                                .mapToDouble(candidate -> Metrics.LOG_LOSS.loss(labels, candidate.predictions()))
                                .min()
                                .orElseThrow());
    }

    @Test
    void lossIsThatOfTheWeightedMean() {
        Labels labels = coin(80, 9);
        List<Candidate> candidates = noisy(labels, 6, 4);

        Selection selection = GreedySelection.select(candidates, labels, Metrics.BRIER, DEFAULTS);

        float[] mean = new float[2 * labels.rows()];
        for (WeightedCandidate member : selection.members()) {
            float[] values = candidates.get((int) member.trial()).predictions().toArray();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (float) (member.weight() * values[i]);
            }
        }
        assertThat(Metrics.BRIER.loss(labels, Predictions.of(mean, 2))).isEqualTo(selection.loss(), within(1e-6));
    }

    @Test
    void brokenCandidatesAreLeftOut() {
        Labels labels = Labels.of(1, 2);
        Candidate broken = numbers(1, 1, 1, Double.NaN);
        Candidate infinite = numbers(2, 1, 1, Double.POSITIVE_INFINITY);
        Candidate sound = numbers(3, 1, 5, 9);

        Selection selection = GreedySelection.select(List.of(broken, infinite, sound), labels, Metrics.RMSE, DEFAULTS);

        assertThat(selection.members()).containsExactly(new WeightedCandidate(3, 1));
        assertThatThrownBy(() -> GreedySelection.select(List.of(broken, infinite), labels, Metrics.RMSE, DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("None of 2 candidates has finite predictions and a defined rmse.");
    }

    @Test
    void otherRowsAreRefused() {
        assertThatThrownBy(() ->
                        GreedySelection.select(List.of(numbers(7, 1, 1, 2)), Labels.of(1), Metrics.RMSE, DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trial 7 predicts 2 rows, but there are 1 labels.");
    }

    /** Sixty of one kind with the same error leave one of another kind its place, which takes the error away. */
    @Test
    void manyOfOneKindLeaveRoomForOthers() {
        double[] truth = new SplittableRandom(5).doubles(100).toArray();
        double[] high = DoubleStream.of(truth).map(value -> value + 1).toArray();
        double[] low = DoubleStream.of(truth).map(value -> value - 2).toArray();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            candidates.add(numbers(i, 1, high));
        }
        candidates.add(numbers(60, 1, low));
        Labels labels = Labels.of(truth);
        Selection kin = GreedySelection.select(candidates, labels, Metrics.RMSE, DEFAULTS);
        candidates.set(60, of("b", candidates.get(60)));
        Selection other = GreedySelection.select(candidates, labels, Metrics.RMSE, DEFAULTS);

        assertThat(kin.loss()).isEqualTo(1, within(1e-6));
        assertThat(other.loss()).isEqualTo(0, within(1e-6));
    }

    @Test
    void tiesGoToTheCheaper() {
        Labels labels = Labels.of(1, 2);
        Candidate dear = numbers(1, 1000, 1, 1);
        Candidate cheap = numbers(2, 10, 1, 1);

        Selection selection = GreedySelection.select(List.of(dear, cheap), labels, Metrics.RMSE, DEFAULTS);

        assertThat(selection.members()).containsExactly(new WeightedCandidate(2, 1));
    }

    @Test
    void boundsHold() {
        Labels labels = coin(200, 8);
        List<Candidate> candidates = noisy(labels, 20, 6);

        Selection few = GreedySelection.select(candidates, labels, Metrics.LOG_LOSS, DEFAULTS.withMembers(2));
        Selection cheap =
                GreedySelection.select(candidates, labels, Metrics.LOG_LOSS, DEFAULTS.withLimit(operations(330)));
        Selection cheapest =
                GreedySelection.select(candidates, labels, Metrics.LOG_LOSS, DEFAULTS.withLimit(operations(5)));
        Selection short_ = GreedySelection.select(
                candidates, labels, Metrics.LOG_LOSS, DEFAULTS.withRounds(1).withBags(1));

        assertThat(few.members()).hasSize(2);
        assertThat(cheap.members().stream()
                        .mapToLong(member -> 100 + member.trial())
                        .sum())
                .isLessThanOrEqualTo(330);
        assertThat(cheapest.members()).containsExactly(new WeightedCandidate(0, 1));
        assertThat(short_.members()).hasSize(1);
        assertThatThrownBy(() -> DEFAULTS.withRounds(0)).hasMessage("rounds is 0, but must be at least 1.");
    }

    @Test
    void cancelledSearchKeepsTheBestSoFar() {
        Labels labels = coin(200, 8);
        List<Candidate> candidates = noisy(labels, 20, 6);
        AtomicInteger asked = new AtomicInteger();

        Selection none =
                GreedySelection.select(candidates, labels, Metrics.LOG_LOSS, DEFAULTS.withCancellation(() -> true));
        Selection some = GreedySelection.select(
                candidates, labels, Metrics.LOG_LOSS, DEFAULTS.withCancellation(() -> asked.incrementAndGet() > 60));

        assertThat(none.members()).hasSize(1);
        assertThat(some.loss()).isLessThanOrEqualTo(none.loss());
        assertThat(totalWeight(some)).isEqualTo(1, within(1e-12));
    }

    @Test
    void selectionOnPartOfTheRowsIsJudgedOnAll() {
        Labels labels = coin(6000, 11);
        List<Candidate> candidates = noisy(labels, 10, 12);
        double best = candidates.stream()
                .mapToDouble(candidate -> Metrics.ROC_AUC.loss(labels, candidate.predictions()))
                .min()
                .orElseThrow();

        for (int cells : new int[] {1, 11_000, 12_000}) {
            SelectionParams some = new SelectionParams(50, 50, 5, 5, 25, Limit.NONE, 20, cells, Cancellation.NEVER);
            Selection selection = GreedySelection.select(candidates, labels, Metrics.ROC_AUC, some);
            assertThat(selection.loss()).isLessThanOrEqualTo(best);
        }
    }

    @Test
    void theSameEveryTime() {
        Labels labels = coin(300, 2);
        List<Candidate> candidates = noisy(labels, 15, 3);

        assertThat(GreedySelection.select(candidates, labels, Metrics.ROC_AUC, DEFAULTS))
                .isEqualTo(GreedySelection.select(candidates, labels, Metrics.ROC_AUC, DEFAULTS));
    }

    private static Limit operations(long most) {
        return members -> members.stream().mapToLong(Candidate::operations).sum() <= most;
    }

    @Test
    void bagsFindWhatHoldsOnOtherRows() {
        double onAll = 0;
        double inBags = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Labels labels = coin(2_000, seed);
            List<Candidate> candidates = noisy(labels, 40, 100 + seed);
            int[] seen = IntStream.range(0, 200).toArray();
            int[] unseen = IntStream.range(200, 2_000).toArray();
            onAll += lossOn(unseen, selected(seen, candidates, labels, DEFAULTS.withBags(1)), candidates, labels);
            inBags += lossOn(unseen, selected(seen, candidates, labels, DEFAULTS), candidates, labels);
        }

        assertThat(inBags).isLessThan(onAll);
    }

    /** Of many candidates a part of the rows tells which are looked at on all of them. */
    @Test
    void theBestOfManyAreFoundByAPartOfTheRows() {
        Labels labels = coin(12_000, 21);
        List<Candidate> many = noisy(labels, 130, 22);
        SelectionParams one = DEFAULTS.withMembers(1).withBags(1);

        Selection single = GreedySelection.select(many, labels, Metrics.LOG_LOSS, one);
        Selection several = GreedySelection.select(many, labels, Metrics.LOG_LOSS, DEFAULTS);

        double best = many.stream()
                .mapToDouble(candidate -> Metrics.LOG_LOSS.loss(labels, candidate.predictions()))
                .min()
                .orElseThrow();
        assertThat(single.loss()).isEqualTo(best);
        assertThat(several.loss()).isLessThan(best);
    }

    /** One positive is not among the rows that are looked at first: there the area is not defined. */
    @Test
    void whereAPartOfTheRowsTellsNothingAllCandidatesAreLookedAt() {
        double[] targets = new double[30_000];
        Arrays.fill(targets, 0, 1, 1);
        Labels labels = Labels.of(targets);
        List<Candidate> many = noisy(labels, 110, 23);

        Selection single = GreedySelection.select(
                many, labels, Metrics.ROC_AUC, DEFAULTS.withMembers(1).withBags(1));

        assertThat(single.loss())
                .isEqualTo(many.stream()
                        .mapToDouble(candidate -> Metrics.ROC_AUC.loss(labels, candidate.predictions()))
                        .min()
                        .orElseThrow());
    }

    /** Of noise something always fits the rows that it is chosen on; on others it does not. */
    @Test
    void anAverageThatIsBetterOnlyWhereItWasChosenIsNotTaken() {
        SplittableRandom random = new SplittableRandom(17);
        double[] truth = random.doubles(60).toArray();
        double[] near = DoubleStream.of(truth)
                .map(value -> value + random.nextGaussian())
                .toArray();
        List<Candidate> candidates = new ArrayList<>(List.of(numbers(0, 1, near)));
        for (int i = 1; i < 40; i++) {
            candidates.add(numbers(
                    i,
                    1,
                    DoubleStream.of(near)
                            .map(value -> value + random.nextGaussian())
                            .toArray()));
        }
        Labels labels = Labels.of(truth);

        Selection nested = GreedySelection.select(candidates, labels, Metrics.RMSE, DEFAULTS);
        Selection onAll = GreedySelection.select(candidates, labels, Metrics.RMSE, DEFAULTS.withBags(1));

        assertThat(onAll.members()).hasSizeGreaterThan(1);
        assertThat(nested.members()).containsExactly(new WeightedCandidate(0, 1));
    }

    private static Selection selected(int[] rows, List<Candidate> all, Labels labels, SelectionParams params) {
        List<Candidate> part = all.stream()
                .map(c -> new Candidate(c.trial(), c.family(), c.predictions().select(rows), c.operations()))
                .toList();
        return GreedySelection.select(part, labels.select(rows), Metrics.LOG_LOSS, params);
    }

    private static double lossOn(int[] rows, Selection selection, List<Candidate> all, Labels labels) {
        float[] mean = new float[2 * rows.length];
        for (WeightedCandidate member : selection.members()) {
            float[] values =
                    all.get((int) member.trial()).predictions().select(rows).toArray();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (float) (member.weight() * values[i]);
            }
        }
        return Metrics.LOG_LOSS.loss(labels.select(rows), Predictions.of(mean, 2));
    }

    @Test
    void theMeanOfBagsIsTheSameEachTimeAndKeepsItsBounds() {
        Labels labels = coin(300, 3);
        List<Candidate> candidates = noisy(labels, 30, 4);
        SelectionParams few = DEFAULTS.withMembers(4);

        Selection once = GreedySelection.select(candidates, labels, Metrics.ROC_AUC, few);

        assertThat(GreedySelection.select(candidates, labels, Metrics.ROC_AUC, few))
                .isEqualTo(once);
        assertThat(once.members()).hasSizeLessThanOrEqualTo(4);
        assertThat(totalWeight(once)).isCloseTo(1, within(1e-9));
        assertThat(once.members()).allMatch(member -> member.weight() >= 0.03);
    }

    @Test
    void aRareClassIsInEveryBag() {
        double[] targets = new double[20_000];
        for (int row = 0; row < 15; row++) {
            targets[row * 1_000] = 1;
        }
        Labels labels = Labels.of(targets);
        List<Candidate> candidates = noisy(labels, 12, 5);
        double best = candidates.stream()
                .mapToDouble(candidate -> Metrics.ROC_AUC.loss(labels, candidate.predictions()))
                .min()
                .orElseThrow();

        List<Integer> positives = new ArrayList<>();

        Selection selection = GreedySelection.select(candidates, labels, counting(positives), DEFAULTS);

        assertThat(selection.members()).hasSizeGreaterThan(1);
        assertThat(selection.loss()).isLessThan(best);
        assertThat(positives)
                .as(
                        "in bags, which would have one at most if they were of the usual size, and in the rows outside of them")
                .contains(7, 15)
                .allMatch(count -> count > 0);
    }

    /** The area under the curve, which notes of how many positive rows it is asked. */
    private static Metric counting(List<Integer> positives) {
        return new Metric() {
            @Override
            public String name() {
                return Metrics.ROC_AUC.name();
            }

            @Override
            public boolean supports(TaskType type) {
                return Metrics.ROC_AUC.supports(type);
            }

            @Override
            public double optimum() {
                return Metrics.ROC_AUC.optimum();
            }

            @Override
            public boolean higherIsBetter() {
                return Metrics.ROC_AUC.higherIsBetter();
            }

            @Override
            public double score(Labels truth, Predictions predictions) {
                positives.add((int) IntStream.range(0, truth.rows())
                        .filter(row -> truth.label(row) == 1)
                        .count());
                return Metrics.ROC_AUC.score(truth, predictions);
            }
        };
    }
}
