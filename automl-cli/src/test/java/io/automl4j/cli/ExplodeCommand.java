package io.automl4j.cli;

import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.NothingFittedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A subcommand as another module would add it; it fails in the way that is asked for. */
@Command(name = "explode", description = "Fails.")
public final class ExplodeCommand implements CliCommand {
    @Parameters(arity = "0..1")
    private String how = "";

    @Override
    public Integer call() throws IOException {
        switch (how) {
            case "data" -> throw new DataException("Column 'a' is odd.");
            case "model" -> throw new ModelFileException("It is damaged.");
            case "nothing" -> throw new NothingFittedException("Not one.");
            case "missing" -> throw new UncheckedIOException(new NoSuchFileException("gone.csv"));
            case "content" -> throw new EOFException("ended early");
            case "disk" -> throw new IOException("No space left on device");
            case "memory" -> throw new OutOfMemoryError("Java heap space");
            case "bug" -> throw new IllegalStateException("two\nlines");
            default -> {
                return ExitCode.OK;
            }
        }
    }
}
