package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuardedLogTest {
    private static final TrialResult RESULT = new TrialResult(pruned(1), List.of());
    private static final TrialOutcome LATER = pruned(2);

    private final List<DataWarning> told = new ArrayList<>();

    private static TrialOutcome pruned(long request) {
        return new TrialOutcome.Pruned(
                TrialRequest.of(request, "a", Configuration.EMPTY, Fidelity.full(1), 1), 1, Cost.of(Duration.ZERO));
    }

    /** A log whose disk is full after so many lines. */
    private static final class Full implements RunLog {
        private final int most;
        private final List<TrialResult> lines = new ArrayList<>();

        Full(int most) {
            this.most = most;
        }

        @Override
        public List<TrialResult> earlier() {
            return List.of(RESULT);
        }

        @Override
        public Duration spent() {
            return Duration.ofSeconds(3);
        }

        @Override
        public void spend(Duration spent) {}

        @Override
        public void append(TrialResult result, Duration spent) {
            if (lines.size() == most) {
                throw new UncheckedIOException("The journal in 'x' cannot be written.", new IOException("disk full"));
            }
            lines.add(result);
        }

        @Override
        public void settle(long request, Set<Long> wanted) {}
    }

    /** Who interrupts a fit wants its end, and all that had ended until then. */
    @Test
    void anInterruptedThreadWritesTooAndStaysInterrupted(@TempDir Path folder) throws IOException {
        try (FolderLog file = FolderLog.open(folder, "a run")) {
            GuardedLog log = new GuardedLog(file, told::add);
            Thread.currentThread().interrupt();
            log.append(RESULT, Duration.ofSeconds(1));
            log.spend(Duration.ofSeconds(9));
            assertThat(Thread.interrupted()).isTrue();
            log.append(new TrialResult(LATER, List.of()), Duration.ofSeconds(2));
            assertThat(log.warnings()).isEmpty();
        }
        try (FolderLog again = FolderLog.open(folder, "a run")) {
            assertThat(again.earlier()).hasSize(2);
            assertThat(again.spent()).isEqualTo(Duration.ofSeconds(9));
        }
    }

    @Test
    void isTheLogAsLongAsItCanBeWritten() {
        Full full = new Full(2);
        GuardedLog log = new GuardedLog(full, told::add);
        assertThat(log.earlier()).containsExactly(RESULT);
        assertThat(log.spent()).isEqualTo(Duration.ofSeconds(3));
        log.append(RESULT, Duration.ZERO);
        assertThat(full.lines).hasSize(1);
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void aFullDiskIsAWarning() {
        Full full = new Full(1);
        GuardedLog log = new GuardedLog(full, told::add);
        for (int i = 0; i < 3; i++) {
            log.append(RESULT, Duration.ZERO);
            log.settle(1, Set.of());
        }
        assertThat(full.lines).hasSize(1);
        assertThat(told).as("at once").isEqualTo(log.warnings());
        assertThat(log.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(DataWarning.Kind.WORK_DIRECTORY);
            assertThat(warning.message()).contains("'x'").contains("disk full");
        });
    }
}
