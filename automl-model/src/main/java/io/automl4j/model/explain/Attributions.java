package io.automl4j.model.explain;

import io.automl4j.api.Checks;
import java.util.List;
import java.util.Objects;

/**
 * Why rows are predicted so: what each column adds to the prediction of each row. For every row and output the base and what
 * the columns add sum to the prediction. Immutable.
 */
public final class Attributions {
    private final List<String> columns;
    private final double[] base;
    /** {@code [rows × columns × outputs]}. */
    private final double[] values;
    /** {@code [rows × columns × outputs]}. */
    private final double[] errors;

    private final double[] predictions;

    private Attributions(List<String> columns, double[] base, double[] values, double[] errors, double[] predictions) {
        this.columns = columns;
        this.base = base;
        this.values = values;
        this.errors = errors;
        this.predictions = predictions;
    }

    /** The arrays are handed over. */
    static Attributions of(
            List<String> columns, double[] base, double[] values, double[] errors, double[] predictions) {
        Checks.argument(
                values.length == predictions.length * columns.size() && errors.length == values.length,
                "%d values are not %d columns of %d predictions.",
                values.length,
                columns.size(),
                predictions.length);
        return new Attributions(List.copyOf(columns), base, values, errors, predictions);
    }

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return predictions.length / base.length;
    }

    /**
     * The number of values predicted for a row.
     *
     * @return the number of classes or of scores, or 1 for regression
     */
    public int outputs() {
        return base.length;
    }

    /**
     * The raw columns.
     *
     * @return their names
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * What is predicted where nothing is known of a row.
     *
     * @param output the class or output, from 0
     * @return the base
     */
    public double base(int output) {
        return base[output];
    }

    /**
     * What a column adds.
     *
     * @param row the row, from 0
     * @param column the column, from 0
     * @param output the class or output, from 0
     * @return the Shapley value
     */
    public double value(int row, int column, int output) {
        return values[at(row, column, output)];
    }

    /**
     * How far the value may be off, because neither all orders of columns were tried nor all rows that could be background.
     *
     * @param row the row, from 0
     * @param column the column, from 0
     * @param output the class or output, from 0
     * @return the standard error; 0 for an exact value, NaN if it is not known
     */
    public double error(int row, int column, int output) {
        return errors[at(row, column, output)];
    }

    /**
     * What is predicted.
     *
     * @param row the row, from 0
     * @param output the class or output, from 0
     * @return the base and what all columns add
     */
    public double prediction(int row, int output) {
        return predictions[Objects.checkIndex(row, rows()) * base.length + output];
    }

    private int at(int row, int column, int output) {
        int checked = Objects.checkIndex(row, rows()) * columns.size() + Objects.checkIndex(column, columns.size());
        return checked * base.length + Objects.checkIndex(output, base.length);
    }
}
