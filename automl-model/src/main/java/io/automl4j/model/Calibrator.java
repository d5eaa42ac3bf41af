package io.automl4j.model;

/** What a {@link Calibration} makes of a row: in arrays, since it is made of every row that is predicted. */
final class Calibrator {
    private final int classes;
    private final boolean none;
    private final double[] powers;
    private final double[] factors;

    Calibrator(Calibration calibration, int classes) {
        this.classes = classes;
        this.none = calibration.isNone();
        this.powers =
                calibration.powers().stream().mapToDouble(Double::doubleValue).toArray();
        this.factors =
                calibration.factors().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Turns the sums of a row, which are changed, to probabilities. They are divided by their sum, which rounding leaves off 1. */
    void finish(double[] sums, int at, float[] out, int to) {
        double total = 0;
        for (int i = 0; i < classes; i++) {
            if (!none) {
                // the same on every machine, as Math.pow is not
                sums[at + i] = factors[i] * StrictMath.pow(sums[at + i], powers[i]);
            }
            total += sums[at + i];
        }
        for (int i = 0; i < classes; i++) {
            out[to + i] = (float) (sums[at + i] / total);
        }
    }
}
