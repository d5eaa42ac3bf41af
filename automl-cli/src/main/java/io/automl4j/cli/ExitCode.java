package io.automl4j.cli;

/** What the exit code of the command line means; scripts rely on it. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** A bug of this library. */
    public static final int BUG = 1;
    /** Wrong options, a file that is not there or cannot be written, a device that this machine lacks. */
    public static final int USAGE = 2;
    /** Data that cannot be used; a model file that is damaged or newer. */
    public static final int BAD_DATA = 3;
    /** Not one model could be fitted. */
    public static final int NOTHING_FITTED = 4;
    /** An update did not prove itself; the model is as it was. */
    public static final int REFUSED = 5;
    /** Ctrl-C; the best model so far is written. */
    public static final int INTERRUPTED = 130;
    /** Ended by {@code kill}; the best model so far is written. */
    public static final int TERMINATED = 143;

    private ExitCode() {}
}
