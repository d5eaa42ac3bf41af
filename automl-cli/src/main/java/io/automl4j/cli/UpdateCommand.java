package io.automl4j.cli;

import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.ModelUpdate;
import io.automl4j.tabular.Updated;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets a model learn new rows. */
@Command(
        name = "update",
        description = {
            "Lets a model learn new rows: its networks go on, and the ensemble is chosen anew.",
            "Refused, with exit code 5, if on new rows kept apart the model is worse than before, or hardly",
            "better than the same answer for every row."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class UpdateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private RowsOption data = new RowsOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the updated model; the old one may be replaced.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--budget",
            defaultValue = "60s",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description = "How long networks may train; default: ${DEFAULT-VALUE}.")
    private Duration budget = Duration.ofSeconds(60);

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The seed of everything random; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many members train at a time; default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads is %d, but must be at least 1.".formatted(threads));
        }
        FileChecks checks = new FileChecks(spec.commandLine());
        checks.writable("--out", out);
        checks.different("--out", out, "--data", data.file());
        data.check();
        AutoModel old = model.load();
        Table rows = data.read(old.schema());
        Updated updated =
                ModelUpdate.of(old).budget(budget).seed(seed).threads(threads).run(rows);
        updated.model().save(out);
        updated.warnings().forEach(data::warn);
        summary(updated);
        return ExitCode.OK;
    }

    private void summary(Updated updated) throws IOException {
        PrintWriter printer = spec.commandLine().getOut();
        printer.printf(
                "%s %s, before %s, on %s kept apart%n",
                updated.metric(),
                Display.score(updated.after()),
                Display.score(updated.before()),
                Display.count(updated.kept(), "new row"));
        printer.printf(
                "%s learned by %s%n",
                Display.count(updated.learned(), "new row"), Display.count(updated.continued(), "network"));
        printer.println(Display.ensemble(updated.model()));
        printer.printf("model: %s (%s)%n", out, Display.size(Files.size(out)));
        printer.flush();
    }
}
