package io.automl4j.model.explain;

import java.util.function.IntToDoubleFunction;

/** Shapley values by their definition (1953): over all subsets of some players. */
final class Subsets {
    private Subsets() {}

    /**
     * What each player adds.
     *
     * @param players how many there are
     * @param worth that of a subset, of which bit {@code i} says whether player {@code i} is in it
     */
    static double[] shapley(int players, IntToDoubleFunction worth) {
        double[] values = new double[players];
        for (int player = 0; player < players; player++) {
            for (int subset = 0; subset < 1 << players; subset++) {
                if ((subset >> player & 1) == 0) {
                    int size = Integer.bitCount(subset);
                    double weight = factorial(size) * factorial(players - size - 1) / factorial(players);
                    values[player] +=
                            weight * (worth.applyAsDouble(subset | 1 << player) - worth.applyAsDouble(subset));
                }
            }
        }
        return values;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
