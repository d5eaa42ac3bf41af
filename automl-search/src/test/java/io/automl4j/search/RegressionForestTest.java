package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RegressionForestTest {
    private static double[][] points(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[count][];
        Arrays.setAll(points, i -> random.doubles(3).toArray());
        return points;
    }

    private static double truth(double[] at) {
        return 3 * at[0] + (at[1] > 0.5 ? 1 : 0);
    }

    @Test
    void learnsAFunction() {
        double[][] points = points(500, 1);
        double[] values =
                Arrays.stream(points).mapToDouble(RegressionForestTest::truth).toArray();
        RegressionForest forest = RegressionForest.fit(points, values, 2);
        double error = Arrays.stream(points(200, 3))
                .mapToDouble(at -> Math.abs(forest.at(at).mean() - truth(at)))
                .average()
                .orElseThrow();
        assertThat(error).isLessThan(0.15);
    }

    @Test
    void isSurerWhereItHasSeenMore() {
        double[][] points = points(300, 4);
        for (double[] point : points) {
            point[0] *= 0.5;
        }
        double[] values =
                Arrays.stream(points).mapToDouble(at -> Math.sin(20 * at[0])).toArray();
        RegressionForest forest = RegressionForest.fit(points, values, 5);
        double seen = Arrays.stream(points)
                .mapToDouble(at -> forest.at(at).deviation())
                .average()
                .orElseThrow();
        assertThat(seen).isLessThan(0.5);
    }

    @Test
    void knowsAConstant() {
        RegressionForest forest = RegressionForest.fit(points(20, 6), new double[20], 7);
        assertThat(forest.at(new double[3]).mean()).isZero();
        assertThat(forest.at(new double[3]).deviation()).isZero();
    }

    @Test
    void onePointIsEnough() {
        RegressionForest forest = RegressionForest.fit(new double[][] {{0.5}}, new double[] {4}, 8);
        assertThat(forest.at(new double[] {0.1}).mean()).isCloseTo(4, within(1e-12));
    }
}
