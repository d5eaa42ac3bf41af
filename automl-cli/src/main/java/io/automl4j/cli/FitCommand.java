package io.automl4j.cli;

import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.TableReader;
import io.automl4j.tabular.validation.TaskInference;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Searches for the best model of a table and writes it to a file. */
@Command(
        name = "fit",
        description = "Searches for the best model of a table and writes it to a file.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class FitCommand implements Callable<Integer> {
    private static final Set<String> AGAIN =
            Set.of("--resume", "--data", "--model", "--budget", "--trials", "--record");
    /** How data is read: the options of these fields. */
    private static final Set<String> READING = Set.of("columns", "format");
    /** What a work directory calls the place of the model. */
    private static final String MODEL = "model";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "The training table: .csv, .tsv, .arff, perhaps with .gz.")
    @Nullable
    private Path data;

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Mixin
    private SearchOptions search = new SearchOptions();

    @Option(names = "--model", paramLabel = "FILE", description = "Where to write the model.")
    @Nullable
    private Path model;

    @Option(
            names = "--warm-start-from",
            paramLabel = "FILE",
            description =
                    "An earlier model, with whose networks the search begins: their configurations, and their weights"
                            + " unless it has learned these rows.")
    @Nullable
    private Path earlier;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Goes on with the run of a --work-dir. Data, target, limits and model file are those of the"
                    + " run; each may be given again, data only if it is the same.")
    @Nullable
    private Path resumed;

    @Override
    public Integer call() throws IOException {
        if (resumed != null) {
            return resume(resumed);
        }
        Path from = required("--data", data);
        Path to = required("--model", model);
        columns.check();
        checkTogether(to);
        List<DataWarning> noticed = new ArrayList<>();
        Table table = checkedTable(from, to, noticed);
        AutoMlBuilder builder = search.builder()
                .warnings(noticed)
                .note(MODEL, to.toAbsolutePath().toString());
        if (earlier != null) {
            builder.warmStartFrom(AutoModel.load(earlier));
        }
        return conduct(builder, search.budget(), to, run -> run.fit(table));
    }

    /** Refuses what excludes each other. */
    private void checkTogether(Path to) {
        Optional<Path> folder = search.workDirectory();
        if (folder.isPresent() && absolute(folder.get()).equals(absolute(to))) {
            throw refuse("--model: '%s' is the --work-dir too. Take another name.".formatted(to));
        }
        if (earlier != null) {
            new FileChecks(spec.commandLine()).readable("--warm-start-from", earlier);
            if (folder.isPresent()) {
                throw refuse(
                        "--warm-start-from: a --work-dir cannot keep the model to begin with. Leave one of them out.");
            }
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private ParameterException refuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Path required(String option, @Nullable Path given) {
        if (given == null) {
            throw refuse("Missing required option: '" + option + "=FILE'");
        }
        return given;
    }

    private int resume(Path folder) throws IOException {
        spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !mayBeGivenAgain(option))
                .map(OptionSpec::longestName)
                .findFirst()
                .ifPresent(option -> {
                    throw refuse("%s: --resume takes it from the run. Leave it out.".formatted(option));
                });
        if (!Files.isDirectory(folder)) {
            String why = Files.exists(folder) ? "'%s' is no folder." : "there is no folder '%s'.";
            throw refuse("--resume: " + why.formatted(folder));
        }
        AutoMlBuilder builder = AutoMl.resuming(folder);
        Path to = required(
                "--model",
                model != null ? model : builder.note(MODEL).map(Path::of).orElse(null));
        new FileChecks(spec.commandLine()).writable("--model", to);
        search.recordIn(builder);
        checked("--budget, --trials", () -> builder.budget(search.budgetAgain(builder.budget())));
        checked("--resume", builder::build);
        if (data == null) {
            return conduct(builder, builder.budget(), to, AutoMl::resume);
        }
        columns.check();
        new FileChecks(spec.commandLine()).readable("--data", data);
        Table given = read(data, table -> TaskInference.infer(table, builder.task()), new ArrayList<>());
        return conduct(builder, builder.budget(), to, run -> run.resume(given));
    }

    private void checked(String options, Runnable choice) {
        try {
            choice.run();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), options + ": " + e.getMessage(), e);
        }
    }

    private boolean mayBeGivenAgain(OptionSpec option) {
        boolean reading = spec.mixins().entrySet().stream()
                .filter(mixin -> READING.contains(mixin.getKey()))
                .flatMap(mixin -> mixin.getValue().options().stream())
                .anyMatch(one -> one.longestName().equals(option.longestName()));
        return AGAIN.contains(option.longestName()) || (reading && data != null);
    }

    /** Runs, and writes the model. */
    private int conduct(AutoMlBuilder builder, Budget budget, Path to, Function<AutoMl, AutoModel> fit)
            throws IOException {
        Watch watch = Watch.sinceJvmStart(NanoClock.SYSTEM, budget);
        PrintWriter err = spec.commandLine().getErr();
        AutoModel fitted;
        int code;
        try (Progress progress = Progress.of(watch, err)) {
            AutoMl run = builder.clock(watch.clock())
                    .startedAt(watch.startedAt())
                    .listener(progress)
                    .build();
            try (Interruption interruption = Interruption.watch(run::stop, err)) {
                fitted = fit.apply(run);
                fitted.save(to);
                code = interruption.exitCode();
            }
        }
        // of a run that was resumed, what it took before counts too
        Duration before = fitted.report().provenance().spent();
        summary(fitted, to, before.compareTo(watch.spent()) > 0 ? before : watch.spent());
        return code;
    }

    /** Refuses all that can be refused before the search. */
    private Table checkedTable(Path from, Path to, List<DataWarning> noticed) {
        FileChecks checks = new FileChecks(spec.commandLine());
        search.check();
        checks.writable("--model", to);
        checks.readable("--data", from);
        checks.different("--model", to, "--data", from);
        return read(
                from,
                table -> {
                    Task task = search.taskOf(table);
                    search.checkMetric(task);
                    return task;
                },
                noticed);
    }

    /** The table, whose target is read once more where its numbers are labels. */
    private Table read(Path from, Function<Table, Task> taskOf, List<DataWarning> noticed) {
        TableReader reader = format.reader().warnings(noticed::add);
        Table table = columns.read(reader, from);
        if (taskOf.apply(table).type().isClassification() && columns.hasNumbersForLabels(table)) {
            noticed.clear();
            return columns.readWithLabels(reader, from);
        }
        return table;
    }

    private void summary(AutoModel fitted, Path file, Duration spent) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s %s on validation rows, after %s in %s%n",
                fitted.report().metric(),
                Display.score(fitted.report().score()),
                Display.count(configurations(fitted), "configuration"),
                Display.time(spent));
        out.println(Display.ensemble(fitted));
        out.printf("model: %s (%s)%n", file, Display.size(Files.size(file)));
        out.flush();
    }

    /** A configuration that was tried on one fold and then on all is two rows and one configuration; the baseline has none. */
    private static long configurations(AutoModel model) {
        return model.leaderboard().stream()
                .filter(row -> row.isTried() && !row.configuration().equals(Configuration.EMPTY))
                .map(row -> row.learner() + row.configuration())
                .distinct()
                .count();
    }
}
