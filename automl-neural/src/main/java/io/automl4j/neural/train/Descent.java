package io.automl4j.neural.train;

import io.automl4j.api.Checks;

/**
 * How parameters go down the gradient.
 *
 * @param rate the learning rate at its highest
 * @param schedule of the learning rate
 * @param decay the weight decay at its highest
 * @param decaySchedule of the weight decay
 * @param momentum of the mean gradient: Adam's β₁, or Nesterov's
 * @param squares of the mean squared gradient: Adam's β₂; 0 for Nesterov's method
 * @param clip the longest gradient; 0 for any
 */
public record Descent(
        double rate,
        Schedule schedule,
        double decay,
        Schedule decaySchedule,
        double momentum,
        double squares,
        double clip) {
    private static final double NESTEROV_TO_ADAM = 5;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Descent {
        Checks.argument(rate > 0 && Double.isFinite(rate), "rate is %s, but must be positive.", rate);
        Checks.in(momentum, "momentum", 0, 1);
        Checks.in(squares, "squares", 0, 1);
        Checks.argument(decay >= 0 && clip >= 0, "decay %s, clip %s.", decay, clip);
    }

    /**
     * AdamW as RealMLP sets it (Holzmüller et al. 2024, arXiv:2407.04491, table A.1).
     *
     * @param rate the learning rate at its highest
     * @param schedule of the learning rate
     * @param decay the weight decay at its highest
     * @return the descent
     */
    public static Descent adamW(double rate, Schedule schedule, double decay) {
        return new Descent(rate, schedule, decay, Schedule.FLAT_COS, 0.9, 0.95, 0);
    }

    /**
     * Nesterov's method. Its steps are not divided by the size of gradients, so that the rate is five times Adam's,
     * and parameters decay by as much as with Adam.
     *
     * @param rate the learning rate that Adam would have
     * @param schedule of the learning rate
     * @param decay the weight decay that AdamW would have
     * @return the descent
     */
    public static Descent nesterov(double rate, Schedule schedule, double decay) {
        return new Descent(rate * NESTEROV_TO_ADAM, schedule, decay / NESTEROV_TO_ADAM, Schedule.FLAT_COS, 0.9, 0, 0);
    }

    /**
     * The same with gradients shortened to a length.
     *
     * @param longest the longest gradient; 0 for any
     * @return a copy
     */
    public Descent clipped(double longest) {
        return new Descent(rate, schedule, decay, decaySchedule, momentum, squares, longest);
    }
}
