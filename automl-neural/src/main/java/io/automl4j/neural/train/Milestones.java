package io.automl4j.neural.train;

/**
 * The iterations of a training. After 1/15, 3/15, 7/15 and all of its epochs the cycles of {@link Schedule#COSLOG4} end:
 * steps are short there, so what is learned so far is at its best, and trainings can be compared, stopped and continued.
 * Points between them, most near the end, let validation stop a training before it has learned its rows by heart.
 */
public final class Milestones {
    private static final double WHOLE = 15;
    private static final int[] PARTS = {0, 1, 3, 5, 7, 11, 13, 14, 15};

    /** How many iterations there are. */
    public static final int COUNT = PARTS.length - 1;

    private Milestones() {}

    /**
     * The epochs up to an iteration.
     *
     * @param iteration from 0 to {@link #COUNT}
     * @param epochs of the whole training
     * @return at least the iteration's number, so that none is empty
     */
    static int epochs(int iteration, int epochs) {
        return Math.max(iteration, (int) Math.round(PARTS[iteration] / WHOLE * epochs));
    }
}
