package io.automl4j.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What simple learners reach on held-out rows: which part of the target's variance they explain, for classes of the
 * variance of their indicators; 0 is the mean, negative values count as 0. Categories are the mean target of their rows.
 */
final class Landmarks {
    private static final int ROWS = 1_000;
    private static final int FEATURES = 60;
    /** Indicators of the most frequent classes. */
    private static final int OUTPUTS = 5;

    private static final int NEIGHBOURS = 5;
    private static final int DEPTH = 4;
    private static final int LEAST_ROWS = 5;
    private static final int BINS = 16;
    /** A part of the number of rows, on standardised features. */
    private static final double RIDGE = 1e-3;

    private final double[][] features;
    private final double[][] targets;
    private final int[] train;
    private final int[] test;

    Landmarks(SampledTable sample, SplittableRandom random) {
        int[] order = IntStream.range(0, sample.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        int rows = Math.min(ROWS, order.length);
        this.train = Arrays.copyOf(order, (2 * rows + 2) / 3);
        this.test = Arrays.copyOfRange(order, train.length, rows);
        this.targets = targets(sample);
        this.features = sample.columns().stream()
                .limit(FEATURES)
                .map(column -> ColumnFigures.standardised(
                        column.isCategorical() ? meanTargets(column.values()) : column.values()))
                .toArray(double[][]::new);
    }

    private static double[][] targets(SampledTable sample) {
        if (sample.classes() == 0) {
            return new double[][] {ColumnFigures.standardised(sample.targets())};
        }
        int[] counts = new int[sample.classes()];
        Arrays.stream(sample.targets()).forEach(target -> counts[(int) target]++);
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer label) -> -counts[label]))
                .limit(OUTPUTS)
                .map(label -> Arrays.stream(sample.targets())
                        .map(target -> target == label ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Of the first output, on the training rows; shrunk to the mean of all. */
    private double[] meanTargets(double[] codes) {
        int levels = (int) Arrays.stream(codes)
                        .filter(code -> !Double.isNaN(code))
                        .max()
                        .orElse(0)
                + 1;
        double[] sums = new double[levels];
        double[] counts = new double[levels];
        double mean = 0;
        for (int row : train) {
            mean += targets[0][row] / train.length;
            if (!Double.isNaN(codes[row])) {
                sums[(int) codes[row]] += targets[0][row];
                counts[(int) codes[row]]++;
            }
        }
        double prior = mean;
        return Arrays.stream(codes)
                .map(code -> Double.isNaN(code) ? Double.NaN : (sums[(int) code] + prior) / (counts[(int) code] + 1))
                .toArray();
    }

    void addTo(Map<String, Double> figures) {
        boolean possible = features.length > 0 && test.length > 1;
        figures.put("landmark_stump", possible ? explained(tree(1)) : 0);
        figures.put("landmark_tree", possible ? explained(tree(DEPTH)) : 0);
        figures.put("landmark_neighbours", possible ? explained(neighbours()) : 0);
        figures.put("landmark_linear", possible ? explained(linear()) : 0);
    }

    /** The part of the variance that is explained by predictions, {@code [outputs × test rows]}. */
    private double explained(double[][] predicted) {
        double error = 0;
        double variance = 0;
        for (int output = 0; output < targets.length; output++) {
            double mean = mean(train, output);
            for (int i = 0; i < test.length; i++) {
                double truth = targets[output][test[i]];
                error += (truth - predicted[output][i]) * (truth - predicted[output][i]);
                variance += (truth - mean) * (truth - mean);
            }
        }
        return variance > 0 ? Math.max(0, 1 - error / variance) : 0;
    }

    private double mean(int[] rows, int output) {
        return Arrays.stream(rows)
                .mapToDouble(row -> targets[output][row])
                .average()
                .orElse(0);
    }

    private double[][] neighbours() {
        double[][] predicted = new double[targets.length][test.length];
        for (int i = 0; i < test.length; i++) {
            int row = test[i];
            double[] distances = Arrays.stream(train)
                    .mapToDouble(other -> distance(row, other))
                    .toArray();
            double bound = Arrays.stream(distances)
                    .sorted()
                    .skip(Math.min(NEIGHBOURS, train.length) - 1)
                    .findFirst()
                    .orElse(0);
            List<Integer> nearest = new ArrayList<>();
            for (int j = 0; j < train.length; j++) {
                if (distances[j] <= bound) {
                    nearest.add(train[j]);
                }
            }
            for (int output = 0; output < targets.length; output++) {
                predicted[output][i] =
                        mean(nearest.stream().mapToInt(Integer::intValue).toArray(), output);
            }
        }
        return predicted;
    }

    private double distance(int one, int other) {
        double sum = 0;
        for (double[] feature : features) {
            sum += (feature[one] - feature[other]) * (feature[one] - feature[other]);
        }
        return sum;
    }

    /** Least squares on standardised features, by Cholesky's decomposition. */
    private double[][] linear() {
        int size = features.length;
        double[][] products = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                for (int row : train) {
                    products[i][j] += features[i][row] * features[j][row];
                }
            }
            products[i][i] += RIDGE * train.length;
        }
        decompose(products);
        double[][] predicted = new double[targets.length][test.length];
        for (int output = 0; output < targets.length; output++) {
            double mean = mean(train, output);
            double[] weights = new double[size];
            for (int i = 0; i < size; i++) {
                for (int row : train) {
                    weights[i] += features[i][row] * (targets[output][row] - mean);
                }
            }
            solve(products, weights);
            for (int i = 0; i < test.length; i++) {
                predicted[output][i] = mean;
                for (int feature = 0; feature < size; feature++) {
                    predicted[output][i] += weights[feature] * features[feature][test[i]];
                }
            }
        }
        return predicted;
    }

    private static void decompose(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(1e-12, sum)) : sum / lower[j][j];
            }
        }
    }

    private static void solve(double[][] lower, double[] right) {
        for (int i = 0; i < right.length; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= lower[i][k] * right[k];
            }
            right[i] /= lower[i][i];
        }
        for (int i = right.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < right.length; k++) {
                right[i] -= lower[k][i] * right[k];
            }
            right[i] /= lower[i][i];
        }
    }

    private double[][] tree(int depth) {
        double[][] predicted = new double[targets.length][test.length];
        int[] places = IntStream.range(0, test.length).toArray();
        grow(train, places, depth, predicted);
        return predicted;
    }

    private void grow(int[] rows, int[] places, int depth, double[][] predicted) {
        Split best = depth == 0 ? Split.NONE : bestSplit(rows);
        if (best.feature() < 0) {
            for (int output = 0; output < targets.length; output++) {
                double mean = mean(rows, output);
                for (int place : places) {
                    predicted[output][place] = mean;
                }
            }
            return;
        }
        double[] values = features[best.feature()];
        for (boolean left : new boolean[] {true, false}) {
            grow(
                    Arrays.stream(rows)
                            .filter(row -> best.isLeft(values[row]) == left)
                            .toArray(),
                    Arrays.stream(places)
                            .filter(place -> best.isLeft(values[test[place]]) == left)
                            .toArray(),
                    depth - 1,
                    predicted);
        }
    }

    private record Split(int feature, double below, double gain) {
        static final Split NONE = new Split(-1, 0, 1e-9);

        boolean isLeft(double value) {
            return value < below;
        }
    }

    private Split bestSplit(int[] rows) {
        Split best = Split.NONE;
        for (int feature = 0; feature < features.length; feature++) {
            double[] values = features[feature];
            double[] sorted =
                    Arrays.stream(rows).mapToDouble(row -> values[row]).sorted().toArray();
            for (int bin = 1; bin < BINS; bin++) {
                double cut = sorted[bin * sorted.length / BINS];
                double gain = gain(rows, values, cut);
                if (gain > best.gain()) {
                    best = new Split(feature, cut, gain);
                }
            }
        }
        return best;
    }

    /** By how much the squared error gets less. */
    private double gain(int[] rows, double[] values, double cut) {
        double gain = 0;
        for (double[] target : targets) {
            double left = 0;
            double right = 0;
            int lefts = 0;
            for (int row : rows) {
                if (values[row] < cut) {
                    left += target[row];
                    lefts++;
                } else {
                    right += target[row];
                }
            }
            int rights = rows.length - lefts;
            if (Math.min(lefts, rights) < LEAST_ROWS) {
                return 0;
            }
            gain += left * left / lefts + right * right / rights - (left + right) * (left + right) / rows.length;
        }
        return gain;
    }
}
