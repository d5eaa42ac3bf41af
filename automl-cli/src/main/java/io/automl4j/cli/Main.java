package io.automl4j.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        // UTF-8 whatever the locale: under LANG=C Java 17 would turn labels into question marks
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command. Errors below exceptions, which picocli lets through, are reported like exceptions. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return AutoMlCommand.commandLine().setOut(out).setErr(err).execute(args);
        } catch (OutOfMemoryError | LinkageError | StackOverflowError | AssertionError e) {
            return Failures.report(e, err);
        }
    }
}
