package io.automl4j.cli;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above all others. */
@Command(
        name = "automl",
        description = "Finds, trains and ships the best model for a table.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 done, 1 a bug, 2 usage or a missing file, 3 bad data or model file,",
            "4 nothing could be fitted, 5 an update was refused, 130 Ctrl-C (the best model so far is written)."
        })
final class AutoMlCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** The whole command line: our own commands, then those of other modules by name. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new AutoMlCommand());
        List.of(
                        new FitCommand(),
                        new PredictCommand(),
                        new UpdateCommand(),
                        new LeaderboardCommand(),
                        new InspectCommand(),
                        new ExplainCommand(),
                        new PortfolioCommand())
                .forEach(line::addSubcommand);
        ServiceLoader.load(CliCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(CommandLine::new)
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(line::addSubcommand);
        Failures failures = new Failures();
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
