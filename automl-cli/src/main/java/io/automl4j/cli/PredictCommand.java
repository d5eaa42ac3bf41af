package io.automl4j.cli;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Predicts the rows of a table. */
@Command(
        name = "predict",
        description = {
            "Predicts the rows of a table, in their order.",
            "Writes the column 'prediction' and, for classes, 'probability_<class>' for each class; with --coverage also where the "
                    + "truth may lie."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class PredictCommand implements Callable<Integer> {
    private static final Path STANDARD_OUT = Path.of("-");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The rows: the training table's columns in any order; a target is ignored.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the predictions, as CSV in UTF-8; '-' for standard output.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private PointOption point = new PointOption();

    @Mixin
    private DecisionOptions decision = new DecisionOptions();

    @Option(
            names = "--coverage",
            paramLabel = "PROBABILITY",
            description =
                    "Adds where the truth lies with this probability, such as 0.9: the columns 'lower' and 'upper' of numbers, "
                            + "for classes the column 'set', with a | between two.")
    private @Nullable Double coverage;

    @Override
    public Integer call() throws IOException {
        FileChecks checks = new FileChecks(spec.commandLine());
        boolean toFile = !out.equals(STANDARD_OUT);
        if (toFile) {
            checks.writable("--out", out);
        }
        checks.readable("--data", data);
        if (toFile) {
            checks.different("--out", out, "--data", data);
            checks.different("--out", out, "--model", model.file());
        }
        PrintWriter err = spec.commandLine().getErr();
        AutoModel loaded = decision.of(point.of(model.load()));
        Table table = format.reader()
                .like(loaded.requiredColumns())
                .warnings(warning -> warn(err, warning))
                .read(data);
        loaded.unknowns(table).forEach(warning -> warn(err, warning));
        PredictedRows rows = loaded.predict(table, Runtime.getRuntime().availableProcessors());
        PredictionCsv csv = new PredictionCsv(loaded.task(), rows, coverage(loaded.task(), rows));
        if (toFile) {
            csv.write(out);
        } else {
            PrintWriter writer = spec.commandLine().getOut();
            csv.write(writer);
            writer.flush();
        }
        return ExitCode.OK;
    }

    /** Refuses what the model cannot tell before anything is written. */
    private OptionalDouble coverage(Task task, PredictedRows rows) {
        if (coverage == null) {
            return OptionalDouble.empty();
        }
        try {
            PredictionCsv.check(task, rows, coverage);
            return OptionalDouble.of(coverage);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--coverage: " + e.getMessage(), e);
        }
    }

    private static void warn(PrintWriter err, DataWarning warning) {
        err.println("warning: " + warning.toString().replace(System.lineSeparator(), " "));
        err.flush();
    }
}
