package io.automl4j.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a command to its end or its limit, watches what it and its children take, and lets none of them live on.
 *
 * @param command the words
 * @param log where its output goes
 * @param limit after which it is ended
 */
record ProcessWatch(List<String> command, Path log, Duration limit) {
    private static final Duration GLANCE = Duration.ofMillis(200);
    /** More than half a processor at work for somebody else disturbs a measurement. */
    private static final double DISTURBING = 0.5;
    /** What a shorter process did after the last glance at it cannot be told from what others did. */
    private static final double LEAST_SECONDS = 2;

    /**
     * A process that has ended.
     *
     * @param wallSeconds from its start to its end
     * @param cpuSeconds of all processors; NaN where not known
     * @param peakMemory the largest resident memory in bytes; 0 where not known
     * @param disturbed whether somebody else kept the machine busy
     * @param failure why it failed, or empty
     */
    record Ended(double wallSeconds, double cpuSeconds, long peakMemory, boolean disturbed, String failure) {}

    /**
     * Runs it. A command that cannot be started has failed like any other.
     *
     * @throws InterruptedException if interrupted, or if this JVM is ending; the process is ended then
     */
    Ended run() throws InterruptedException, IOException {
        boolean busyBefore = othersBusy();
        double machineBefore = Machine.busySeconds();
        long start = System.nanoTime();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(Program.nothing())
                    .start();
        } catch (IOException e) {
            return new Ended(0, Double.NaN, 0, busyBefore, String.valueOf(e.getMessage()));
        }
        // Ctrl-C ends this JVM; what it started must not work on
        Thread ending = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(ending);
        Taken taken;
        try {
            taken = watch(process, start);
        } finally {
            end(process);
            removeHook(ending);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double others = Machine.busySeconds() - machineBefore - taken.cpuSeconds();
        boolean disturbed = wall > LEAST_SECONDS && others / wall > DISTURBING;
        return new Ended(
                wall, taken.cpuSeconds(), taken.peakMemory(), busyBefore || disturbed, failure(process, taken, wall));
    }

    /** What a process and its children had taken at the last glance, and whether it was ended for lateness. */
    private record Taken(double cpuSeconds, long peakMemory, boolean late) {}

    private Taken watch(Process process, long start) throws InterruptedException {
        double cpu = Double.NaN;
        long peak = 0;
        boolean late = false;
        while (!process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            List<Long> family = family(process).map(ProcessHandle::pid).toList();
            peak = Math.max(peak, family.stream().mapToLong(Machine::peakMemory).sum());
            double now = family.stream().mapToDouble(Machine::cpuSeconds).sum();
            cpu = Double.isNaN(now) ? cpu : now;
            late = System.nanoTime() - start > limit.toNanos();
            if (late) {
                end(process);
                process.waitFor();
            }
        }
        return new Taken(cpu, peak, late);
    }

    private static Stream<ProcessHandle> family(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Children first: those of a process that has ended cannot be found. */
    private static void end(Process process) {
        List<ProcessHandle> family = family(process).toList();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static void removeHook(Thread ending) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // the process has not failed, but was ended with this JVM: nothing must be recorded of it
            throw new InterruptedException("This JVM is ending.");
        }
    }

    private String failure(Process process, Taken taken, double wall) throws IOException {
        if (taken.late()) {
            return "killed after %.0f s".formatted(wall);
        }
        return process.exitValue() == 0 ? "" : "exit code %d: %s".formatted(process.exitValue(), cause());
    }

    /** The first line that speaks of an error, or else the last one. */
    private String cause() throws IOException {
        // a command may write bytes that are no UTF-8
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.stream()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    /** Whether anybody works at this moment, when we do not. */
    private static boolean othersBusy() throws InterruptedException {
        double before = Machine.busySeconds();
        TimeUnit.MILLISECONDS.sleep(500);
        return (Machine.busySeconds() - before) / 0.5 > DISTURBING;
    }
}
