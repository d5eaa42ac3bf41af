package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * Factors, and perhaps summands, for each value of a row: {@code y = s ∘ x + b}. With one set of them it is a scaling
 * layer, by which training turns features down (RealMLP, arXiv:2407.04491); with one for each member of a shared-weight
 * ensemble it is what members differ by (BatchEnsemble, Wen et al. 2020, arXiv:2002.06715; TabM, arXiv:2410.24210).
 * Parameters: {@code s [sets × width]}, then, where there are summands, {@code b [sets × width]}.
 *
 * @param sets how many sets there are; row {@code r} takes that of number {@code r mod sets}
 * @param width values of a row
 * @param shifted whether there are summands
 */
public record Scaling(int sets, int width, boolean shifted) implements Evenly {
    static final String KIND = "scaling";

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public Scaling {
        Checks.positive(sets, "sets");
        Checks.positive(width, "width");
    }

    static Scaling load(Node node) {
        return new Scaling(node.integer("sets"), node.integer("width"), node.flag("shifted"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("sets", sets)
                .put("width", width)
                .put("shifted", shifted);
    }

    @Override
    public int parameters() {
        return Math.multiplyExact(shifted ? 2 : 1, Math.multiplyExact(sets, width));
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            int factors = at + row % sets * width;
            int summands = factors + sets * width;
            for (int i = 0; i < width; i++) {
                out[row * width + i] = in[row * width + i] * parameters[factors + i];
            }
            for (int i = 0; shifted && i < width; i++) {
                out[row * width + i] += parameters[summands + i];
            }
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.scaling(this);
    }
}
