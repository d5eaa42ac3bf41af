package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConformalTest {
    private static final int TRIALS = 4_000;

    @ParameterizedTest
    @ValueSource(ints = {19, 60, 1_000, 4_000})
    void nineOfTenNewNumbersLieWithin(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        int within = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] deviations = random.doubles(rows).map(Math::sqrt).toArray();
            Conformal conformal = new Conformal(List.of(), List.of(Conformal.Scores.of(deviations)));
            within += conformal.interval(7, 0.9).contains(7 + Math.sqrt(random.nextDouble())) ? 1 : 0;
        }
        // between 0.9 and 0.9 + 2 / (rows + 1), and half a percent where quantiles stand for rows
        double most = 0.9 + 2.0 / (rows + 1) + (rows > 401 ? 0.005 : 0);
        double error = 3 * Math.sqrt(0.09 / TRIALS);
        assertThat((double) within / TRIALS).isBetween(0.9 - error, most + error);
    }

    @Test
    void eachGroupHasDeviationsOfItsOwn() {
        Conformal conformal = new Conformal(List.of(10.0), List.of(scores(-1, 1), scores(-5, 20)));
        assertThat(conformal.interval(10, 0.5)).isEqualTo(new Interval(9, 11));
        assertThat(conformal.interval(10.5, 0.5)).isEqualTo(new Interval(5.5, 30.5));
    }

    /** Three rows of each of two deviations. */
    private static Conformal.Scores scores(double low, double high) {
        return Conformal.Scores.of(low, low, low, high, high, high);
    }

    @Test
    void bothEndsAreAsFarOut() {
        double[] deviations =
                DoubleStream.iterate(1, score -> score + 1).limit(19).toArray();
        Conformal nineteen = new Conformal(List.of(), List.of(Conformal.Scores.of(deviations)));
        assertThat(nineteen.interval(0, 0.9)).isEqualTo(new Interval(1, 19));
        assertThat(nineteen.interval(0, 0.8)).isEqualTo(new Interval(2, 18));
        assertThat(nineteen.interval(0, 0.91))
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void tooFewRowsCannotTell() {
        Conformal conformal = new Conformal(List.of(), List.of(Conformal.Scores.of(-1, 0, 1)));
        Interval interval = conformal.interval(5, 0.9);
        assertThat(interval).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(conformal.interval(5, 0.5)).isEqualTo(new Interval(4, 6));
    }

    @Test
    void setsHaveAllThatIsNotMuchLessProbable() {
        double[] scores =
                DoubleStream.iterate(0.01, score -> score + 0.01).limit(99).toArray();
        Conformal conformal = new Conformal(List.of(), List.of(Conformal.Scores.of(scores)));
        Predictions rows = Predictions.of(new float[] {0.15f, 0.8f, 0.05f, 0.4f, 0.25f, 0.35f}, 3);
        assertThat(conformal.set(rows, 0, 0.9)).containsExactly(1, 0);
        assertThat(conformal.set(rows, 1, 0.9)).containsExactly(0, 2, 1);
        assertThat(conformal.set(rows, 0, 0.1)).containsExactly(1);
    }

    @Test
    void modelsPredictRegions() {
        Table table = SampleModels.table(5, 3);
        Conformal.Scores off = Conformal.Scores.of(random(99));
        AutoModel classes = SampleModels.with(PostProcessing.NONE.with(new Conformal(List.of(), List.of(off))));
        assertThat(classes.predictSet(table, 0.9))
                .hasSize(5)
                .allMatch(set -> classes.task().classes().containsAll(set));
        assertThatThrownBy(() -> classes.predictInterval(table, 0.9)).hasMessageContaining("Maybe ask for sets");
        assertThatThrownBy(() -> classes.predictSet(table, 1)).hasMessageContaining("coverage is 1.0");
        assertThatThrownBy(() -> SampleModels.everyKind().predictSet(table, 0.9))
                .hasMessageContaining("not known how far");

        AutoModel numbers = SampleModels.regression();
        assertThatThrownBy(() -> numbers.predictSet(table, 0.9)).hasMessageContaining("Maybe ask for intervals");
        assertThatThrownBy(() -> numbers.predictInterval(table, 0.9)).hasMessageContaining("not known how far");
    }

    private static double[] random(int count) {
        return new SplittableRandom(1).doubles(count).toArray();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Conformal(List.of(1.0), List.of(scores(0, 1))))
                .hasMessageContaining("1 bounds, but 1 groups");
        assertThatThrownBy(() -> new Conformal(List.of(2.0, 1.0), Collections.nCopies(3, scores(0, 1))))
                .hasMessageContaining("not ascending");
        assertThatThrownBy(() -> new Conformal.Scores(1, List.of(0.0, 1.0))).hasMessageContaining("2 scores of 1 rows");
        assertThatThrownBy(() -> new Conformal.Scores(2, List.of(1.0, 0.0))).hasMessageContaining("Score 1 is 0.0");
        assertThatThrownBy(() -> new Calibration(List.of(1.0), List.of())).hasMessageContaining("1 powers, but 0");
        assertThatThrownBy(() -> new Calibration(List.of(-1.0), List.of(1.0))).hasMessageContaining("power is -1.0");
        assertThatThrownBy(() -> Calibration.temperature(0, 3)).hasMessageContaining("temperature is 0.0");
        assertThatThrownBy(() -> SampleModels.with(PostProcessing.of(Calibration.temperature(2, 4))))
                .hasMessageContaining("of 4 classes, the task has 3");
    }
}
