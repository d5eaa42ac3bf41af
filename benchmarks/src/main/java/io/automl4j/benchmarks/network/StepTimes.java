package io.automl4j.benchmarks.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times of steps, taken in turn, so that whatever else the machine does befalls all of them.
 *
 * @param micros the median time of each, in microseconds
 */
record StepTimes(List<Double> micros) {
    private static final int ROUNDS = 15;
    private static final long WARM_UP_NANOS = 300_000_000L;
    private static final long ROUND_NANOS = 60_000_000L;

    static StepTimes of(Runnable... steps) {
        double[][] times = new double[steps.length][ROUNDS];
        for (Runnable step : steps) {
            run(step, WARM_UP_NANOS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < steps.length; i++) {
                times[i][round] = run(steps[i], ROUND_NANOS);
            }
        }
        List<Double> micros = new ArrayList<>();
        for (double[] rounds : times) {
            Arrays.sort(rounds);
            micros.add(rounds[ROUNDS / 2] / 1000);
        }
        return new StepTimes(micros);
    }

    /** The mean nanoseconds of a step, repeated for some time. */
    private static double run(Runnable step, long nanos) {
        long start = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - start < nanos) {
            step.run();
            count++;
        }
        return (double) (System.nanoTime() - start) / count;
    }

    /** By how much one takes longer than another. */
    double ratio(int one, int other) {
        return micros.get(one) / micros.get(other);
    }
}
