package io.automl4j.search;

/** The standard normal distribution. */
final class Normal {
    private static final double[] FACTORS = {0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429};

    private Normal() {}

    static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** By the rational approximation 7.1.26 of Abramowitz and Stegun 1964, within 1.5e-7. */
    static double cdf(double z) {
        double t = 1 / (1 + 0.3275911 * Math.abs(z) / Math.sqrt(2));
        double polynomial = 0;
        for (int i = FACTORS.length - 1; i >= 0; i--) {
            polynomial = t * (FACTORS[i] + polynomial);
        }
        double error = 1 - polynomial * Math.exp(-z * z / 2);
        return z >= 0 ? (1 + error) / 2 : (1 - error) / 2;
    }
}
