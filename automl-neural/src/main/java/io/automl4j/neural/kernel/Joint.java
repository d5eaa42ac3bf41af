package io.automl4j.neural.kernel;

import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Join;
import java.util.List;
import java.util.SplittableRandom;

/** Makes one row of what several nodes give, and shares its gradients out among them; what goes out is the same flow. */
final class Joint implements Kernel {
    private final Join join;
    private final List<Flow> flows;
    private final List<Integer> widths;
    private final List<float[]> ins;
    private final int total;

    /** Flows with values, gradients, and whether those are added to, and a width for each input. */
    Joint(Join join, List<Flow> flows, List<Integer> widths) {
        this.join = join;
        this.flows = List.copyOf(flows);
        this.widths = List.copyOf(widths);
        this.ins = flows.stream().map(Flow::in).toList();
        this.total = widths.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void forward(int rows, SplittableRandom random) {
        join.join(ins, widths, flows.get(0).out(), rows);
    }

    @Override
    public void backward(int rows) {
        switch (join) {
            case SUM -> flows.forEach(flow -> flow.giveBack(flow.outGradients(), rows * widths.get(0)));
            case CONCAT -> concatenated(rows);
            case GATED -> gated(rows * widths.get(0));
        }
    }

    private void concatenated(int rows) {
        int from = 0;
        for (int input = 0; input < flows.size(); input++) {
            Flow flow = flows.get(input);
            int width = widths.get(input);
            float kept = flow.adds() ? 1 : 0;
            for (int row = 0; flow.goesBack() && row < rows; row++) {
                for (int i = 0; i < width; i++) {
                    int to = row * width + i;
                    flow.inGradients()[to] =
                            kept * flow.inGradients()[to] + flow.outGradients()[row * total + from + i];
                }
            }
            from += width;
        }
    }

    /** {@code d/da (a σ(b)) = σ(b)}, {@code d/db = a σ(b) (1 - σ(b))}. */
    private void gated(int count) {
        Flow values = flows.get(0);
        Flow gates = flows.get(1);
        float keptValues = values.adds() ? 1 : 0;
        float keptGates = gates.adds() ? 1 : 0;
        for (int i = 0; i < count; i++) {
            float gradient = values.outGradients()[i];
            float gate = ActivationFunction.sigmoid(gates.in()[i]);
            if (values.goesBack()) {
                values.inGradients()[i] = keptValues * values.inGradients()[i] + gradient * gate;
            }
            if (gates.goesBack()) {
                gates.inGradients()[i] =
                        keptGates * gates.inGradients()[i] + gradient * values.in()[i] * gate * (1 - gate);
            }
        }
    }
}
