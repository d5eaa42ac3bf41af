package io.automl4j.api.run;

import io.automl4j.api.Checks;
import java.time.Duration;

/**
 * What a run may use: time, trials, or both, whichever ends first.
 *
 * @param time from the call of {@code fit} until the model is there (command line: from the start of the JVM);
 *     ten years or more are no limit
 * @param trials the number of trials: configurations, each with all its promotions
 */
public record Budget(Duration time, long trials) {
    /** Where a budget of time alone ends in any case. */
    public static final long MOST_TRIALS = 10_000;

    private static final Duration ENDLESS = Duration.ofDays(3650);

    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException if the time or the number of trials is not positive
     */
    public Budget {
        Checks.argument(!time.isNegative() && !time.isZero(), "The budget is %s, but must be positive.", time);
        Checks.argument(trials > 0, "The budget is %d trials, but must be at least one.", trials);
        time = time.compareTo(ENDLESS) > 0 ? ENDLESS : time;
    }

    /**
     * A budget of time. On tiny tables it ends after {@value #MOST_TRIALS} trials: further ones would fit the chance of
     * few validation rows.
     *
     * @param time the time
     * @return the budget
     */
    public static Budget of(Duration time) {
        return new Budget(time, MOST_TRIALS);
    }

    /**
     * A budget of trials without a limit of time.
     *
     * @param trials the number of trials
     * @return the budget
     */
    public static Budget trials(long trials) {
        return new Budget(ENDLESS, trials);
    }

    /**
     * Whether there is a limit of time.
     *
     * @return false for a budget of trials alone
     */
    public boolean endsByTime() {
        return time.compareTo(ENDLESS) < 0;
    }
}
