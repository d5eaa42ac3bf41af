package io.automl4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
            while (!over.get()) {
                Thread.onSpinWait();
            }
        });
        busy.start();
        try {
            assertThat(watch(List.of("sleep", "3"), 100 * MEGABYTE).run().disturbed())
                    .isTrue();
        } finally {
            over.set(true);
            busy.join();
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
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().arguments().stream())
                        .flatMap(Arrays::stream))
                .doesNotContain("619");
    }
}
