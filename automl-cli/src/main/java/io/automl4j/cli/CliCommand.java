package io.automl4j.cli;

import java.util.concurrent.Callable;

/**
 * A subcommand from another module: an implementation annotated with picocli's {@code @Command}, registered for {@link
 * java.util.ServiceLoader}. It returns one of {@link ExitCode}; what it throws is reported as for every other command.
 */
public interface CliCommand extends Callable<Integer> {}
