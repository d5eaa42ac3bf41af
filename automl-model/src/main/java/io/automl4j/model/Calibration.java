package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Predictions;
import java.util.Collections;
import java.util.List;

/**
 * Makes probabilities of classes agree with how often the classes come true. The probability p of a class becomes
 * {@code factor · p^power}, and all of a row are divided by their sum. Its special cases are
 *
 * <ul>
 *   <li>temperature scaling, one power for all classes (Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
 *       Networks", 2017),
 *   <li>temperature scaling with a bias of each class, one power and all factors (Alexandari, Kundaje and Shrikumar, "Maximum
 *       Likelihood with Bias-Corrected Calibration is Hard-To-Beat at Label Shift Adaptation", 2020), and
 *   <li>for two classes beta calibration, all of it (Kull, Silva Filho and Flach, "Beta Calibration", 2017).
 * </ul>
 *
 * @param powers of each class; empty leaves predictions as they are
 * @param factors of each class
 */
public record Calibration(List<Double> powers, List<Double> factors) {
    /** Leaves predictions as they are, of any task. */
    public static final Calibration NONE = new Calibration(List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if their lengths differ, or a number is not positive
     */
    public Calibration {
        powers = List.copyOf(powers);
        factors = List.copyOf(factors);
        Checks.argument(
                powers.size() == factors.size(),
                "%d powers, but %d factors: each class has one of both.",
                powers.size(),
                factors.size());
        powers.forEach(power -> checkPositive(power, "power"));
        factors.forEach(factor -> checkPositive(factor, "factor"));
    }

    /**
     * A temperature.
     *
     * @param temperature 1 leaves probabilities as they are, more makes them more even
     * @param classes the number of classes
     * @return powers of 1 / temperature
     * @throws IllegalArgumentException if the temperature is not positive
     */
    public static Calibration temperature(double temperature, int classes) {
        checkPositive(temperature, "temperature");
        return temperature == 1
                ? NONE
                : new Calibration(Collections.nCopies(classes, 1 / temperature), Collections.nCopies(classes, 1.0));
    }

    private static void checkPositive(double value, String name) {
        Checks.argument(value > 0 && Double.isFinite(value), "%s is %s, but must be positive.", name, value);
    }

    /**
     * Whether predictions are left as they are.
     *
     * @return true if so
     */
    public boolean isNone() {
        return powers.isEmpty();
    }

    /**
     * Probabilities as they are to be.
     *
     * @param predictions probabilities of classes
     * @return rows that sum to 1
     */
    public Predictions applied(Predictions predictions) {
        if (isNone()) {
            return predictions;
        }
        int outputs = predictions.outputs();
        Calibrator calibrator = new Calibrator(this, outputs);
        float[] values = new float[predictions.rows() * outputs];
        double[] row = new double[outputs];
        for (int at = 0; at < values.length; at += outputs) {
            for (int output = 0; output < outputs; output++) {
                row[output] = predictions.get(at / outputs, output);
            }
            calibrator.finish(row, 0, values, at);
        }
        return Predictions.of(values, outputs);
    }
}
