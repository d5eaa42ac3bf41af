package io.automl4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a JVM of its own. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader err;

    private Child(Process process) {
        this.process = process;
        this.err = process.errorReader();
    }

    /**
     * Starts a command.
     *
     * @param options of the JVM
     * @param args of the command line
     */
    static Child start(List<String> options, Object... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return new Child(new ProcessBuilder(command).start());
    }

    /** Reads standard error up to a line that holds a text; false if it ended before. */
    boolean says(String text) {
        return err.lines().anyMatch(line -> line.contains(text));
    }

    /** Runs a shell command in which {@code PID} stands for this process. */
    void shell(String command) throws IOException, InterruptedException {
        String whole = command.replace("PID", Long.toString(process.pid()));
        new ProcessBuilder("sh", "-c", whole).start().waitFor();
    }

    /** The rest of standard error and the exit code; standard output is not read. */
    Cli end() throws InterruptedException {
        String rest = String.join("\n", err.lines().toList());
        return new Cli(process.waitFor(), "", rest);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
