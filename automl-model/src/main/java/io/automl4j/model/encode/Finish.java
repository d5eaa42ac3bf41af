package io.automl4j.model.encode;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is done to encoded columns after they are encoded: constant ones are dropped; where nothing may be missing the
 * median takes its place, beside one indicator for each encoder whose values were sometimes missing; for networks
 * numbers are centred at the median, scaled by the interquartile range and smoothly clipped to (-3, 3) (RealMLP,
 * Holzmüller et al. 2024, arXiv:2407.04491, section 3).
 */
final class Finish {
    /** How far to go. */
    enum Mode {
        /** Missing values stay NaN. */
        KEEP,
        /** Missing values become the median. */
        IMPUTE,
        /** They become the median, and all is scaled and clipped. */
        SCALE
    }

    private final Mode mode;
    /** Positions of the raw columns that are kept. */
    private final int[] kept;
    /** For each kept column its median. */
    private final float[] centres;
    /** For each kept column what its distance from the median is multiplied by. */
    private final float[] factors;
    /** Positions of the raw columns that get an indicator. */
    private final int[] indicators;
    /** For each kept column what 0 becomes: most cells of one-hot columns and terms are 0. */
    private final float[] zeros;

    private Finish(Mode mode, int[] kept, float[] centres, float[] factors, int[] indicators) {
        this.mode = mode;
        this.kept = kept;
        this.centres = centres;
        this.factors = factors;
        this.indicators = indicators;
        this.zeros = new float[kept.length];
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = finish(0, i);
        }
    }

    /**
     * Decides from training rows.
     *
     * @param widths how many adjacent columns come from one encoder; they are missing together
     * @param raw {@code [rows × sum of widths]}
     */
    static Finish fit(int[] widths, float[] raw, int rows, Mode mode) {
        int width = Arrays.stream(widths).sum();
        List<ColumnSummary> kept = new ArrayList<>();
        List<Integer> indicators = new ArrayList<>();
        float[] values = new float[rows];
        int column = 0;
        for (int own : widths) {
            boolean indicated = false;
            for (int end = column + own; column < end; column++) {
                ColumnSummary summary = ColumnSummary.of(raw, width, column, values, mode);
                if (mode != Mode.KEEP && !indicated && summary.sometimesMissing(rows)) {
                    indicators.add(column);
                    indicated = true;
                }
                if (summary.varies() || (mode == Mode.KEEP && summary.sometimesMissing(rows))) {
                    kept.add(summary);
                }
            }
        }
        return of(mode, kept, indicators);
    }

    private static Finish of(Mode mode, List<ColumnSummary> kept, List<Integer> indicators) {
        float[] centres = new float[kept.size()];
        float[] factors = new float[kept.size()];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = kept.get(i).centre();
            factors[i] = kept.get(i).factor();
        }
        int[] positions = kept.stream().mapToInt(ColumnSummary::column).toArray();
        int[] indicated = indicators.stream().mapToInt(Integer::intValue).toArray();
        return new Finish(mode, positions, centres, factors, indicated);
    }

    List<Feature> features(List<Feature> raw) {
        List<Feature> features = new ArrayList<>();
        for (int column : kept) {
            features.add(raw.get(column));
        }
        for (int column : indicators) {
            features.add(new Feature(raw.get(column).name() + "#missing", 0));
        }
        return features;
    }

    /** The finished rows of raw ones; the same array where there is nothing to do. */
    float[] apply(float[] raw, int rows, int rawWidth) {
        if (mode == Mode.KEEP && kept.length == rawWidth) {
            return raw;
        }
        int width = kept.length + indicators.length;
        float[] out = FittedEncoder.matrix(rows, width);
        for (int row = 0; row < rows; row++) {
            int from = row * rawWidth;
            int to = row * width;
            for (int i = 0; i < kept.length; i++) {
                float value = raw[from + kept[i]];
                out[to + i] = value == 0 ? zeros[i] : finish(value, i);
            }
            for (int i = 0; i < indicators.length; i++) {
                out[to + kept.length + i] = Float.isNaN(raw[from + indicators[i]]) ? 1 : 0;
            }
        }
        return out;
    }

    private float finish(float value, int i) {
        return switch (mode) {
            case KEEP -> value;
            case IMPUTE -> Float.isNaN(value) ? centres[i] : value;
            case SCALE -> {
                double x = Float.isNaN(value) ? 0 : ((double) value - centres[i]) * factors[i];
                yield (float) (x / Math.sqrt(1 + x * x / 9));
            }
        };
    }

    Node save() {
        return new Node()
                .put("mode", mode.name().toLowerCase(Locale.ROOT))
                .put("kept", kept)
                .put("centres", centres)
                .put("factors", factors)
                .put("indicators", indicators);
    }

    static Finish load(Node node, int rawWidth) {
        String mode = node.text("mode");
        int[] kept = node.ints("kept");
        float[] centres = node.floats("centres");
        float[] factors = node.floats("factors");
        int[] indicators = node.ints("indicators");
        Damage.unless(kept.length == centres.length && kept.length == factors.length, "encoder");
        Damage.unless(within(kept, rawWidth) && within(indicators, rawWidth), "encoder");
        for (Mode known : Mode.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(mode)) {
                return new Finish(known, kept, centres, factors, indicators);
            }
        }
        throw new ModelFileException(
                "The model file holds an encoding '%s', which this version does not know.%n".formatted(mode)
                        + "Maybe update automl-model.");
    }

    private static boolean within(int[] columns, int width) {
        return Arrays.stream(columns).allMatch(column -> column >= 0 && column < width);
    }
}
