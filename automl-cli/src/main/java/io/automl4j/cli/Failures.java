package io.automl4j.cli;

import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.NoSuchDeviceException;
import io.automl4j.api.NothingFittedException;
import io.automl4j.api.UpdateRefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what was thrown into a message for people and an exit code for scripts; never a stack trace on the screen. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("automl: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.printf("Try '%s --help'.%n", line.getCommandSpec().qualifiedName());
        }
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        return report(e, line.getErr());
    }

    /**
     * Reports an error and says which exit code it has.
     *
     * @param e what was thrown
     * @param err where the message goes
     * @return the exit code
     */
    public static int report(Throwable e, PrintWriter err) {
        if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return ioError(unchecked.getCause(), what(unchecked), err);
        }
        if (e instanceof DataException || e instanceof ModelFileException) {
            return say(err, String.valueOf(e.getMessage()), ExitCode.BAD_DATA);
        }
        if (e instanceof NoSuchDeviceException) {
            return say(err, String.valueOf(e.getMessage()), ExitCode.USAGE);
        }
        if (e instanceof NothingFittedException) {
            return say(err, String.valueOf(e.getMessage()), ExitCode.NOTHING_FITTED);
        }
        if (e instanceof UpdateRefusedException) {
            return say(err, String.valueOf(e.getMessage()), ExitCode.REFUSED);
        }
        if (e instanceof OutOfMemoryError) {
            String hint = "Out of memory (%s).%nMaybe give Java more: JAVA_OPTS=-Xmx8g ./automl …";
            return say(err, hint.formatted(e.getMessage()), ExitCode.USAGE);
        }
        return e instanceof IOException io ? ioError(io, "", err) : bug(e, err);
    }

    /** What was to be done, where the exception says more than its cause. */
    private static String what(UncheckedIOException e) {
        String message = String.valueOf(e.getMessage());
        return message.equals(String.valueOf(e.getCause())) ? "" : message + " ";
    }

    private static int ioError(IOException e, String what, PrintWriter err) {
        boolean content =
                e instanceof ZipException || e instanceof EOFException || e instanceof CharacterCodingException;
        return say(err, what + reason(e), content ? ExitCode.BAD_DATA : ExitCode.USAGE);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "There is no file '%s'.".formatted(e.getMessage());
        }
        if (e instanceof AccessDeniedException) {
            return "'%s' must not be accessed.".formatted(e.getMessage());
        }
        String what = e.getMessage() == null ? "Reading or writing failed" : e.getMessage();
        return "%s (%s).".formatted(what, e.getClass().getSimpleName());
    }

    private static int bug(Throwable e, PrintWriter err) {
        String what = String.valueOf(e).lines().findFirst().orElse("");
        return say(err, "This is a bug: %s (details in %s)".formatted(what, log(e)), ExitCode.BUG);
    }

    private static String log(Throwable e) {
        try {
            Path log = Files.createTempFile("automl-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log))) {
                String.join(System.lineSeparator(), new VersionText().getVersion())
                        .lines()
                        .forEach(writer::println);
                e.printStackTrace(writer);
            }
            return log.toString();
        } catch (IOException unwritable) {
            return "no log, because " + unwritable;
        }
    }

    private static int say(PrintWriter err, String message, int code) {
        err.println("automl: " + message);
        return code;
    }
}
