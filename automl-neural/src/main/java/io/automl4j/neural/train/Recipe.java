package io.automl4j.neural.train;

import io.automl4j.api.Checks;

/**
 * How a network is trained.
 *
 * @param epochs passes over the rows in a full training
 * @param batch rows of a step
 * @param rate the learning rate at its highest
 * @param schedule of the learning rate
 * @param decay the weight decay at its highest
 * @param decaySchedule of the weight decay
 * @param momentum of the mean gradient: Adam's β₁, or Nesterov's
 * @param squares of the mean squared gradient: Adam's β₂; 0 for Nesterov's method
 * @param clip the longest gradient; 0 for any
 * @param smoothing the share of a label that is spread over all classes
 * @param mixup the parameter of the Beta distribution by which rows are mixed (Zhang et al. 2018, arXiv:1710.09412); 0
 *     for none
 */
public record Recipe(
        int epochs,
        int batch,
        double rate,
        Schedule schedule,
        double decay,
        Schedule decaySchedule,
        double momentum,
        double squares,
        double clip,
        double smoothing,
        double mixup) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Recipe {
        Checks.positive(epochs, "epochs");
        Checks.positive(batch, "batch");
        Checks.argument(rate > 0 && Double.isFinite(rate), "rate is %s, but must be positive.", rate);
        Checks.in(momentum, "momentum", 0, 1);
        Checks.in(squares, "squares", 0, 1);
        Checks.in(smoothing, "smoothing", 0, 1);
        Checks.argument(decay >= 0 && clip >= 0 && mixup >= 0, "decay %s, clip %s, mixup %s.", decay, clip, mixup);
    }

    /** RealMLP-TD-S (Holzmüller et al. 2024, arXiv:2407.04491, table A.1), without label smoothing. */
    public static Recipe realMlp(int epochs, int batch, boolean classes) {
        return new Recipe(
                epochs, batch, classes ? 0.04 : 0.07, Schedule.COSLOG4, 0, Schedule.FLAT_COS, 0.9, 0.95, 0, 0, 0);
    }
}
