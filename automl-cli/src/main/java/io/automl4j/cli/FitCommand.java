package io.automl4j.cli;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.TableReader;
import io.automl4j.tabular.validation.TaskInference;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private FormatOptions format = new FormatOptions();

    @Mixin
    private SearchOptions search = new SearchOptions();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Where to write the model.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() throws IOException {
        Watch watch = Watch.sinceJvmStart(NanoClock.SYSTEM, search.budget());
        List<DataWarning> noticed = new ArrayList<>();
        Table table = checkedTable(noticed);
        PrintWriter err = spec.commandLine().getErr();
        AutoModel model;
        int code;
        try (Progress progress = Progress.of(watch, err)) {
            AutoMl run = search.builder()
                    .clock(watch.clock())
                    .startedAt(watch.startedAt())
                    .listener(progress)
                    .warnings(noticed)
                    .build();
            try (Interruption interruption = Interruption.watch(run::stop, err)) {
                model = run.fit(table);
                model.save(file);
                code = interruption.exitCode();
            }
        }
        summary(model, watch);
        return code;
    }

    /** Refuses all that can be refused before the search. */
    private Table checkedTable(List<DataWarning> noticed) {
        FileChecks checks = new FileChecks(spec.commandLine());
        search.check();
        checks.writable("--model", file);
        checks.readable("--data", data);
        checks.different("--model", file, "--data", data);
        TableReader reader = format.reader().warnings(noticed::add);
        Table table = columns.read(reader, data);
        TaskType type = TaskInference.infer(table, search.task().type()).type();
        search.checkMetric(type);
        if (type.isClassification() && columns.hasNumbersForLabels(table)) {
            noticed.clear();
            return columns.readWithLabels(reader, data);
        }
        return table;
    }

    private void summary(AutoModel model, Watch watch) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s %s on validation rows, after %s in %s%n",
                model.report().metric(),
                Display.score(model.report().score()),
                Display.count(model.leaderboard().size(), "trial"),
                Display.time(watch.spent()));
        out.printf("ensemble of %s: %s%n", Display.count(model.members().size(), "member"), shares(model));
        out.printf("model: %s (%s)%n", file, Display.size(Files.size(file)));
        out.flush();
    }

    /** The share of each learner, the greatest first. */
    private static String shares(AutoModel model) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Member member : model.members()) {
            shares.merge(member.learner(), member.weight(), Double::sum);
        }
        return shares.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(share -> String.format(Locale.ROOT, "%s %.0f %%", share.getKey(), 100 * share.getValue()))
                .collect(Collectors.joining(", "));
    }
}
