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
    /** Asynchronous successive halving over folds alone, of each learner for itself. */
    RACE {
        @Override
        Ladder ladder(Searched learner, SearchParams params) {
            return Ladder.whole(params.screening(), params.folds());
        }

        @Override
        Scheduler scheduler(int height) {
            return new Asha(height, REDUCTION, trial -> true);
        }
    },
    /** All starts on all folds, then asynchronous successive halving over folds; learners take turns by trials. */
    FOLDS {
        @Override
        Ladder ladder(Searched learner, SearchParams params) {
            return Ladder.whole(params.screening(), params.folds());
        }

        @Override
        boolean opensWithAllStarts() {
            return true;
        }

        @Override
        Turns turns() {
            return Turns.BY_TRIALS;
        }
    },
    /** Everything on all folds at once. */
    WHOLE {
        @Override
        Ladder ladder(Searched learner, SearchParams params) {
            return Ladder.whole(params.folds(), params.folds());
        }

        @Override
        boolean opensWithAllStarts() {
            return true;
        }

        @Override
        Turns turns() {
            return Turns.BY_TRIALS;
        }
    };

    private static final int REDUCTION = 3;

    Scheduler scheduler(int height) {
        return new Asha(height, REDUCTION, Trial::isPartial);
    }

    Ladder ladder(Searched learner, SearchParams params) {
        return Ladder.of(learner.rungs(), params.screening(), params.folds());
    }

    /** Whether all starts are tried on all folds at once, not only the first one of each learner. */
    boolean opensWithAllStarts() {
        return false;
    }

    Turns turns() {
        return Turns.BY_TIME;
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
