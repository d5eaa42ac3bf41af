package io.automl4j.ensemble;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.task.Labels;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;

/**
 * Stacked regression (Breiman, "Stacked Regressions", 1996, doi:10.1007/BF00117832): the sum of what members predict, with weights that are not
 * negative, and a constant, of the least squared error. By coordinate descent over the members' covariances.
 */
public final class NonNegativeLinear implements Stacking.Trainer {
    private static final int ROUNDS = 2_000;
    /** Of the variance of the truth: smaller steps change nothing. */
    private static final double TOLERANCE = 1e-10;

    @Override
    public Model train(EncodedRows inputs, Labels residuals) {
        int members = inputs.width() - 1;
        // the last column is for the truth
        double[][] columns = new double[members + 1][inputs.rows()];
        for (int row = 0; row < inputs.rows(); row++) {
            double mean = inputs.get(row, members);
            for (int member = 0; member < members; member++) {
                columns[member][row] = mean + inputs.get(row, member);
            }
            columns[members][row] = mean + residuals.target(row);
        }
        double[] means = centred(columns, residuals);
        double[] weights = weights(covariances(columns, residuals));
        float[] own = new float[members + 1];
        double constant = means[members];
        double sum = 0;
        for (int member = 0; member < members; member++) {
            own[member] = (float) weights[member];
            constant -= weights[member] * means[member];
            sum += weights[member];
        }
        // Σ w p + c is to be the mean and what is added to it, and p is what a member is off the mean and the mean
        own[members] = (float) (sum - 1);
        return LinearModel.of(own, new float[] {(float) constant}, Link.IDENTITY);
    }

    /** Subtracts the weighted mean of each column, which it gives. */
    private static double[] centred(double[][] columns, Labels weighted) {
        double[] means = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            double[] values = columns[column];
            for (int row = 0; row < values.length; row++) {
                means[column] += weighted.weight(row) * values[row] / weighted.totalWeight();
            }
            for (int row = 0; row < values.length; row++) {
                values[row] -= means[column];
            }
        }
        return means;
    }

    private static double[][] covariances(double[][] columns, Labels weighted) {
        double[][] covariances = new double[columns.length][columns.length];
        for (int a = 0; a < columns.length; a++) {
            for (int b = a; b < columns.length; b++) {
                double sum = 0;
                for (int row = 0; row < columns[a].length; row++) {
                    sum += weighted.weight(row) * columns[a][row] * columns[b][row];
                }
                covariances[a][b] = sum;
                covariances[b][a] = sum;
            }
        }
        return covariances;
    }

    /** Of all columns but the last one, that of the truth. */
    private static double[] weights(double[][] covariances) {
        int truth = covariances.length - 1;
        double[] weights = new double[truth];
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && change > TOLERANCE * covariances[truth][truth]; round++) {
            change = 0;
            for (int member = 0; member < truth; member++) {
                double variance = covariances[member][member];
                double left = covariances[member][truth];
                for (int other = 0; other < truth; other++) {
                    left -= other == member ? 0 : covariances[member][other] * weights[other];
                }
                double best = variance > 0 ? Math.max(0, left / variance) : 0;
                change = Math.max(change, (best - weights[member]) * (best - weights[member]) * variance);
                weights[member] = best;
            }
        }
        return weights;
    }
}
