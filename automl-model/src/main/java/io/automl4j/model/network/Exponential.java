package io.automl4j.model.network;

/**
 * The exponential function for kernels: additions and multiplications only, so that loops over arrays are vectorised,
 * which calls of {@link Math#exp} and tricks with bits prevent on Java 17.
 *
 * @implNote With {@code e(x) = exp(x) - 1} it is {@code e(2x) = e(x) (e(x) + 2)}: a Taylor polynomial of degree 7 at a
 *     32nd of the argument, doubled five times. From -10 to 10 the error of {@code e(x)} is below 4e-6 of the larger of
 *     its size and {@code exp(x)}; beyond, arguments are cut at ±{@value #LIMIT}.
 */
public final class Exponential {
    /** Arguments are cut here: beyond it activations have met their limits in single precision. */
    public static final float LIMIT = 20;

    private static final float SHARE = 1f / 32;

    private Exponential() {}

    /**
     * The exponential of a number.
     *
     * @param x any number
     * @return nearly {@code exp(x)}, never negative
     */
    public static float of(float x) {
        return Math.max(0, 1 + minusOne(x));
    }

    /**
     * The exponential of a number, less one; exact near 0.
     *
     * @param x any number
     * @return nearly {@code exp(x) - 1}
     */
    public static float minusOne(float x) {
        return small(SHARE * Math.max(-LIMIT, Math.min(LIMIT, x)));
    }

    /** The same of a number that is not above 0. */
    static float minusOneBelowZero(float x) {
        return small(SHARE * Math.max(-LIMIT, x));
    }

    private static float small(float r) {
        float e = r * (1 + r * (0.5f + r * (1f / 6 + r * (1f / 24 + r * (1f / 120 + r * (1f / 720 + r / 5040))))));
        e *= e + 2;
        e *= e + 2;
        e *= e + 2;
        e *= e + 2;
        return e * (e + 2);
    }
}
