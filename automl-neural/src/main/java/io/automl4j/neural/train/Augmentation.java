package io.automl4j.neural.train;

import io.automl4j.api.Checks;

/**
 * How rows are changed while a network learns from them, so that it does not learn them by heart.
 *
 * @param smoothing the share of a label that is spread over all classes (Szegedy et al. 2016, arXiv:1512.00567)
 * @param mixup the parameter of the Beta distribution by which rows are mixed (Zhang et al. 2018, arXiv:1710.09412)
 * @param cutout the share of a row's numbers that are blanked, each time others (DeVries and Taylor 2017,
 *     arXiv:1708.04552; for rows Kadra et al. 2021, arXiv:2106.11189); codes stay
 */
public record Augmentation(double smoothing, double mixup, double cutout) {
    /** Rows as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public Augmentation {
        Checks.in(smoothing, "smoothing", 0, 1);
        Checks.in(cutout, "cutout", 0, 1);
        Checks.argument(mixup >= 0, "mixup is %s, but must not be negative.", mixup);
    }
}
