package io.automl4j.api;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random orders. */
public final class Shuffles {
    private Shuffles() {}

    /**
     * The numbers from 0 in random order (Fisher and Yates, inside out).
     *
     * @param count how many
     * @param random the source of randomness
     * @return each of {@code 0 … count-1} once
     */
    public static int[] order(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /**
     * Some numbers from 0, drawn at random.
     *
     * @param count how many there are
     * @param most how many are drawn, unless there are fewer
     * @param random the source of randomness
     * @return numbers below {@code count} in rising order
     */
    public static int[] some(int count, int most, SplittableRandom random) {
        int[] some = Arrays.copyOf(order(count, random), Math.min(count, most));
        Arrays.sort(some);
        return some;
    }
}
