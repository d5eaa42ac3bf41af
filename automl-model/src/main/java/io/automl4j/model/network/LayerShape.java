package io.automl4j.model.network;

import io.automl4j.api.Checks;
import java.util.ArrayList;
import java.util.List;

/** How wide the layers of a network are, by one number (Auto-PyTorch, Zimmer et al. 2020, arXiv:2006.13799). */
public enum LayerShape {
    /** All of one width. */
    BRICK {
        @Override
        void add(List<Integer> widths, Ends ends, int layers) {
            straight(widths, ends.most(), layers);
        }
    },
    /** From the widest down to the outputs. */
    FUNNEL {
        @Override
        void add(List<Integer> widths, Ends ends, int layers) {
            between(widths, ends.most(), ends.outputs(), layers);
        }
    },
    /** A brick, then a funnel. */
    LONG_FUNNEL {
        @Override
        void add(List<Integer> widths, Ends ends, int layers) {
            straight(widths, ends.most(), layers / 2);
            between(widths, ends.most(), ends.outputs(), layers - layers / 2);
        }
    },
    /** From the inputs up to the widest. */
    TRIANGLE {
        @Override
        void add(List<Integer> widths, Ends ends, int layers) {
            rising(widths, ends, layers);
        }
    },
    /** A triangle, then a funnel. */
    DIAMOND {
        @Override
        void add(List<Integer> widths, Ends ends, int layers) {
            rising(widths, ends, (layers + 1) / 2);
            falling(widths, ends, layers / 2);
        }
    },
    /** A triangle, then a brick, then a funnel. */
    HEXAGON {
        @Override
        void add(List<Integer> widths, Ends ends, int layers) {
            int third = layers / 3;
            rising(widths, ends, third);
            straight(widths, ends.most(), layers - 2 * third);
            falling(widths, ends, third);
        }
    },
    /** A funnel whose layers come in pairs. */
    STAIRS {
        @Override
        void add(List<Integer> widths, Ends ends, int layers) {
            List<Integer> steps = new ArrayList<>();
            between(steps, ends.most(), ends.outputs(), (layers + 1) / 2);
            for (int i = 0; i < layers; i++) {
                widths.add(steps.get(i / 2));
            }
        }
    };

    /** What widths lie between. */
    record Ends(int inputs, int outputs, int most) {}

    abstract void add(List<Integer> widths, Ends ends, int layers);

    /**
     * The widths of hidden layers.
     *
     * @param inputs the width of what comes in
     * @param outputs the width of what goes out
     * @param most the widest layer
     * @param layers how many hidden layers
     * @return a width for each, at least 1
     * @throws IllegalArgumentException if a number is not positive
     */
    public List<Integer> widths(int inputs, int outputs, int most, int layers) {
        Checks.positive(most, "most");
        Checks.positive(layers, "layers");
        List<Integer> widths = new ArrayList<>();
        add(widths, new Ends(Math.min(inputs, most), Math.min(outputs, most), most), layers);
        return List.copyOf(widths);
    }

    private static void straight(List<Integer> widths, int width, int layers) {
        for (int i = 0; i < layers; i++) {
            widths.add(width);
        }
    }

    /** From one width on in equal steps, so that one more step would meet the other. */
    private static void between(List<Integer> widths, int from, int to, int layers) {
        for (int i = 0; i < layers; i++) {
            widths.add(Math.max(1, Math.round(from + (to - from) * (float) i / layers)));
        }
    }

    /** One step from the inputs on, and to the widest. */
    private static void rising(List<Integer> widths, Ends ends, int layers) {
        for (int i = 1; i <= layers; i++) {
            widths.add(Math.max(1, Math.round(ends.inputs() + (ends.most() - ends.inputs()) * (float) i / layers)));
        }
    }

    /** One step from the widest on, and one before the outputs. */
    private static void falling(List<Integer> widths, Ends ends, int layers) {
        for (int i = 1; i <= layers; i++) {
            float share = (float) i / (layers + 1);
            widths.add(Math.max(1, Math.round(ends.most() + (ends.outputs() - ends.most()) * share)));
        }
    }
}
