package io.automl4j.neural.train;

/**
 * The iterations of a training: after 1/15, 3/15, 7/15 and all of its epochs, which is where the cycles of
 * {@link Schedule#COSLOG4} end. Steps are short there, so what is learned so far is at its best, and trainings can be
 * compared, stopped and continued.
 */
public final class Valleys {
    /** How many there are. */
    public static final int COUNT = 4;

    private static final double PARTS = 15;

    private Valleys() {}

    /**
     * The epochs up to an iteration.
     *
     * @param iteration from 0 to {@link #COUNT}
     * @param epochs of the whole training
     * @return at least the iteration's number, so that none is empty
     */
    static int epochs(int iteration, int epochs) {
        double part = ((1 << iteration) - 1) / PARTS;
        return Math.max(iteration, (int) Math.round(part * epochs));
    }
}
