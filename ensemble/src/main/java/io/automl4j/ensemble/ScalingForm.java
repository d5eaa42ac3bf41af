package io.automl4j.ensemble;

import io.automl4j.model.Calibration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which numbers of a {@link Calibration} are free: parameters are the powers, then the logarithms of the factors of all classes
 * but the first one, whose factor is 1.
 *
 * @param classes the number of classes
 * @param powers how many powers there are: one for all classes, or one for each
 * @param biased whether there are factors
 */
record ScalingForm(int classes, int powers, boolean biased) {
    private static final double LEAST_POWER = 0.25;
    private static final double GREATEST_POWER = 4;
    private static final double GREATEST_BIAS = 10;

    /** One power. */
    static ScalingForm temperature(int classes) {
        return new ScalingForm(classes, 1, false);
    }

    /** One power, and factors. */
    static ScalingForm biased(int classes) {
        return new ScalingForm(classes, 1, true);
    }

    /** Everything, of two classes. */
    static ScalingForm beta() {
        return new ScalingForm(2, 2, true);
    }

    /** The number of parameters. */
    int size() {
        return powers + (biased ? classes - 1 : 0);
    }

    /** The parameter that is the power of a class. */
    int power(int output) {
        return powers == 1 ? 0 : output;
    }

    /** Whether a class has a bias. */
    boolean hasBias(int output) {
        return biased && output > 0;
    }

    /** The parameter that is the bias of a class. */
    int bias(int output) {
        return powers + output - 1;
    }

    /** What leaves predictions as they are. */
    double[] start() {
        double[] start = new double[size()];
        Arrays.fill(start, 0, powers, 1);
        return start;
    }

    /** The nearest parameters that are allowed. */
    void clip(double[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            double least = i < powers ? LEAST_POWER : -GREATEST_BIAS;
            double greatest = i < powers ? GREATEST_POWER : GREATEST_BIAS;
            parameters[i] = Math.min(greatest, Math.max(least, parameters[i]));
        }
    }

    /** The calibration that parameters are. */
    Calibration calibration(double[] parameters) {
        List<Double> factors = IntStream.range(0, classes)
                .mapToObj(output -> hasBias(output) ? StrictMath.exp(parameters[bias(output)]) : 1.0)
                .toList();
        return new Calibration(
                IntStream.range(0, classes)
                        .mapToObj(output -> parameters[power(output)])
                        .toList(),
                factors);
    }
}
