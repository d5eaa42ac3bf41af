package io.automl4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class ProcessWatchTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private ProcessWatch watch(List<String> command, long memory) {
        return new ProcessWatch(
                command, folder.resolve("log.txt"), new ProcessWatch.Limits(Duration.ofSeconds(60), memory));
    }

    @Test
    void childrenThatTakeTooMuchMemoryAreEnded() throws Exception {
        // what has no end of line is kept until it ends
        Path script = Files.writeString(folder.resolve("hog.sh"), "(head -c 200000000 /dev/zero; sleep 617) | tail\n");
        ProcessWatch.Ended ended =
                watch(List.of("sh", script.toString()), 100 * MEGABYTE).run();
        assertThat(ended.failure()).matches("killed with [1-9][0-9]{2} MB of memory, where 100 are allowed");
        assertThat(ended.peakMemory()).isGreaterThan(100 * MEGABYTE);
        assertThat(ended.wallSeconds()).isLessThan(60);
    }

    @Test
    void whoeverKeepsTheMachineBusyDisturbs() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread busy = new Thread(() -> {
            sleepASecond(); // so that nobody is busy before the process begins
            while (!over.get()) {
                Thread.onSpinWait();
            }
        });
        busy.start();
        try {
            assertThat(watch(List.of("sleep", "4"), 100 * MEGABYTE).run().disturbed())
                    .isTrue();
        } finally {
            over.set(true);
            busy.join();
        }
    }

    private static void sleepASecond() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAProcessDoesItselfIsCounted() throws Exception {
        Path script = Files.writeString(
                folder.resolve("busy.sh"), "i=0; while [ $i -lt 1500000 ]; do i=$((i+1)); done; sleep 0.5\n");
        ProcessWatch.Ended ended =
                watch(List.of("sh", script.toString()), 100 * MEGABYTE).run();
        assertThat(ended.failure()).isEmpty();
        assertThat(ended.cpuSeconds()).isBetween(0.1, ended.wallSeconds());
    }

    @Test
    void childrenOfWhoeverHasEndedAreEndedToo() throws Exception {
        Path script = Files.writeString(folder.resolve("leave.sh"), "sleep 619 & sleep 1\n");
        assertThat(watch(List.of("sh", script.toString()), 100 * MEGABYTE).run().failure())
                .isEmpty();
        Processes.awaitNone("619");
    }
}
