package io.automl4j.search;

import io.automl4j.api.trial.CurvePoint;
import java.util.List;

/**
 * A learning curve that falls as a power of the iterations: {@code limit + scale · iteration^-exponent} (Domhan et al. 2015,
 * IJCAI, "pow3"). The exponent is that of a grid whose least squares are least; the others follow in closed form.
 *
 * @param limit what the curve falls to
 * @param scale how far above it begins, no less than 0
 * @param exponent how fast it falls, positive
 * @param deviation of the points from the curve
 */
record PowerLaw(double limit, double scale, double exponent, double deviation) {
    private static final double LEAST = 0.05;
    private static final double GROWTH = 1.15;
    private static final int EXPONENTS = 32;
    /** Three numbers are fitted. */
    private static final int PARAMETERS = 3;

    /**
     * The curve through some points.
     *
     * @param points at least one, of rising iterations and finite losses
     * @return the curve; a constant where the points do not fall
     */
    static PowerLaw fit(List<CurvePoint> points) {
        PowerLaw best = fit(points, LEAST);
        for (int i = 1; i < EXPONENTS; i++) {
            PowerLaw fitted = fit(points, LEAST * Math.pow(GROWTH, i));
            best = fitted.deviation() < best.deviation() ? fitted : best;
        }
        return best;
    }

    private static PowerLaw fit(List<CurvePoint> points, double exponent) {
        int count = points.size();
        double meanX = 0;
        double meanY = 0;
        for (CurvePoint point : points) {
            meanX += Math.pow(point.iteration(), -exponent) / count;
            meanY += point.loss() / count;
        }
        double covariance = 0;
        double variance = 0;
        for (CurvePoint point : points) {
            double x = Math.pow(point.iteration(), -exponent) - meanX;
            covariance += x * (point.loss() - meanY);
            variance += x * x;
        }
        double scale = variance > 0 ? Math.max(0, covariance / variance) : 0;
        double limit = meanY - scale * meanX;
        double squares = 0;
        for (CurvePoint point : points) {
            double error = limit + scale * Math.pow(point.iteration(), -exponent) - point.loss();
            squares += error * error;
        }
        return new PowerLaw(limit, scale, exponent, Math.sqrt(squares / Math.max(1, count - PARAMETERS)));
    }

    /** The loss after so many iterations. */
    double at(double iterations) {
        return limit + scale * Math.pow(iterations, -exponent);
    }
}
