package io.automl4j.model.network;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;

/**
 * A dense layer for each member of a shared-weight ensemble, as its heads. Parameters: those of a {@link Dense} for each
 * member, one after another.
 *
 * @param count the number of members; row {@code r} is that of member {@code r mod count}
 * @param layer the shape of each layer
 */
public record MemberDense(int count, Dense layer) implements Operation {
    static final String KIND = "member_dense";

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public MemberDense {
        Checks.positive(count, "count");
    }

    static MemberDense load(Node node) {
        return new MemberDense(node.integer("count"), Dense.load(node.node("layer")));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("count", count).put("layer", layer.save());
    }

    @Override
    public int inputs() {
        return layer.inputs();
    }

    @Override
    public int outputs() {
        return layer.outputs();
    }

    @Override
    public int parameters() {
        return Math.multiplyExact(count, layer.parameters());
    }

    @Override
    public long cost() {
        return layer.cost();
    }

    @Override
    public void predict(float[] parameters, int at, float[] in, int width, float[] out, int rows) {
        int outputs = outputs();
        for (int member = 0; member < count; member++) {
            Products.weightedSums(
                    parameters,
                    at + member * layer.parameters(),
                    in,
                    member * width,
                    count * width,
                    out,
                    member * outputs,
                    count * outputs,
                    layer,
                    rows / count);
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.memberDense(this);
    }
}
