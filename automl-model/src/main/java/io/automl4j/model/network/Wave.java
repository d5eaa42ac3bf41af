package io.automl4j.model.network;

/**
 * Cosines and sines of angles in turns, for kernels: additions and multiplications only, so that loops over arrays are
 * vectorised, which calls of {@link Math#cos} prevent.
 *
 * @implNote An angle is brought within half a turn around 0, and its half is put into Taylor polynomials of degree 11 and
 *     12: {@code cos 2h = 1 - 2 sin² h}, {@code sin 2h = 2 sin h cos h}. The error is below 1e-6; beyond 2²² turns
 *     single precision does not tell angles apart anyway.
 */
public final class Wave {
    /** 1.5 · 2²³: a number that it is added to is rounded to a whole one. */
    private static final float WHOLE = 12_582_912;

    /** Turns of a radian. */
    public static final float TURNS = (float) (1 / (2 * Math.PI));

    private static final float SINE_1 = (float) Math.PI;
    private static final float SINE_3 = -5.167_712_7f;
    private static final float SINE_5 = 2.550_164f;
    private static final float SINE_7 = -0.599_264_5f;
    private static final float SINE_9 = 0.082_145_89f;
    private static final float SINE_11 = -0.007_370_430f;

    private static final float COSINE_2 = -4.934_802f;
    private static final float COSINE_4 = 4.058_712f;
    private static final float COSINE_6 = -1.335_262_8f;
    private static final float COSINE_8 = 0.235_330_63f;
    private static final float COSINE_10 = -0.025_806_89f;
    private static final float COSINE_12 = 0.001_929_574_3f;

    private Wave() {}

    /**
     * The cosine of an angle.
     *
     * @param turns the angle in turns
     * @return from -1 to 1
     */
    public static float cosine(float turns) {
        float half = halfSine(remainder(turns));
        return 1 - 2 * half * half;
    }

    /**
     * The sine of an angle.
     *
     * @param turns the angle in turns
     * @return from -1 to 1
     */
    public static float sine(float turns) {
        float r = remainder(turns);
        return 2 * halfSine(r) * halfCosine(r);
    }

    private static float remainder(float turns) {
        float r = turns - ((turns + WHOLE) - WHOLE);
        return Math.max(-0.5f, Math.min(0.5f, r));
    }

    /** {@code sin πr}. */
    private static float halfSine(float r) {
        float s = r * r;
        return r * (SINE_1 + s * (SINE_3 + s * (SINE_5 + s * (SINE_7 + s * (SINE_9 + s * SINE_11)))));
    }

    /** {@code cos πr}. */
    private static float halfCosine(float r) {
        float s = r * r;
        return 1 + s * (COSINE_2 + s * (COSINE_4 + s * (COSINE_6 + s * (COSINE_8 + s * (COSINE_10 + s * COSINE_12)))));
    }
}
