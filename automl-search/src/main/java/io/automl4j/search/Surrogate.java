package io.automl4j.search;

import io.automl4j.api.trial.Fidelity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A guess of what trials would bring, from those that are known: expected improvement (Jones et al. 1998,
 * doi:10.1023/A:1008306431147) of a regression forest. What is learned are logarithms of ranks, which no outlier disturbs, and
 * which tell good ones apart; how far a trial got is one more dimension, so that short ones teach too.
 */
final class Surrogate {
    /** More would take long and teach little. */
    private static final int MOST = 1_000;

    private static final double GROWTH = 1.1;
    private static final int BEYOND_DIMENSION = 8;

    private final int dimension;
    private final long seed;
    /** The furthest trial of each configuration, by its point. */
    private final Map<List<Double>, Trial> trials = new LinkedHashMap<>();

    private List<Trial> ranked = List.of();
    private RegressionForest forest = RegressionForest.fit(new double[1][1], new double[1], 0);

    /**
     * A surrogate that knows nothing.
     *
     * @param dimension of the cube
     * @param seed the seed of everything random
     */
    Surrogate(int dimension, long seed) {
        this.dimension = dimension;
        this.seed = seed;
    }

    void learn(Trial trial) {
        trials.put(trial.point(), trial);
    }

    /** Whether there are enough trials for a guess. */
    boolean isReady() {
        return trials.size() >= dimension + BEYOND_DIMENSION;
    }

    /** What is known, best first, as of the last fit. */
    List<Trial> ranked() {
        refit();
        return ranked;
    }

    /**
     * How much better than the best a point may be expected to be.
     *
     * @param point of the cube
     * @return no less than 0
     */
    double expectedImprovement(double[] point) {
        refit();
        RegressionForest.Expectation expected = forest.at(extended(point, 1));
        double best = target(0, ranked.size());
        if (expected.deviation() == 0) {
            return Math.max(0, best - expected.mean());
        }
        double z = (best - expected.mean()) / expected.deviation();
        return (best - expected.mean()) * Normal.cdf(z) + expected.deviation() * Normal.density(z);
    }

    /** Fits again where a tenth more is known. */
    private void refit() {
        if (trials.size() < GROWTH * ranked.size() || trials.isEmpty()) {
            return;
        }
        ranked = Ranking.bestFirst(new ArrayList<>(trials.values()));
        int known = ranked.size();
        int count = Math.min(MOST, known);
        double[][] points = new double[count][];
        double[] targets = new double[count];
        for (int i = 0; i < count; i++) {
            int rank = (int) ((long) i * known / count);
            Trial trial = ranked.get(rank);
            Fidelity fidelity = trial.outcome().request().fidelity();
            points[i] = extended(trial.coordinates(), fidelity.iterations() * fidelity.rows());
            targets[i] = target(rank, known);
        }
        forest = RegressionForest.fit(points, targets, seed + known);
    }

    private static double target(int rank, int count) {
        return Math.log((rank + 0.5) / count);
    }

    private static double[] extended(double[] point, double depth) {
        double[] extended = Arrays.copyOf(point, point.length + 1);
        extended[point.length] = depth;
        return extended;
    }
}
