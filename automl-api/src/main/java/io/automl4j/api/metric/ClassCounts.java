package io.automl4j.api.metric;

import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;

/** Weights of hits, true and predicted classes: all that the metrics of decisions need of a confusion matrix. */
final class ClassCounts {
    private final double[] hits;
    private final double[] actual;
    private final double[] predicted;
    private double total;

    private ClassCounts(int classes) {
        hits = new double[classes];
        actual = new double[classes];
        predicted = new double[classes];
    }

    static ClassCounts of(Labels truth, Predictions predictions) {
        ClassCounts counts = new ClassCounts(predictions.outputs());
        for (int row = 0; row < truth.rows(); row++) {
            counts.add(truth.label(row), predictions.argMax(row), truth.weight(row));
        }
        return counts;
    }

    private void add(int label, int decision, double weight) {
        actual[label] += weight;
        predicted[decision] += weight;
        hits[label] += label == decision ? weight : 0;
        total += weight;
    }

    double accuracy() {
        return hit() / total;
    }

    /** Mean recall of the classes that are present. */
    double balancedAccuracy() {
        double sum = 0;
        int present = 0;
        for (int k = 0; k < actual.length; k++) {
            if (actual[k] > 0) {
                sum += hits[k] / actual[k];
                present++;
            }
        }
        return sum / present;
    }

    /** Precision of the positive class, 0 if it was never predicted. */
    double precision() {
        return actual[1] == 0 ? Double.NaN : predicted[1] == 0 ? 0 : hits[1] / predicted[1];
    }

    double recall() {
        return hits[1] / actual[1];
    }

    double f1() {
        return actual[1] == 0 ? Double.NaN : f1(1);
    }

    private double f1(int k) {
        return 2 * hits[k] / (actual[k] + predicted[k]);
    }

    /** The mean over all classes that are present or predicted. */
    double f1Macro() {
        double sum = 0;
        int seen = 0;
        for (int k = 0; k < actual.length; k++) {
            if (actual[k] + predicted[k] > 0) {
                sum += f1(k);
                seen++;
            }
        }
        return sum / seen;
    }

    double f1Weighted() {
        double sum = 0;
        for (int k = 0; k < actual.length; k++) {
            sum += actual[k] > 0 ? actual[k] * f1(k) : 0;
        }
        return sum / total;
    }

    /**
     * Matthews correlation for any number of classes (Gorodkin, "Comparing two K-category assignments by a K-category
     * correlation coefficient", 2004); 0 if one class only is predicted.
     */
    double matthews() {
        double covariance = hit() * total - dot(actual, predicted);
        double ofTruth = total * total - dot(actual, actual);
        double ofPrediction = total * total - dot(predicted, predicted);
        if (ofTruth <= 0) {
            return Double.NaN;
        }
        return ofPrediction <= 0 ? 0 : covariance / Math.sqrt(ofTruth * ofPrediction);
    }

    /** Agreement beyond chance (Cohen, "A coefficient of agreement for nominal scales", 1960). */
    double kappa() {
        double byChance = dot(actual, predicted) / (total * total);
        return (accuracy() - byChance) / (1 - byChance);
    }

    private double hit() {
        double sum = 0;
        for (double hit : hits) {
            sum += hit;
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
