package io.automl4j.cli;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rows that a model is given. */
final class RowsOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The rows: the training table's columns in any order.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Mixin
    private FormatOptions format = new FormatOptions();

    Path file() {
        return file;
    }

    /** Refuses a file that cannot be read. */
    void check() {
        new FileChecks(spec.commandLine()).readable("--data", file);
    }

    /** Reads columns as in training; what is strange about them is told on standard error. */
    Table read(Schema wanted) {
        return format.reader().like(wanted).warnings(this::warn).read(file);
    }

    /** Tells on standard error what the model does not know of rows. */
    void warnOfUnknowns(AutoModel model, Table rows) {
        model.unknowns(rows).forEach(this::warn);
    }

    void warn(DataWarning warning) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("warning: " + warning.toString().replace(System.lineSeparator(), " "));
        err.flush();
    }
}
