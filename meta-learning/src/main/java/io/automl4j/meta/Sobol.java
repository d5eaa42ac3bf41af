package io.automl4j.meta;

import io.automl4j.api.Checks;

/**
 * Points of the unit cube that fill it evenly: the sequence of Sobol (1967) with the direction numbers of Joe and Kuo,
 * "Constructing Sobol sequences with better two-dimensional projections" (2008), in the order of Gray's code.
 */
final class Sobol {
    private static final int BITS = 30;
    /** For each dimension from the second: degree and inner coefficients of the polynomial, and the first numbers. */
    private static final int[][] JOE_KUO = {
        {1, 0, 1},
        {2, 1, 1, 3},
        {3, 1, 1, 3, 1},
        {3, 2, 1, 1, 1},
        {4, 1, 1, 1, 3, 3},
        {4, 4, 1, 3, 5, 13},
        {5, 2, 1, 1, 5, 5, 17},
        {5, 4, 1, 1, 5, 5, 5},
        {5, 7, 1, 1, 7, 11, 19},
        {5, 11, 1, 1, 5, 1, 1},
        {5, 13, 1, 1, 1, 3, 11},
        {5, 14, 1, 3, 5, 5, 31},
        {6, 1, 1, 3, 3, 9, 7, 49},
        {6, 13, 1, 1, 1, 15, 21, 21},
        {6, 16, 1, 3, 1, 13, 27, 49},
        {6, 19, 1, 1, 1, 15, 7, 5},
        {6, 22, 1, 3, 1, 15, 13, 25},
        {6, 25, 1, 1, 5, 5, 19, 61},
        {7, 1, 1, 3, 7, 11, 23, 15, 103},
        {7, 4, 1, 3, 7, 13, 13, 15, 69},
        {7, 7, 1, 1, 3, 13, 7, 35, 63},
        {7, 8, 1, 3, 5, 9, 1, 25, 53},
        {7, 14, 1, 3, 1, 13, 9, 35, 107},
        {7, 19, 1, 3, 1, 5, 27, 61, 31},
        {7, 21, 1, 1, 5, 11, 19, 41, 61},
        {7, 28, 1, 3, 5, 3, 3, 13, 69},
        {7, 31, 1, 1, 7, 13, 1, 19, 1},
        {7, 32, 1, 3, 7, 5, 13, 19, 59},
        {7, 37, 1, 1, 3, 9, 25, 29, 41},
        {7, 41, 1, 3, 5, 13, 23, 1, 55},
        {7, 42, 1, 3, 7, 3, 13, 59, 17}
    };

    /** The most dimensions. */
    static final int MOST = JOE_KUO.length + 1;

    private final int[][] directions;
    private final int[] state;
    private int drawn;

    Sobol(int dimension) {
        Checks.argument(
                dimension >= 1 && dimension <= MOST, "Sobol points have 1 to %d dimensions, not %d.", MOST, dimension);
        directions = new int[dimension][];
        for (int i = 0; i < dimension; i++) {
            directions[i] = directions(i);
        }
        state = new int[dimension];
    }

    private static int[] directions(int dimension) {
        int[] v = new int[BITS];
        if (dimension == 0) {
            for (int bit = 0; bit < BITS; bit++) {
                v[bit] = 1 << (BITS - 1 - bit);
            }
            return v;
        }
        int[] given = JOE_KUO[dimension - 1];
        int degree = given[0];
        for (int bit = 0; bit < BITS; bit++) {
            if (bit < degree) {
                v[bit] = given[2 + bit] << (BITS - 1 - bit);
                continue;
            }
            v[bit] = v[bit - degree] ^ (v[bit - degree] >>> degree);
            for (int k = 1; k < degree; k++) {
                if (((given[1] >>> (degree - 1 - k)) & 1) == 1) {
                    v[bit] ^= v[bit - k];
                }
            }
        }
        return v;
    }

    /** The next point; the first one, which is the corner of the cube, is left out. */
    double[] next() {
        int bit = Integer.numberOfTrailingZeros(~drawn++);
        double[] point = new double[state.length];
        for (int i = 0; i < point.length; i++) {
            state[i] ^= directions[i][bit];
            point[i] = state[i] / (double) (1 << BITS);
        }
        return point;
    }
}
