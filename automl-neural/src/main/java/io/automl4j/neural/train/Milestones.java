package io.automl4j.neural.train;

import java.util.List;

/**
 * The iterations of a training. After 1/15, 3/15, 7/15 and all of its epochs the cycles of {@link Schedule#COSLOG4} end:
 * steps are short there, so what is learned so far is at its best, and trainings can be compared, stopped and continued.
 * Points between them, most near the end, let validation stop a training before it has learned its rows by heart.
 */
public final class Milestones {
    private static final double WHOLE = 15;
    private static final int[] PARTS = {0, 1, 3, 5, 7, 11, 13, 14, 15};
    private static final List<Integer> CYCLES = List.of(4, 2, 1);

    /** How many iterations there are. */
    public static final int COUNT = PARTS.length - 1;

    private Milestones() {}

    /**
     * The epochs up to an iteration.
     *
     * @param iteration from 0 to {@link #COUNT}
     * @param epochs of the whole training
     * @return so many that no iteration is empty, if there are as many epochs as iterations
     */
    static int epochs(int iteration, int epochs) {
        int part = (int) Math.round(PARTS[iteration] / WHOLE * epochs);
        return Math.max(iteration, Math.min(part, epochs - COUNT + iteration));
    }

    /** The iterations before one at which a cycle has ended, the latest first. */
    static List<Integer> cyclesBefore(int iteration) {
        return CYCLES.stream().filter(cycle -> cycle < iteration).toList();
    }
}
