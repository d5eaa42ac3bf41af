package io.automl4j.cli;

/** Whether a person watches. */
final class Terminal {
    /** Set by the launcher, which can ask about standard error alone; {@code System.console()} cannot. */
    private static final String PROPERTY = "automl.terminal";

    private Terminal() {}

    static boolean isWatched() {
        return Boolean.getBoolean(PROPERTY);
    }
}
