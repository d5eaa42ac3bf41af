package io.automl4j.cli;

import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.validation.TaskInference;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches for the best model of a table and writes it to a file. */
@Command(
        name = "fit",
        description = "Searches for the best model of a table and writes it to a file.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class FitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The training table: .csv, .tsv, .arff, perhaps with .gz.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private SearchOptions search = new SearchOptions();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Where to write the model.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() throws IOException {
        Watch watch = Watch.sinceJvmStart(NanoClock.SYSTEM, search.budget());
        FileChecks checks = new FileChecks(spec.commandLine());
        search.check();
        checks.writable("--model", file);
        Table table = columns.read(checks.readable("--data", data));
        TaskType type = TaskInference.infer(table, search.task().type()).type();
        search.checkMetric(type);

        PrintWriter err = spec.commandLine().getErr();
        try (Progress progress = Progress.of(watch, err)) {
            AutoMl run = search.builder()
                    .clock(watch.clock())
                    .startedAt(watch.startedAt())
                    .listener(progress)
                    .build();
            try (Interruption interruption = Interruption.watch(run::stop, err)) {
                AutoModel model = run.fit(table);
                model.save(file);
                progress.close();
                summary(model, watch);
                return interruption.exitCode();
            }
        }
    }

    private void summary(AutoModel model, Watch watch) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s %s on validation rows, after %s in %s%n",
                model.report().metric(),
                Display.score(model.report().score()),
                Display.count(model.leaderboard().size(), "trial"),
                Display.time(watch.spent()));
        out.printf(
                "ensemble: %s%n",
                model.members().stream().map(FitCommand::share).collect(Collectors.joining(", ")));
        out.printf("model: %s (%s)%n", file, Display.size(Files.size(file)));
        out.flush();
    }

    private static String share(Member member) {
        return String.format(Locale.ROOT, "%.0f %% %s", 100 * member.weight(), member.learner());
    }
}
