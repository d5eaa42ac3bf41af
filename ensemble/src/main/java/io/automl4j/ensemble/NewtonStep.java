package io.automl4j.ensemble;

import java.util.Arrays;

/** The derivatives of a log loss by the parameters of a {@link ScalingForm}, and the step of Newton's method. Used once. */
final class NewtonStep {
    private final LogRows rows;
    private final ScalingForm form;
    private final double[] gradient;
    private final double[][] curvature;
    /** The mean of the derivatives of a row's classes. */
    private final double[] mean;

    NewtonStep(LogRows rows, ScalingForm form) {
        this.rows = rows;
        this.form = form;
        this.gradient = new double[form.size()];
        this.curvature = new double[form.size()][form.size()];
        this.mean = new double[form.size()];
    }

    /** Adds a row, of whose classes the probabilities are given. */
    void add(int row, double[] shares) {
        Arrays.fill(mean, 0);
        double weight = rows.weights()[row];
        for (int output = 0; output < shares.length; output++) {
            addClass(row, output, shares[output], weight);
        }
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                curvature[i][j] -= weight * mean[i] * mean[j];
            }
        }
    }

    private void addClass(int row, int output, double share, double weight) {
        double log = rows.logs()[row * rows.classes() + output];
        double off = weight * (share - (rows.labels()[row] == output ? 1 : 0));
        int power = form.power(output);
        mean[power] += share * log;
        gradient[power] += off * log;
        curvature[power][power] += weight * share * log * log;
        if (form.hasBias(output)) {
            int bias = form.bias(output);
            mean[bias] += share;
            gradient[bias] += off;
            curvature[bias][bias] += weight * share;
            curvature[bias][power] += weight * share * log;
            curvature[power][bias] += weight * share * log;
        }
    }

    /** The gradient by the second derivatives, both of the loss plus half the squared distance of the parameters from a start. */
    double[] towards(double[] parameters, double[] start) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += parameters[i] - start[i];
            curvature[i][i] += 1;
        }
        return solved(curvature, gradient);
    }

    /** Gauss' elimination, for a symmetric, positive definite matrix. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int row = i + 1; row < size; row++) {
                double factor = matrix[row][i] / matrix[i][i];
                for (int column = i; column < size; column++) {
                    matrix[row][column] -= factor * matrix[i][column];
                }
                right[row] -= factor * right[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int column = i + 1; column < size; column++) {
                right[i] -= matrix[i][column] * right[column];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }
}
