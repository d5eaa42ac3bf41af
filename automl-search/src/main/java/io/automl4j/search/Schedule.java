package io.automl4j.search;

import java.util.Locale;

/** How far trials go. */
public enum Schedule {
    /** Asynchronous successive halving over iterations, then folds. */
    ASHA,
    /** Successive halving over iterations, then folds. */
    HALVING {
        @Override
        Scheduler scheduler(int height) {
            return Brackets.halving(height, REDUCTION);
        }
    },
    /** Hyperband over iterations, then folds. */
    HYPERBAND {
        @Override
        Scheduler scheduler(int height) {
            return Brackets.hyperband(height, REDUCTION);
        }
    },
    /** Asynchronous successive halving over folds alone. */
    FOLDS {
        @Override
        Ladder ladder(Searched learner, SearchParams params) {
            return Ladder.whole(params.screening(), params.folds());
        }
    },
    /** Everything on all folds at once. */
    WHOLE {
        @Override
        Ladder ladder(Searched learner, SearchParams params) {
            return Ladder.whole(params.folds(), params.folds());
        }
    };

    private static final int REDUCTION = 3;

    Scheduler scheduler(int height) {
        return new Asha(height, REDUCTION);
    }

    Ladder ladder(Searched learner, SearchParams params) {
        return Ladder.of(learner.rungs(), params.screening(), params.folds());
    }

    /**
     * The name in commands.
     *
     * @return lower-case letters
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
