package io.automl4j.neural.train;

import java.util.SplittableRandom;

/** Draws from Beta distributions. */
final class Beta {
    private Beta() {}

    /** A number from Beta(a, a), by Jöhnk's method of 1964, which suits small parameters. */
    static double symmetric(double a, SplittableRandom random) {
        while (true) {
            double x = Math.pow(random.nextDouble(), 1 / a);
            double y = Math.pow(random.nextDouble(), 1 / a);
            if (x + y > 0 && x + y <= 1) {
                return x / (x + y);
            }
        }
    }
}
