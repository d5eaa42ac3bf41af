package io.automl4j.api.trial;

import java.util.List;

/**
 * Decides what to try next. A strategy never trains: it is a deterministic function of its space, its seed and the
 * sequence of its calls. It tolerates outcomes that failed, come late, out of order or that it never asked for.
 */
public interface SearchStrategy {

    /**
     * The next requests.
     *
     * @param count how many are wanted
     * @return at most {@code count} requests, with numbers never used before; fewer if the strategy waits for outcomes
     *     or is exhausted
     */
    List<TrialRequest> ask(int count);

    /**
     * Hands an outcome to the strategy.
     *
     * @param outcome how a trial ended
     */
    void tell(TrialOutcome outcome);

    /**
     * Whether nothing more will ever be asked.
     *
     * @return true if {@link #ask} returns no request any more
     */
    boolean exhausted();
}
