package io.automl4j.api.metric;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.util.Arrays;

/** Metrics of the order of scores. Equal scores count as one threshold. */
final class Ranking {
    private Ranking() {}

    static double rocAuc(Labels truth, Predictions predictions) {
        return rocAuc(truth, predictions, 1);
    }

    /** The mean of one-versus-rest areas over the classes for which it is defined. */
    static double macro(Labels truth, Predictions predictions) {
        double sum = 0;
        int defined = 0;
        for (int k = 0; k < predictions.outputs(); k++) {
            double area = rocAuc(truth, predictions, k);
            if (!Double.isNaN(area)) {
                sum += area;
                defined++;
            }
        }
        return sum / defined;
    }

    /** One-versus-rest areas weighted by the share of the class. */
    static double weighted(Labels truth, Predictions predictions) {
        double[] shares = new double[predictions.outputs()];
        for (int row = 0; row < truth.rows(); row++) {
            shares[truth.label(row)] += truth.weight(row);
        }
        double sum = 0;
        double defined = 0;
        for (int k = 0; k < shares.length; k++) {
            double area = rocAuc(truth, predictions, k);
            if (!Double.isNaN(area)) {
                sum += shares[k] * area;
                defined += shares[k];
            }
        }
        return sum / defined;
    }

    /** The share of pairs of a positive and another row that are in order, a tie counting half. */
    private static double rocAuc(Labels truth, Predictions predictions, int positive) {
        return truth.isWeighted()
                ? weightedRocAuc(truth, predictions, positive)
                : equalRocAuc(truth, predictions, positive);
    }

    /** Where all rows weigh the same, each side is sorted by itself: nothing has to be looked up by row. */
    private static double equalRocAuc(Labels truth, Predictions predictions, int positive) {
        int[] positives = new int[truth.rows()];
        int[] negatives = new int[truth.rows()];
        int count = 0;
        for (int row = 0; row < truth.rows(); row++) {
            int key = RankedRows.sortable(predictions.get(row, positive));
            if (truth.label(row) == positive) {
                positives[count++] = key;
            } else {
                negatives[row - count] = key;
            }
        }
        positives = RankedRows.sorted(Arrays.copyOf(positives, count));
        negatives = RankedRows.sorted(Arrays.copyOf(negatives, truth.rows() - count));
        double ordered = 0;
        int below = 0;
        int upTo = 0;
        for (int key : positives) {
            while (below < negatives.length && negatives[below] < key) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < negatives.length && negatives[upTo] == key) {
                upTo++;
            }
            ordered += (below + upTo) / 2.0;
        }
        return ordered / ((double) positives.length * negatives.length);
    }

    private static double weightedRocAuc(Labels truth, Predictions predictions, int positive) {
        float[] scores = column(predictions, positive);
        int[] rows = RankedRows.sort(scores);
        double positives = 0;
        double negatives = 0;
        double ordered = 0;
        for (int start = 0, end; start < rows.length; start = end) {
            double tiedPositives = 0;
            double tiedNegatives = 0;
            for (end = start; end < rows.length && scores[end] == scores[start]; end++) {
                double weight = truth.weight(rows[end]);
                if (truth.label(rows[end]) == positive) {
                    tiedPositives += weight;
                } else {
                    tiedNegatives += weight;
                }
            }
            ordered += tiedPositives * (negatives + tiedNegatives / 2);
            positives += tiedPositives;
            negatives += tiedNegatives;
        }
        return ordered / (positives * negatives);
    }

    /** The mean of precisions at each threshold, weighted by the gain in recall, without interpolation. */
    static double averagePrecision(Labels truth, Predictions predictions) {
        float[] scores = column(predictions, 1);
        int[] rows = RankedRows.sort(scores);
        double positives = 0;
        double all = 0;
        double sum = 0;
        for (int end = rows.length - 1, start; end >= 0; end = start) {
            double tied = 0;
            for (start = end; start >= 0 && scores[start] == scores[end]; start--) {
                double weight = truth.weight(rows[start]);
                tied += truth.label(rows[start]) == 1 ? weight : 0;
                all += weight;
            }
            positives += tied;
            sum += tied > 0 ? tied * positives / all : 0;
        }
        return sum / positives;
    }

    private static float[] column(Predictions predictions, int output) {
        float[] scores = new float[predictions.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = predictions.get(row, output);
        }
        return scores;
    }
}
