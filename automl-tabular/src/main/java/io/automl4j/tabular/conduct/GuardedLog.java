package io.automl4j.tabular.conduct;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.trial.TrialResult;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another log as long as it can be written: a full disk must not end a search, only its journal. */
final class GuardedLog implements RunLog {
    private RunLog log;
    private Optional<DataWarning> failure = Optional.empty();

    GuardedLog(RunLog log) {
        this.log = log;
    }

    @Override
    public List<TrialResult> earlier() {
        return log.earlier();
    }

    @Override
    public Duration spent() {
        return log.spent();
    }

    @Override
    public void spend(Duration spent) {
        guard(() -> log.spend(spent));
    }

    @Override
    public void append(TrialResult result, Duration spent) {
        guard(() -> log.append(result, spent));
    }

    @Override
    public void settle(long request, Set<Long> wanted) {
        guard(() -> log.settle(request, wanted));
    }

    private void guard(Runnable write) {
        // in an interrupted thread a file would be closed rather than written
        boolean interrupted = Thread.interrupted();
        try {
            try {
                write.run();
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof ClosedByInterruptException)) {
                    throw e;
                }
                // it came meanwhile
                interrupted |= Thread.interrupted();
                write.run();
            }
        } catch (UncheckedIOException e) {
            log = RunLog.NONE;
            failure = Optional.of(new DataWarning(
                    DataWarning.Kind.WORK_DIRECTORY,
                    "",
                    "%s (%s)".formatted(e.getMessage(), e.getCause()),
                    "The search went on without it; what came later is lost to a resume."));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Why nothing is written any more, if so. */
    Optional<DataWarning> failure() {
        return failure;
    }
}
