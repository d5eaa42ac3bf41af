package io.automl4j.meta;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How much single features tell about the target, by mutual information.
 *
 * @param sample rows and columns
 */
record Dependence(SampledTable sample) {
    private static final int FEATURE_BINS = 8;
    private static final int TARGET_BINS = 5;
    private static final int TOP = 5;

    void addTo(Map<String, Double> figures) {
        int[] target = sample.classes() > 0
                ? Arrays.stream(sample.targets()).mapToInt(value -> (int) value).toArray()
                : quantiles(sample.targets(), TARGET_BINS);
        double[] shares = sample.columns().stream()
                .mapToDouble(column -> share(codes(column), target))
                .sorted()
                .toArray();
        int top = Math.min(TOP, shares.length);
        figures.put("dependence_mean", Arrays.stream(shares).average().orElse(0));
        figures.put("dependence_max", Arrays.stream(shares).max().orElse(0));
        figures.put(
                "dependence_top5",
                Arrays.stream(shares, shares.length - top, shares.length)
                        .average()
                        .orElse(0));
    }

    private static int[] codes(SampledTable.Sampled column) {
        return column.isCategorical() ? renumbered(column.values()) : quantiles(column.values(), FEATURE_BINS);
    }

    /** Of all levels of the table the sample may have few. */
    private static int[] renumbered(double[] levels) {
        Map<Double, Integer> numbers = new HashMap<>();
        numbers.put(Double.NaN, 0);
        return Arrays.stream(levels)
                .mapToInt(level -> numbers.computeIfAbsent(level, added -> numbers.size()))
                .toArray();
    }

    /** Missing values are bin 0; equal values are in the same bin. */
    static int[] quantiles(double[] values, int bins) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] cuts = new double[sorted.length == 0 ? 0 : bins - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = sorted[(int) ((i + 1.0) * sorted.length / bins)];
        }
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            int bin = 1;
            for (double cut : cuts) {
                bin += values[row] >= cut ? 1 : 0;
            }
            codes[row] = Double.isNaN(values[row]) ? 0 : bin;
        }
        return codes;
    }

    /** Mutual information as a part of the target's entropy, less what chance alone gives. */
    private static double share(int[] feature, int[] target) {
        int levels = Arrays.stream(feature).max().orElse(0) + 1;
        int classes = Arrays.stream(target).max().orElse(0) + 1;
        double[] ofFeature = new double[levels];
        double[] ofTarget = new double[classes];
        double[] joint = new double[levels * classes];
        for (int row = 0; row < feature.length; row++) {
            ofFeature[feature[row]]++;
            ofTarget[target[row]]++;
            joint[feature[row] * classes + target[row]]++;
        }
        double entropy = entropy(ofTarget);
        double mutual = entropy(ofFeature) + entropy - entropy(joint);
        double chance = (occupied(joint) - occupied(ofFeature) - occupied(ofTarget) + 1) / (2.0 * feature.length);
        return entropy > 0 ? Math.max(0, Math.min(1, (mutual - chance) / entropy)) : 0;
    }

    private static double occupied(double[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    private static double entropy(double[] counts) {
        double all = Arrays.stream(counts).sum();
        return -Arrays.stream(counts)
                .filter(count -> count > 0)
                .map(count -> count / all * Math.log(count / all))
                .sum();
    }
}
