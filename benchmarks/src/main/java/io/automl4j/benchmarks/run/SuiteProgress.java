package io.automl4j.benchmarks.run;

import java.io.PrintStream;

/** Is told how a suite goes on. */
public interface SuiteProgress extends AutoCloseable {

    /**
     * How far the cells to run are.
     *
     * @param done how many have ended
     * @param all how many there are
     * @param secondsLeft an estimate for the others
     */
    record Standing(int done, int all, double secondsLeft) {}

    /**
     * Before the first cell.
     *
     * @param cells how many there are
     * @param finishedBefore how many of them need not be run
     */
    default void started(int cells, int finishedBefore) {}

    /**
     * A cell begins.
     *
     * @param framework who works
     * @param table at what
     * @param standing before it
     */
    default void begun(String framework, String table, Standing standing) {}

    /**
     * A cell has ended.
     *
     * @param result what came out of it
     * @param standing after it
     */
    default void ended(CellResult result, Standing standing) {}

    /** No more follows, whether all cells were run or not. */
    @Override
    default void close() {}

    /** A bar where the launcher says that standard error is a terminal, otherwise lines. */
    static SuiteProgress onConsole(PrintStream out) {
        return Boolean.getBoolean("automl.terminal") ? bar(System.err) : lines(out);
    }

    /** Tells nobody. */
    static SuiteProgress silent() {
        return new SuiteProgress() {};
    }

    /** A line for each cell. */
    static SuiteProgress lines(PrintStream out) {
        return new LineProgress(out);
    }

    /** One line that is drawn again and again, for a terminal; failures stay above it. */
    static SuiteProgress bar(PrintStream terminal) {
        return new BarProgress(terminal);
    }
}
