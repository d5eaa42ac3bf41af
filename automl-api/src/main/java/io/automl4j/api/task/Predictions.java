package io.automl4j.api.task;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.Block;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Predicted values, shape {@code [rows × outputs]}, row-major, immutable: class probabilities in the order of {@link
 * Task#classes()}, each row summing to 1 within 1e-5, or one number a row for regression.
 */
public final class Predictions {
    private final float[] values;
    private final int outputs;

    private Predictions(float[] values, int outputs) {
        this.values = values;
        this.outputs = outputs;
    }

    /**
     * Predictions over an array that the caller hands over and no longer writes to.
     *
     * @param values {@code [rows × outputs]}, row-major
     * @param outputs values for each row
     * @return the predictions
     * @throws IllegalArgumentException if the length is no multiple of {@code outputs}
     */
    public static Predictions of(float[] values, int outputs) {
        Checks.positive(outputs, "outputs");
        Checks.argument(values.length % outputs == 0, "%d values are no rows of %d.", values.length, outputs);
        return new Predictions(values, outputs);
    }

    /**
     * Predictions from the bytes that {@link #toBlock()} wrote.
     *
     * @param block little-endian single-precision numbers
     * @param outputs values for each row
     * @return the predictions
     */
    public static Predictions of(Block block, int outputs) {
        float[] values = new float[block.size() / Float.BYTES];
        block.buffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return of(values, outputs);
    }

    /**
     * These predictions as little-endian single-precision numbers.
     *
     * @return a block of {@code 4 · rows · outputs} bytes
     */
    public Block toBlock() {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Block.of(bytes.array());
    }

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return values.length / outputs;
    }

    /**
     * The number of values for each row.
     *
     * @return the number of classes, or 1 for regression
     */
    public int outputs() {
        return outputs;
    }

    /**
     * One predicted value.
     *
     * @param row the row, from 0
     * @param output the class or output, from 0
     * @return the value
     */
    public float get(int row, int output) {
        return values[row * outputs + output];
    }

    /**
     * Whether any value is not a number.
     *
     * @return true if one is
     */
    public boolean hasNaN() {
        for (float value : values) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether all values are numbers that have an end.
     *
     * @return false if one is NaN or infinite
     */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The most probable class of a row; the first of several equal ones.
     *
     * @param row the row, from 0
     * @return the index of the class
     */
    public int argMax(int row) {
        int best = 0;
        for (int output = 1; output < outputs; output++) {
            if (get(row, output) > get(row, best)) {
                best = output;
            }
        }
        return best;
    }

    /**
     * Predictions of some rows, in the given order.
     *
     * @param rows row numbers, from 0
     * @return predictions of {@code rows.length} rows
     */
    public Predictions select(int[] rows) {
        float[] selected = new float[rows.length * outputs];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * outputs, selected, i * outputs, outputs);
        }
        return new Predictions(selected, outputs);
    }

    /**
     * All values.
     *
     * @return a new array {@code [rows × outputs]}, row-major
     */
    public float[] toArray() {
        return values.clone();
    }
}
