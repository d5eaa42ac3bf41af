package io.automl4j.cli;

import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
            "Predicts the rows of a table, in their order; a target among its columns is ignored.",
            "Writes the column 'prediction' and, for classes, 'probability_<class>' for each class; with --coverage also where the "
                    + "truth may lie."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class PredictCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private RowsOption data = new RowsOption();

    @Mixin
    private OutOption out = new OutOption();

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
        out.check(data, model);
        data.check();
        AutoModel loaded = decision.of(point.of(model.load()));
        Table table = data.read(loaded.requiredColumns());
        data.warnOfUnknowns(loaded, table);
        PredictedRows rows = loaded.predict(table, Runtime.getRuntime().availableProcessors());
        PredictionCsv csv = new PredictionCsv(loaded.task(), rows, coverage(loaded.task(), rows));
        out.write(csv::write);
        if (out.isFile()) {
            summary(table.rows());
        }
        return ExitCode.OK;
    }

    private void summary(int rows) throws IOException {
        PrintWriter writer = spec.commandLine().getOut();
        writer.printf(
                "%s: %s (%s)%n", Display.count(rows, "prediction"), out.file(), Display.size(Files.size(out.file())));
        writer.flush();
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
}
