package io.automl4j.cli;

import com.google.auto.service.AutoService;
import io.automl4j.onnx.OnnxModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a model for other runtimes. */
@AutoService(CliCommand.class)
@Command(
        name = "export",
        description = {
            "Writes a model for other runtimes, with its preprocessing inside.",
            "ONNX has an input for each column: numbers and seconds since 1970 as double, all else as text."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
public final class ExportCommand implements CliCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "The form of the file: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.ONNX;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private PointOption point = new PointOption();

    /** The values of {@code --format}. */
    private enum Format {
        ONNX;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A command for {@link java.util.ServiceLoader}. */
    public ExportCommand() {}

    @Override
    public Integer call() throws IOException {
        if (out.toString().equals("-")) {
            throw new ParameterException(
                    spec.commandLine(), "--out: a model is no text to print. Maybe name a file: --out model." + format);
        }
        FileChecks checks = new FileChecks(spec.commandLine());
        checks.writable("--out", out);
        checks.different("--out", out, "--model", model.file());
        OnnxModel.of(point.of(model.load())).save(out);
        PrintWriter writer = spec.commandLine().getOut();
        writer.printf("%s: %s (%s)%n", format, out, Display.size(Files.size(out)));
        writer.flush();
        return ExitCode.OK;
    }
}
