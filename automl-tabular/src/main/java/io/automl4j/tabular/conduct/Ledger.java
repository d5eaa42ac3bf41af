package io.automl4j.tabular.conduct;

import io.automl4j.api.run.Budget;
import io.automl4j.api.run.NanoClock;
import java.time.Duration;
import java.util.Set;

/**
 * The budget as a ledger: how much is left for the search, for the refit, and until the end. The time runs from a given
 * reading of the clock, which may lie before the run, such as the start of the JVM.
 */
final class Ledger {
    /** Of the whole time, for choosing the ensemble, … */
    private static final double ENSEMBLE_SHARE = 0.04;
    /** … and for writing the model. */
    private static final double WRITE_SHARE = 0.01;
    /** So much of a large model is written in a second, at least. */
    private static final double BYTES_A_SECOND = 1e8;

    private static final double MEASURE_SHARE = 0.01;
    private static final Duration MOST_MEASURING = Duration.ofMillis(500);

    /** What is set aside for the importance of columns. */
    private static final double IMPORTANCE_SHARE = 0.01;

    private static final Duration MOST_IMPORTANCE = Duration.ofSeconds(5);

    /** What a trial of the starting order may be expected to take, and what any may take at most. */
    private static final double EXPECTED_SHARE = 0.35;

    private static final double TRIAL_SHARE = 0.4;
    /** The last one may take this part of what is left. */
    private static final double LAST_SHARE = 0.85;

    private static final Duration AFTER_END = Duration.ofSeconds(5);
    private static final Duration LEAST_RESERVE = Duration.ofMillis(250);

    private final Duration time;
    /** When the model must be there, in time of the budget. */
    private final Duration end;

    private final NanoClock clock;
    private final long startedAt;
    private final Duration reserve;
    private final Duration refit;
    private final Duration compaction;
    private final Duration importance;
    /** What writing is expected to take above its share. */
    private volatile Duration writing = Duration.ZERO;

    /** What comes after the search and takes time of its own. */
    enum After {
        /** With models that have not seen all rows, members are trained again. */
        REFIT(0.25),
        /** Members of fast ensembles become single models. */
        SINGLE_MODELS(0.05),
        /** A network is taught. */
        DISTILLATION(0.15);

        private final double share;

        After(double share) {
            this.share = share;
        }

        private Duration of(Budget budget, Set<After> after) {
            return after.contains(this) ? times(budget.time(), share) : Duration.ZERO;
        }
    }

    Ledger(Budget budget, NanoClock clock, long startedAt, Set<After> after, boolean resumed) {
        this.clock = clock;
        this.startedAt = startedAt;
        Duration share = times(budget.time(), ENSEMBLE_SHARE + WRITE_SHARE);
        Duration wanted = share.compareTo(LEAST_RESERVE) < 0 ? LEAST_RESERVE : share;
        // a budget of less than a second is half search, half answer
        this.reserve =
                wanted.compareTo(budget.time().dividedBy(2)) > 0 ? budget.time().dividedBy(2) : wanted;
        this.refit = After.REFIT.of(budget, after);
        this.compaction = After.SINGLE_MODELS.of(budget, after).plus(After.DISTILLATION.of(budget, after));
        this.time = budget.time();
        this.importance = least(times(time, IMPORTANCE_SHARE), MOST_IMPORTANCE);
        // a run that is resumed at its end still chooses an ensemble, as well as the one that was interrupted
        Duration least = spent().plus(AFTER_END).plus(refit).plus(compaction).plus(importance);
        this.end = resumed && least.compareTo(time) > 0 ? least : time;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() * factor));
    }

    Duration spent() {
        return clock.since(startedAt);
    }

    /** How large the model will be, so that a large one has time enough to be written. */
    void expect(long bytes) {
        Duration expected = Duration.ofNanos((long) (bytes / BYTES_A_SECOND * 1e9));
        Duration above = expected.minus(times(time, WRITE_SHARE));
        writing = above.isNegative() ? Duration.ZERO : above;
    }

    /** Until the last moment at which the model must be there, less the time to write it. */
    Duration leftInAll() {
        return end.minus(spent()).minus(times(time, WRITE_SHARE)).minus(writing);
    }

    /** Until the search has to end, so that ensemble, refit and writing have their shares. */
    Duration leftForSearch() {
        return time.minus(spent()).minus(reserve).minus(refit).minus(compaction).minus(importance);
    }

    /** Until the refit has to end. */
    Duration leftForRefit() {
        return end.minus(spent()).minus(reserve.dividedBy(2)).minus(importance).minus(writing);
    }

    /** Until smaller ensembles have to be there. */
    Duration leftForCompaction() {
        return leftForRefit().minus(refit);
    }

    /** What a configuration of the starting order may be expected to take at the beginning. */
    Duration expectedOfStart() {
        return times(leftForSearch(), EXPECTED_SHARE);
    }

    /** Until choosing the ensemble has to end. */
    Duration leftForChoice() {
        return refit.isZero() && compaction.isZero()
                ? leftInAll().minus(forMeasuring()).minus(importance)
                : leftForRefit();
    }

    /** Until looking for cheaper ensembles has to end: one more may begin just before. */
    Duration leftForCheaper() {
        return leftForChoice().minus(reserve.dividedBy(2));
    }

    /** How long the chosen ensembles may be measured: what is set aside for it, as far as it is left. */
    Duration leftForMeasuring() {
        return least(leftInAll(), forMeasuring());
    }

    /** What is set aside to measure the chosen ensembles. */
    Duration forMeasuring() {
        Duration share = times(time, MEASURE_SHARE);
        return least(share, MOST_MEASURING);
    }

    /** How long the importance of columns may take: what is set aside, and as much again twice if choosing has left it. */
    Duration forImportance() {
        return least(leftInAll().minus(forMeasuring()), importance.multipliedBy(3));
    }

    /** How long the next trial may take: so that there are several, and the last one ends in time. */
    Duration limitOfTrial() {
        Duration usual = times(time.minus(reserve).minus(refit).minus(compaction), TRIAL_SHARE);
        Duration last = times(leftForSearch(), LAST_SHARE);
        return least(usual, last);
    }

    boolean searchSpent() {
        Duration left = leftForSearch();
        return left.isNegative() || left.isZero();
    }
}
