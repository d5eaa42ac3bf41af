package io.automl4j.tabular.conduct;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.trial.TrialResult;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Another log as long as it can be written: a full disk must not end a search, only its journal. */
final class GuardedLog implements RunLog {
    private final Consumer<DataWarning> listener;
    private final List<DataWarning> warnings = new ArrayList<>();
    private RunLog log;

    /**
     * A log as long as it can be written.
     *
     * @param log the log
     * @param listener told at once what is lost
     */
    GuardedLog(RunLog log, Consumer<DataWarning> listener) {
        this.log = log;
        this.listener = listener;
    }

    @Override
    public List<TrialResult> earlier() {
        List<TrialResult> earlier = log.earlier();
        List<TrialResult> completed = earlier.stream()
                .filter(result -> result.outcome().fold(one -> true, pruned -> false, failed -> false))
                .toList();
        if (!completed.isEmpty()
                && completed.stream().allMatch(result -> result.artifacts().isEmpty())) {
            warn(
                    "The work directory keeps nothing of the %d trials that its journal names."
                            .formatted(completed.size()),
                    "They cannot be members of the ensemble.");
        } else if (!log.damaged().isEmpty()) {
            warn(
                    "What the trials %s left in the work directory is damaged.".formatted(log.damaged()),
                    "They cannot be members of the ensemble.");
        }
        return earlier;
    }

    private void warn(String what, String why) {
        DataWarning warning = new DataWarning(DataWarning.Kind.WORK_DIRECTORY, "", what, why);
        warnings.add(warning);
        listener.accept(warning);
    }

    @Override
    public List<Long> damaged() {
        return log.damaged();
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
            warn(
                    "%s (%s)".formatted(e.getMessage(), e.getCause()),
                    "The search goes on without it; what comes later is lost to a resume.");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is lost, and whether anything is written any more. */
    List<DataWarning> warnings() {
        return List.copyOf(warnings);
    }
}
