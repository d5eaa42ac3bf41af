package io.automl4j.model.network;

import io.automl4j.api.Checks;
import java.util.List;

/** How a node makes one row of what several others give. */
public enum Join {
    /** The sum of rows of one width, as at the end of a residual block. */
    SUM {
        @Override
        int width(List<Integer> widths) {
            Checks.argument(widths.stream().distinct().count() == 1, "Rows of the widths %s cannot be added.", widths);
            return widths.get(0);
        }

        @Override
        public void join(List<float[]> ins, List<Integer> widths, float[] out, int rows) {
            int count = rows * widths.get(0);
            System.arraycopy(ins.get(0), 0, out, 0, count);
            for (float[] in : ins.subList(1, ins.size())) {
                for (int i = 0; i < count; i++) {
                    out[i] += in[i];
                }
            }
        }
    },
    /** Rows one after another. */
    CONCAT {
        @Override
        int width(List<Integer> widths) {
            return widths.stream().reduce(0, Math::addExact);
        }

        @Override
        public void join(List<float[]> ins, List<Integer> widths, float[] out, int rows) {
            int total = width(widths);
            int to = 0;
            for (int input = 0; input < ins.size(); input++) {
                int width = widths.get(input);
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(ins.get(input), row * width, out, row * total + to, width);
                }
                to += width;
            }
        }
    },
    /** The first row times the sigmoid of the second. */
    GATED {
        @Override
        int width(List<Integer> widths) {
            Checks.argument(
                    widths.size() == 2 && widths.get(0).equals(widths.get(1)),
                    "A gate needs two rows of one width, not of %s.",
                    widths);
            return widths.get(0);
        }

        @Override
        public void join(List<float[]> ins, List<Integer> widths, float[] out, int rows) {
            float[] values = ins.get(0);
            float[] gates = ins.get(1);
            for (int i = 0; i < rows * widths.get(0); i++) {
                out[i] = values[i] * ActivationFunction.sigmoid(gates[i]);
            }
        }
    };

    /** The width of a joined row; refuses what cannot be joined. */
    abstract int width(List<Integer> widths);

    /**
     * Joins rows.
     *
     * @param ins what comes from each input, {@code [rows × width]}
     * @param widths the width of each
     * @param out receives the joined rows
     * @param rows how many
     */
    public abstract void join(List<float[]> ins, List<Integer> widths, float[] out, int rows);
}
