package io.automl4j.model.encode;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is done to encoded columns after they are encoded: constant ones are dropped; where nothing may be missing the
 * median takes its place, beside one indicator for each encoder whose values were sometimes missing; for networks
 * numbers are centred at the median, scaled by the interquartile range and smoothly clipped to (-3, 3) (RealMLP,
 * Holzmüller et al. 2024, arXiv:2407.04491, section 3).
 */
public final class Finish {
    /** How far to go. */
    public enum Mode {
        /** Missing values stay NaN. */
        KEEP,
        /** Missing values become the median. */
        IMPUTE,
        /** They become the median, and all is scaled and clipped. */
        SCALE
    }

    /**
     * A column that is kept.
     *
     * @param column its position before
     * @param centre its median
     * @param factor what the distance from the median is multiplied by
     * @param code whether it holds codes, which are no quantities and are not scaled
     */
    public record Kept(int column, float centre, float factor, boolean code) {}

    private final Mode mode;
    /** Positions of the raw columns that are kept. */
    private final int[] kept;
    /** For each kept column its median. */
    private final float[] centres;
    /** For each kept column what its distance from the median is multiplied by. */
    private final float[] factors;
    /** For each kept column whether it holds codes, which are no quantities and stay. */
    private final boolean[] codes;
    /** For each kept column what 0 becomes: most cells of one-hot columns and terms are 0. */
    private final float[] zeros;
    /** Positions of the raw columns that get an indicator. */
    private final int[] indicators;

    private Finish(Mode mode, List<Kept> columns, int[] indicators) {
        this.mode = mode;
        this.indicators = indicators;
        int size = columns.size();
        this.kept = new int[size];
        this.centres = new float[size];
        this.factors = new float[size];
        this.codes = new boolean[size];
        this.zeros = new float[size];
        for (int i = 0; i < size; i++) {
            Kept column = columns.get(i);
            kept[i] = column.column;
            centres[i] = column.centre;
            factors[i] = column.factor;
            codes[i] = column.code;
            zeros[i] = finish(0, i);
        }
    }

    /**
     * Decides from training rows.
     *
     * @param encoders adjacent columns of one encoder are missing together
     * @param raw {@code [rows × sum of widths]}
     */
    static Finish fit(List<ColumnEncoder> encoders, float[] raw, int rows, Mode mode) {
        int width = encoders.stream().mapToInt(ColumnEncoder::width).sum();
        List<Kept> kept = new ArrayList<>();
        List<Integer> indicators = new ArrayList<>();
        float[] values = new float[rows];
        int column = 0;
        for (ColumnEncoder encoder : encoders) {
            boolean indicated = false;
            for (Feature feature : encoder.features()) {
                ColumnSummary summary = ColumnSummary.of(raw, width, column, values, mode);
                if (mode != Mode.KEEP && !indicated && summary.sometimesMissing(rows)) {
                    indicators.add(column);
                    indicated = true;
                }
                if (summary.varies() || (mode == Mode.KEEP && summary.sometimesMissing(rows))) {
                    kept.add(new Kept(column, summary.centre(), summary.factor(), feature.isCategorical()));
                }
                column++;
            }
        }
        return new Finish(
                mode, kept, indicators.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * How far it goes.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The columns that are kept.
     *
     * @return the first of those that go out, in order
     */
    public List<Kept> columns() {
        return IntStream.range(0, kept.length)
                .mapToObj(i -> new Kept(kept[i], centres[i], factors[i], codes[i]))
                .toList();
    }

    /**
     * The columns that get an indicator, which is 1 where they are missing and else 0.
     *
     * @return their positions before; the indicators go out after the columns that are kept
     */
    public int[] indicators() {
        return indicators.clone();
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

    /** For each column that goes out what is known of the one that it comes from. */
    <T> List<T> sources(List<T> raw) {
        return IntStream.concat(Arrays.stream(kept), Arrays.stream(indicators))
                .mapToObj(raw::get)
                .toList();
    }

    /** For each kept column of numbers its median; none where medians were not asked for. */
    Map<String, Float> landmarks(List<Feature> raw) {
        Map<String, Float> landmarks = new LinkedHashMap<>();
        for (int i = 0; mode != Mode.KEEP && i < kept.length; i++) {
            if (!codes[i]) {
                landmarks.put(raw.get(kept[i]).name(), centres[i]);
            }
        }
        return landmarks;
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
                if (codes[i]) {
                    yield value;
                }
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

    static Finish load(Node node, List<ColumnEncoder> encoders) {
        List<Feature> raw = encoders.stream()
                .flatMap(encoder -> encoder.features().stream())
                .toList();
        String mode = node.text("mode");
        int[] kept = node.ints("kept");
        float[] centres = node.floats("centres");
        float[] factors = node.floats("factors");
        int[] indicators = node.ints("indicators");
        Damage.unless(kept.length == centres.length && kept.length == factors.length, "encoder");
        // a column goes out once: each indicator makes a name
        Damage.unless(ascending(kept, raw.size()) && ascending(indicators, raw.size()), "encoder");
        List<Kept> columns = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            columns.add(
                    new Kept(kept[i], centres[i], factors[i], raw.get(kept[i]).isCategorical()));
        }
        for (Mode known : Mode.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(mode)) {
                return new Finish(known, columns, indicators);
            }
        }
        throw new ModelFileException(
                "The model file holds an encoding '%s', which this version does not know.%n".formatted(mode)
                        + "Maybe update automl-model.");
    }

    private static boolean ascending(int[] columns, int width) {
        int least = 0;
        for (int column : columns) {
            if (column < least || column >= width) {
                return false;
            }
            least = column + 1;
        }
        return true;
    }
}
