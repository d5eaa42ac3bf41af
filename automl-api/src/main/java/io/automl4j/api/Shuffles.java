package io.automl4j.api;

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
}
