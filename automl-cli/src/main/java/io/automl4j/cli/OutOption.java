package io.automl4j.cli;

import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a text goes: to a file, which appears whole or not at all, or to standard output. */
final class OutOption {
    private static final Path STANDARD_OUT = Path.of("-");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write it, in UTF-8; '-' for standard output.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    /** Writes a text. */
    @FunctionalInterface
    interface Text {
        void to(Writer writer) throws IOException;
    }

    boolean isFile() {
        return !file.equals(STANDARD_OUT);
    }

    Path file() {
        return file;
    }

    /** Refuses a place where nothing can be written, and to write over what is read. */
    void check(RowsOption rows, ModelOption model) {
        if (isFile()) {
            FileChecks checks = new FileChecks(spec.commandLine());
            checks.writable("--out", file);
            checks.different("--out", file, "--data", rows.file());
            checks.different("--out", file, "--model", model.file());
        }
    }

    void write(Text text) throws IOException {
        if (isFile()) {
            AtomicFile.write(file, draft -> {
                try (Writer writer = Files.newBufferedWriter(draft, StandardOpenOption.CREATE_NEW)) {
                    text.to(writer);
                }
            });
        } else {
            PrintWriter writer = spec.commandLine().getOut();
            text.to(writer);
            if (writer.checkError()) {
                throw new IOException("Standard output takes no more: what was written ends too early.");
            }
        }
    }
}
