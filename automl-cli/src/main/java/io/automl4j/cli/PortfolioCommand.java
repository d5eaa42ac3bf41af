package io.automl4j.cli;

import io.automl4j.api.run.NanoClock;
import io.automl4j.meta.Candidate;
import io.automl4j.meta.CandidateFile;
import io.automl4j.tabular.KnowledgeBuild;
import io.automl4j.tabular.KnowledgeBuild.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is learned from past tables, so that searches begin better. */
@Command(
        name = "portfolio",
        description = "Learns from past tables with which configurations a search begins best.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = {PortfolioCommand.Candidates.class, PortfolioCommand.Build.class, PortfolioReportCommand.class})
final class PortfolioCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which of its commands?");
    }

    /** Puts published configurations beside the design. */
    @Command(
            name = "candidates",
            description = "Takes networks that others tuned, for the next build to try beside its own configurations.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionText.class,
            sortOptions = false)
    static final class Candidates implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(
                names = "--tuned",
                required = true,
                paramLabel = "FILE",
                description =
                        "CSV with dataset, model (mlp or resnet), n_blocks, d_block, dropout, lr, weight_decay, …")
        private Path tuned = Path.of("");

        @Option(
                names = "--data",
                required = true,
                paramLabel = "DIR",
                description = "A folder of tables; what was tuned on one that is not built from is left out.")
        private Path data = Path.of("");

        @Option(
                names = "--split",
                required = true,
                paramLabel = "NAME",
                description = "The tables that are built from.")
        private String split = "";

        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "The folder of the knowledge base, which gets a candidates.json.")
        private Path out = Path.of("");

        @Override
        public Integer call() {
            List<Candidate> candidates = KnowledgeBuild.candidates(tuned, data, split, out);
            PrintWriter print = spec.commandLine().getOut();
            print.printf("%d candidates in %s%n", candidates.size(), out.resolve(CandidateFile.NAME));
            print.flush();
            return ExitCode.OK;
        }
    }

    /** Tries the same configurations on every table of a folder. */
    @Command(
            name = "build",
            description =
                    "Tries the same configurations on every table of a folder, and keeps what they reached. What is"
                            + " there already is not tried again.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionText.class,
            sortOptions = false)
    static final class Build implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(
                names = "--data",
                required = true,
                paramLabel = "DIR",
                description =
                        "A folder with index.json: [{\"name\": …, \"file\": …, \"target\": …, \"task\": \"binary\"}, …]")
        private Path data = Path.of("");

        @Option(names = "--split", paramLabel = "NAME", description = "Only tables with this split in the index.")
        @Nullable
        private String split;

        @Option(names = "--tables", paramLabel = "NAME", split = ",", description = "Only these tables.")
        private List<String> only = List.of();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                defaultValue = "knowledge",
                description = "The folder of the knowledge base, with a file for each table (${DEFAULT-VALUE}).")
        private Path out = Path.of("");

        @Option(
                names = "--learners",
                paramLabel = "NAME",
                split = ",",
                description = "Whose configurations are tried; by default all that are not opt-in.")
        private List<String> learners = List.of();

        @Option(
                names = "--budget",
                paramLabel = "TIME",
                defaultValue = "1h",
                converter = BudgetConverter.class,
                description = "No table is begun after it (${DEFAULT-VALUE}).")
        private Duration budget = Duration.ofHours(1);

        @Option(
                names = "--per-table",
                paramLabel = "TIME",
                defaultValue = "20m",
                converter = BudgetConverter.class,
                description = "What a table may take; the rest waits for the next build (${DEFAULT-VALUE}).")
        private Duration perTable = Duration.ofMinutes(20);

        @Option(
                names = "--per-fold",
                paramLabel = "TIME",
                defaultValue = "5s",
                converter = BudgetConverter.class,
                description = "What is expected to train longer on a fold is not tried (${DEFAULT-VALUE}).")
        private Duration perFold = Duration.ofSeconds(5);

        @Option(
                names = "--rows",
                paramLabel = "N",
                defaultValue = "2000",
                description = "Of larger tables so many rows are tried (${DEFAULT-VALUE}).")
        private int rows = 2_000;

        @Option(names = "--threads", paramLabel = "N", description = "Trials at the same time; all cores by default.")
        private int threads = Runtime.getRuntime().availableProcessors();

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The seed (${DEFAULT-VALUE}).")
        private long seed = 1;

        @Override
        public Integer call() {
            KnowledgeBuild.Source tables = new KnowledgeBuild.Source(data, Optional.ofNullable(split), only);
            PrintWriter progress = spec.commandLine().getOut();
            List<Progress> told = new ArrayList<>();
            build().run(tables, budget, NanoClock.SYSTEM, done -> {
                progress.println(line(done));
                progress.flush();
                told.add(done);
            });
            if (told.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("The time did not suffice for any table. Maybe give a longer --budget.");
            }
            return told.stream().anyMatch(done -> done.attempts() > 0) ? ExitCode.OK : ExitCode.NOTHING_FITTED;
        }

        private KnowledgeBuild build() {
            try {
                return new KnowledgeBuild(out, learners, rows, perTable, perFold, threads, seed);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--learners, --rows, --threads: " + e.getMessage(), e);
            }
        }

        private static String line(Progress done) {
            return done.problem().isEmpty()
                    ? "%s: %d configurations, %d of them new, in %s"
                            .formatted(done.table(), done.attempts(), done.tried(), Display.time(done.took()))
                    : "%s: %s".formatted(done.table(), done.problem());
        }
    }
}
