package io.automl4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Looks at the files of the options before any work is done for them. */
record FileChecks(CommandLine line) {

    /** Refuses a file that is not there. */
    Path readable(String option, Path file) {
        if (!Files.exists(file)) {
            throw refuse("%s: there is no file '%s'.", option, file);
        }
        if (Files.isDirectory(file)) {
            throw refuse("%s: '%s' is a directory.", option, file);
        }
        if (!Files.isRegularFile(file)) {
            throw refuse(
                    "%s: '%s' is no regular file, which is read more than once. Maybe write it to one.", option, file);
        }
        if (!Files.isReadable(file)) {
            throw refuse("%s: '%s' must not be read.", option, file);
        }
        return file;
    }

    /** Refuses a place where no file can appear: hours of search must not end there. */
    Path writable(String option, Path file) {
        Path directory = directory(file);
        if (Files.isDirectory(file)) {
            throw refuse("%s: '%s' is a directory.", option, file);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // the atomic move would replace a device by a file
            throw refuse("%s: '%s' is no regular file.", option, file);
        }
        if (!Files.isDirectory(directory)) {
            throw refuse("%s: there is no directory '%s'.", option, directory);
        }
        try {
            // rights alone do not tell whether a file can be made there
            Files.delete(Files.createTempFile(directory, ".automl", ".tmp"));
        } catch (IOException e) {
            throw refuse("%s: directory '%s' must not be written to.", option, directory);
        }
        return file;
    }

    /** Refuses to write over what is read. */
    void different(String written, Path file, String read, Path other) {
        try {
            if (Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other)) {
                throw refuse("%s: '%s' is the file of %s too, and would be written over.", written, file, read);
            }
        } catch (IOException e) {
            throw refuse(
                    "%s: '%s' cannot be told from the file of %s (%s).",
                    written, file, read, String.valueOf(e.getMessage()));
        }
    }

    static Path directory(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private ParameterException refuse(String message, Object... values) {
        return new ParameterException(line, String.format(Locale.ROOT, message, values));
    }
}
