package io.automl4j.neural.train;

import io.automl4j.api.Checks;

/**
 * How a network is trained.
 *
 * @param epochs passes over the rows in a full training
 * @param batch rows of a step
 * @param descent how parameters go down the gradient
 * @param augmentation how rows are changed
 * @param averaging what parameters are predicted with
 */
public record Recipe(int epochs, int batch, Descent descent, Augmentation augmentation, Averaging averaging) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public Recipe {
        Checks.positive(epochs, "epochs");
        Checks.positive(batch, "batch");
    }

    /**
     * Rows as they are, and the last parameters.
     *
     * @param epochs passes over the rows in a full training
     * @param batch rows of a step
     * @param descent how parameters go down the gradient
     * @return the recipe
     */
    public static Recipe plain(int epochs, int batch, Descent descent) {
        return new Recipe(epochs, batch, descent, Augmentation.NONE, Averaging.NONE);
    }

    /**
     * Refuses a loss that is no number.
     *
     * @param loss of a step
     * @param after so many epochs
     * @throws ArithmeticException if the loss is infinite or not a number; the message names the learning rate
     */
    public void checkLoss(double loss, double after) {
        if (!Double.isFinite(loss)) {
            throw new ArithmeticException("The loss is %s at epoch %.2f of %d.%nMaybe the learning rate %s is too high."
                    .formatted(loss, after, epochs, descent.rate()));
        }
    }
}
