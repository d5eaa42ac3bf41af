package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * Factors, and perhaps summands, of each member of a shared-weight ensemble: {@code y = s ∘ x + b} (BatchEnsemble, Wen
 * et al. 2020, arXiv:2002.06715; TabM, arXiv:2410.24210). Parameters: {@code s [members × width]}, then, where there are
 * summands, {@code b [members × width]}.
 *
 * @param count the number of members; row {@code r} is that of member {@code r mod count}
 * @param width values of a row
 * @param shifted whether there are summands
 */
public record MemberScaling(int count, int width, boolean shifted) implements Operation {
    static final String KIND = "member_scaling";

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public MemberScaling {
        Checks.positive(count, "count");
        Checks.positive(width, "width");
    }

    static MemberScaling load(Node node) {
        return new MemberScaling(node.integer("count"), node.integer("width"), node.flag("shifted"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("count", count)
                .put("width", width)
                .put("shifted", shifted);
    }

    @Override
    public int inputs() {
        return width;
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public int parameters() {
        return (shifted ? 2 : 1) * count * width;
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int unused, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            int factors = at + row % count * width;
            int summands = factors + count * width;
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
        return visitor.memberScaling(this);
    }
}
