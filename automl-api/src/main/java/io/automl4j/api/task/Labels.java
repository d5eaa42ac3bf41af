package io.automl4j.api.task;

import io.automl4j.api.Checks;
import java.util.Arrays;

/**
 * Targets and weights of rows, immutable. For classification a target is the index of a class in {@link
 * Task#classes()}, for regression the value itself. Weights are non-negative; class weights are already multiplied in.
 */
public final class Labels {
    private final double[] targets;
    private final double[] weights;
    private final boolean weighted;

    private final double totalWeight;

    private Labels(double[] targets, double[] weights, boolean weighted) {
        this.targets = targets;
        this.weights = weights;
        this.weighted = weighted;
        this.totalWeight = Arrays.stream(weights).sum();
    }

    /**
     * Labels of equal weight 1.
     *
     * @param targets class indices or values, copied
     * @return the labels
     */
    public static Labels of(double... targets) {
        double[] weights = new double[targets.length];
        Arrays.fill(weights, 1.0);
        return new Labels(targets.clone(), weights, false);
    }

    /**
     * Labels with weights.
     *
     * @param targets class indices or values, copied
     * @param weights one weight for each row, copied
     * @return the labels
     * @throws IllegalArgumentException if the lengths differ, or a weight is negative or not finite
     */
    public static Labels weighted(double[] targets, double[] weights) {
        Checks.argument(
                targets.length == weights.length, "%d targets, but %d weights.", targets.length, weights.length);
        boolean weighted = false;
        for (int row = 0; row < weights.length; row++) {
            Checks.argument(
                    weights[row] >= 0 && Double.isFinite(weights[row]),
                    "Row %d has weight %s; weights must be finite and not negative.",
                    row,
                    weights[row]);
            weighted |= weights[row] != 1.0;
        }
        return new Labels(targets.clone(), weights.clone(), weighted);
    }

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return targets.length;
    }

    /**
     * The target of a row.
     *
     * @param row the row, from 0
     * @return the value, or for classification the index of the class as a whole number
     */
    public double target(int row) {
        return targets[row];
    }

    /**
     * The class of a row.
     *
     * @param row the row, from 0
     * @return the index of the class
     */
    public int label(int row) {
        return (int) targets[row];
    }

    /**
     * The weight of a row.
     *
     * @param row the row, from 0
     * @return the weight, 1 unless weights were given
     */
    public double weight(int row) {
        return weights[row];
    }

    /**
     * Whether any weight differs from 1.
     *
     * @return true if weights matter
     */
    public boolean isWeighted() {
        return weighted;
    }

    /**
     * The sum of all weights.
     *
     * @return the sum, the number of rows without weights
     */
    public double totalWeight() {
        return totalWeight;
    }

    /**
     * Labels of some rows, in the given order.
     *
     * @param rows row numbers, from 0; repetitions are allowed
     * @return labels of {@code rows.length} rows
     */
    public Labels select(int[] rows) {
        double[] selectedTargets = new double[rows.length];
        double[] selectedWeights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selectedTargets[i] = targets[rows[i]];
            selectedWeights[i] = weights[rows[i]];
        }
        return new Labels(selectedTargets, selectedWeights, weighted);
    }

    /**
     * The targets as single-precision numbers.
     *
     * @return a new array of one value for each row
     */
    public float[] toFloats() {
        float[] floats = new float[targets.length];
        for (int row = 0; row < floats.length; row++) {
            floats[row] = (float) targets[row];
        }
        return floats;
    }

    /**
     * The weights as single-precision numbers.
     *
     * @return a new array of one weight for each row
     */
    public float[] weightsAsFloats() {
        float[] floats = new float[weights.length];
        for (int row = 0; row < floats.length; row++) {
            floats[row] = (float) weights[row];
        }
        return floats;
    }
}
