package io.automl4j.cli;

/** Whether a person watches. */
final class Terminal {
    /** Set by the launcher, which can ask about standard error alone; Java 17 cannot. */
    private static final String PROPERTY = "automl.terminal";

    private Terminal() {}

    static boolean isWatched() {
        String told = System.getProperty(PROPERTY);
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }
}
