package io.automl4j.ensemble;

/** The mean of predictions that are added one by one, and what it would be with one more. */
final class RunningMean {
    private final double[] sums;
    private int count;

    RunningMean(int cells) {
        sums = new double[cells];
    }

    void add(float[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
        count++;
    }

    float[] with(float[] values) {
        float[] mean = new float[sums.length];
        double share = 1.0 / (count + 1);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) ((sums[i] + values[i]) * share);
        }
        return mean;
    }
}
