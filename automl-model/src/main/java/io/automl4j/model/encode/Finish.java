package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is done to encoded columns after they are encoded: constant ones are dropped; where nothing may be missing the
 * median takes its place, beside an indicator; for networks numbers are centred at the median, scaled by the
 * interquartile range and smoothly clipped to (-3, 3) (RealMLP, Holzmüller et al. 2024, arXiv:2407.04491, section 3).
 */
final class Finish {
    /** Positions of the columns that are kept. */
    private final int[] kept;
    /** For each kept column what takes the place of NaN; NaN to leave it. */
    private final float[] fills;

    private final float[] centres;
    private final float[] factors;
    /** Indices into {@link #kept} of the columns that get an indicator. */
    private final int[] indicators;

    private final boolean scale;
    private final boolean identity;

    private Finish(int[] kept, float[] fills, float[] centres, float[] factors, int[] indicators, boolean scale) {
        this.kept = kept;
        this.fills = fills;
        this.centres = centres;
        this.factors = factors;
        this.indicators = indicators;
        this.scale = scale;
        boolean same = !scale && indicators.length == 0;
        for (int i = 0; i < kept.length && same; i++) {
            same = kept[i] == i && Float.isNaN(fills[i]);
        }
        this.identity = same;
    }

    static Finish fit(List<Feature> features, float[] raw, int rows, boolean impute, boolean scale) {
        int width = features.size();
        List<Integer> kept = new ArrayList<>();
        List<Integer> indicators = new ArrayList<>();
        List<float[]> numbers = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            ColumnSummary summary = ColumnSummary.of(raw, rows, width, column);
            if (summary.constant() && !(impute && summary.missing() > 0 && summary.missing() < rows)) {
                continue;
            }
            if (impute && summary.missing() > 0 && !features.get(column).isCategorical()) {
                indicators.add(kept.size());
            }
            kept.add(column);
            boolean number = !features.get(column).isCategorical();
            float centre = number ? summary.median() : 0;
            numbers.add(new float[] {impute ? centre : Float.NaN, centre, number ? summary.factor() : 1});
        }
        return new Finish(ints(kept), pick(numbers, 0), pick(numbers, 1), pick(numbers, 2), ints(indicators), scale);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static float[] pick(List<float[]> rows, int index) {
        float[] picked = new float[rows.size()];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = rows.get(i)[index];
        }
        return picked;
    }

    List<Feature> features(List<Feature> raw) {
        List<Feature> features = new ArrayList<>();
        for (int column : kept) {
            features.add(raw.get(column));
        }
        for (int indicator : indicators) {
            features.add(new Feature(raw.get(kept[indicator]).name() + "#missing", 0));
        }
        return features;
    }

    /** The finished rows of raw ones; the same array where there is nothing to do. */
    float[] apply(float[] raw, int rows, int rawWidth) {
        if (identity && kept.length == rawWidth) {
            return raw;
        }
        int width = kept.length + indicators.length;
        float[] out = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            int from = row * rawWidth;
            int to = row * width;
            for (int i = 0; i < kept.length; i++) {
                out[to + i] = finish(raw[from + kept[i]], i);
            }
            for (int i = 0; i < indicators.length; i++) {
                out[to + kept.length + i] = Float.isNaN(raw[from + kept[indicators[i]]]) ? 1 : 0;
            }
        }
        return out;
    }

    private float finish(float value, int i) {
        float filled = Float.isNaN(value) ? fills[i] : value;
        if (!scale) {
            return filled;
        }
        double x = ((double) filled - centres[i]) * factors[i];
        return (float) (x / Math.sqrt(1 + x * x / 9));
    }

    Node save() {
        return new Node()
                .put("kept", kept)
                .put("fills", fills)
                .put("centres", centres)
                .put("factors", factors)
                .put("indicators", indicators)
                .put("scale", scale);
    }

    static Finish load(Node node) {
        return new Finish(
                node.ints("kept"),
                node.floats("fills"),
                node.floats("centres"),
                node.floats("factors"),
                node.ints("indicators"),
                node.flag("scale"));
    }

    /** What training saw in a column. */
    private record ColumnSummary(int missing, boolean constant, float median, float factor) {
        static ColumnSummary of(float[] raw, int rows, int width, int column) {
            float[] values = new float[rows];
            int present = 0;
            for (int row = 0; row < rows; row++) {
                float value = raw[row * width + column];
                if (!Float.isNaN(value)) {
                    values[present++] = value;
                }
            }
            if (present == 0) {
                return new ColumnSummary(rows, true, 0, 0);
            }
            float[] sorted = Arrays.copyOf(values, present);
            Arrays.sort(sorted);
            float low = sorted[0];
            float high = sorted[present - 1];
            double quartiles = (double) at(sorted, 0.75) - at(sorted, 0.25);
            double range = (double) high - low;
            double factor = quartiles > 0 ? 1 / quartiles : range > 0 ? 2 / range : 0;
            // a column that is sometimes missing tells something even if its value is always the same
            boolean constant = low == high && present == rows;
            return new ColumnSummary(rows - present, constant, at(sorted, 0.5), (float) factor);
        }

        private static float at(float[] sorted, double quantile) {
            return sorted[(int) Math.round(quantile * (sorted.length - 1))];
        }
    }
}
