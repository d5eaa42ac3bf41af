package io.automl4j.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command to its end or its limits, watches what it and its children take, and lets none of them live on.
 *
 * @param command the words
 * @param log where its output goes
 * @param limits at which it is ended
 */
record ProcessWatch(List<String> command, Path log, Limits limits) {
    private static final Duration GLANCE = Duration.ofMillis(200);
    /** More than half a processor at work for somebody else disturbs a measurement. */
    private static final double DISTURBING = 0.5;
    /** Of a shorter process it cannot be told. */
    private static final double LEAST_SECONDS = 2;

    private static final double UNSEEN_SECONDS =
            GLANCE.toMillis() / 1e3 * Runtime.getRuntime().availableProcessors();

    /** By SIGINT and SIGTERM, as shells tell it. */
    private static final int INTERRUPTED = 130;

    private static final int TERMINATED = 143;
    private static final String ENDING = "This JVM is ending.";

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
        Family family = new Family();
        // Ctrl-C ends this JVM; what it started must not work on
        Thread ending = new Thread(family::end);
        addHook(ending);
        long start = System.nanoTime();
        Taken taken;
        try {
            taken = watch(family, start);
        } catch (IOException e) {
            // it cannot be started
            return new Ended(0, Double.NaN, 0, busyBefore, String.valueOf(e.getMessage()));
        } finally {
            family.end();
            removeHook(ending);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        // what the process did after the last glance at it is not known
        double others = Machine.busySeconds() - machineBefore - taken.cpuSeconds() - UNSEEN_SECONDS;
        boolean disturbed = wall > LEAST_SECONDS && others / wall > DISTURBING;
        return new Ended(wall, taken.cpuSeconds(), taken.peakMemory(), busyBefore || disturbed, taken.failure());
    }

    /**
     * At what a process is ended.
     *
     * @param time after its start
     * @param memory resident bytes, those of its children included
     */
    record Limits(Duration time, long memory) {}

    /** What a process and its children had taken at the last glance, and why it failed, if it did. */
    private record Taken(double cpuSeconds, long peakMemory, String failure) {}

    private Taken watch(Family family, long start) throws IOException, InterruptedException {
        Process process = family.start(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(Program.nothing()));
        double cpu = Double.NaN;
        long peak = 0;
        while (!process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            List<Long> numbers = family.numbers();
            if (numbers.isEmpty()) {
                continue; // it is ending
            }
            peak = Math.max(
                    peak, numbers.stream().mapToLong(Machine::peakMemory).sum());
            double now = numbers.stream().mapToDouble(Machine::cpuSeconds).sum();
            cpu = Double.isNaN(now) ? cpu : Math.max(Double.isNaN(cpu) ? 0 : cpu, now);
            String excess = excess(
                    System.nanoTime() - start,
                    numbers.stream().mapToLong(Machine::memory).sum());
            if (!excess.isEmpty()) {
                return new Taken(cpu, peak, excess);
            }
        }
        return new Taken(cpu, peak, failure(process.exitValue()));
    }

    private String excess(long nanos, long memory) {
        if (memory > limits.memory()) {
            return "killed with %d MB of memory, where %d are allowed".formatted(memory >> 20, limits.memory() >> 20);
        }
        return nanos > limits.time().toNanos() ? "killed after %.0f s".formatted(nanos / 1e9) : "";
    }

    /** A process and all children that were ever seen, also those whose parent has ended. */
    private static final class Family {
        private final Set<ProcessHandle> members = ConcurrentHashMap.newKeySet();
        private boolean over;

        /** Starts the process, or nothing if all is over already. */
        synchronized Process start(ProcessBuilder builder) throws IOException, InterruptedException {
            if (over) {
                throw new InterruptedException(ENDING);
            }
            Process process = builder.start();
            members.add(process.toHandle());
            return process;
        }

        List<Long> numbers() {
            members.addAll(members.stream().flatMap(ProcessHandle::descendants).toList());
            return members.stream()
                    .filter(ProcessHandle::isAlive)
                    .map(ProcessHandle::pid)
                    .toList();
        }

        synchronized void end() {
            over = true;
            numbers();
            members.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void addHook(Thread ending) throws InterruptedException {
        try {
            Runtime.getRuntime().addShutdownHook(ending);
        } catch (IllegalStateException e) {
            throw new InterruptedException(ENDING);
        }
    }

    private static void removeHook(Thread ending) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // the process has not failed, but was ended with this JVM: nothing must be recorded of it
            throw new InterruptedException(ENDING);
        }
    }

    private String failure(int code) throws IOException, InterruptedException {
        if (code == INTERRUPTED || code == TERMINATED) {
            // Ctrl-C reaches a command and this JVM at once: let this one come to know of it
            TimeUnit.SECONDS.sleep(1);
        }
        return code == 0 ? "" : "exit code %d: %s".formatted(code, cause());
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
                .map(line -> line.replaceFirst("^Exception in thread \"[^\"]*\" ([\\w.$]+: )?", ""))
                .orElse(lines.isEmpty() ? "it wrote nothing" : lines.get(lines.size() - 1));
    }

    /** Whether anybody works at this moment, when we do not. */
    private static boolean othersBusy() throws InterruptedException {
        double before = Machine.busySeconds();
        TimeUnit.MILLISECONDS.sleep(500);
        return (Machine.busySeconds() - before) / 0.5 > DISTURBING;
    }
}
