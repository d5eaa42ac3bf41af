package io.automl4j.cli;

import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.KnowledgeRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the search explores, for how long, and what it keeps. */
final class StrategyOptions {
    /** What a work directory calls the place where the run is recorded. */
    private static final String RECORD = "record";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--budget",
            defaultValue = "60s",
            paramLabel = "TIME",
            converter = BudgetConverter.class,
            description = "From start to model file: 500ms, 60s, 10m, 1h30m, PT1H; default: ${DEFAULT-VALUE}.")
    private Duration time = Duration.ofSeconds(60);

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "How many configurations are tried, instead of --budget or beside it.")
    @Nullable
    private Long trials;

    @Option(
            names = "--deterministic",
            description = "The same model for any number of threads, and after --resume; needs --trials.")
    private boolean deterministic;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description =
                    "evolution, random, nsga2, aging, smac or tpe, perhaps with a schedule (asha, halving, hyperband,"
                            + " race, folds, whole): tpe+hyperband. Default: evolution.")
    @Nullable
    private String strategy;

    @Option(
            names = "--objectives",
            split = ",",
            paramLabel = "NAME",
            description = "What is to be small besides the loss: latency, size, time.")
    private List<String> objectives = new ArrayList<>();

    @Option(
            names = "--constraint",
            paramLabel = "BOUND",
            converter = ConstraintConverter.class,
            description =
                    "What the model is to keep: 'latency<50us' a row, 'size<10mb', 'time<30s' a fold; repeatable.")
    private List<Constraint> constraints = new ArrayList<>();

    @Option(
            names = "--knowledge",
            paramLabel = "DIR",
            description =
                    "Begins with what did best on past tables, those of this knowledge base among them (see automl portfolio build).")
    @Nullable
    private Path knowledge;

    @Option(
            names = "--record",
            paramLabel = "DIR/NAME",
            description =
                    "Adds what is found about configurations to the knowledge base DIR, under the name of a table.")
    @Nullable
    private Path record;

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description = "Keeps what is found, so that --resume DIR can go on after the end of the process.")
    @Nullable
    private Path workDirectory;

    /** Refuses what no table can make right. */
    void check() {
        if (trials != null && trials < 1) {
            throw refuse("--trials is %d, but must be at least 1.".formatted(trials));
        }
        if (deterministic && trials == null) {
            throw refuse("--deterministic needs --trials: how much is tried in a time differs from run to run.");
        }
        if (deterministic && given("--budget")) {
            throw refuse("--deterministic: a run that ends by --budget differs from run to run. Maybe leave it out.");
        }
        if (workDirectory != null && Files.isRegularFile(workDirectory)) {
            throw refuse("--work-dir: '%s' is a file, but must be a directory.".formatted(workDirectory));
        }
        checked("--strategy", () -> strategy(AutoMl.builder()));
        checked("--objectives", () -> goals(AutoMl.builder()));
        checked("--objectives, --constraint", in(AutoMl.builder())::build);
    }

    private void checked(String options, Runnable choice) {
        try {
            choice.run();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), options + ": " + e.getMessage(), e);
        }
    }

    Budget budget() {
        if (trials == null) {
            return Budget.of(time);
        }
        return given("--budget") ? new Budget(time, trials) : Budget.trials(trials);
    }

    Optional<Path> workDirectory() {
        return Optional.ofNullable(workDirectory);
    }

    /** The budget of a run that is resumed: what is given takes the place of what it had. */
    Budget again(Budget before) {
        return new Budget(given("--budget") ? time : before.time(), trials == null ? before.trials() : trials);
    }

    /** These choices in a builder. */
    AutoMlBuilder in(AutoMlBuilder builder) {
        builder.budget(budget()).determinism(deterministic ? Determinism.REPRODUCIBLE : Determinism.FAST);
        strategy(builder);
        goals(builder);
        if (knowledge != null) {
            builder.knowledge(knowledge);
        }
        recordIn(builder);
        return workDirectory == null ? builder : builder.workDirectory(workDirectory);
    }

    private void strategy(AutoMlBuilder builder) {
        if (strategy != null) {
            builder.strategy(strategy);
        }
    }

    private void goals(AutoMlBuilder builder) {
        builder.objectives(objectives.stream().map(Objectives::named).toArray(Objective[]::new))
                .constraints(constraints.toArray(Constraint[]::new));
    }

    /** Where it is recorded, as given or as the run that is resumed had it. */
    void recordIn(AutoMlBuilder builder) {
        Optional.ofNullable(record)
                .or(() -> builder.note(RECORD).map(Path::of))
                .ifPresent(place -> builder.recorder(recorder(place))
                        .note(RECORD, place.toAbsolutePath().toString()));
    }

    private KnowledgeRecorder recorder(Path place) {
        Path folder = place.getParent();
        if (folder == null || place.getFileName() == null) {
            throw refuse("--record is '%s', but must be a directory and the name of a table in it, such as kb/wine."
                    .formatted(place));
        }
        try {
            return new KnowledgeRecorder(folder, place.getFileName().toString());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--record: " + e.getMessage(), e);
        }
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private ParameterException refuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
