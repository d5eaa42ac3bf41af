package io.automl4j.api.task;

import io.automl4j.api.DataException;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The weights of rows by the columns of weights of a table: their products, where a row without a weight counts once. Not thread-safe. */
public final class RowWeights {
    private final double[] weights;

    /**
     * Rows that count once each.
     *
     * @param rows how many
     */
    public RowWeights(int rows) {
        this.weights = new double[rows];
        Arrays.fill(weights, 1);
    }

    /**
     * Multiplies by the weights of a column.
     *
     * @param column its name
     * @param values the weight of a row, NaN for none
     * @throws DataException if one is negative
     */
    public void multiplyBy(String column, IntToDoubleFunction values) {
        for (int row = 0; row < weights.length; row++) {
            double weight = values.applyAsDouble(row);
            if (weight < 0) {
                throw new DataException(
                        "Row %d has the weight %s in column '%s'; weights must not be negative.%nMaybe leave the row out, or give it weight 0."
                                .formatted(row + 1, weight, column));
            }
            weights[row] *= Double.isNaN(weight) ? 1 : weight;
        }
    }

    /**
     * The weights.
     *
     * @return a copy
     */
    public double[] values() {
        return weights.clone();
    }
}
