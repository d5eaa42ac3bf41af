package io.automl4j.search;

import io.automl4j.api.learner.Rungs;
import java.util.Locale;

/** How far trials go. */
public enum Schedule {
    /** Asynchronous successive halving over iterations, then folds. */
    ASHA(true, Turns.BY_TIME) {
        @Override
        boolean looksAtStarts() {
            return true;
        }
    },
    /** Successive halving over iterations, then folds. */
    HALVING(true, Turns.BY_TIME) {
        @Override
        Scheduler scheduler(int height) {
            return Brackets.halving(height, REDUCTION);
        }
    },
    /** Hyperband over iterations, then folds. */
    HYPERBAND(true, Turns.BY_TIME) {
        @Override
        Scheduler scheduler(int height) {
            return Brackets.hyperband(height, REDUCTION);
        }
    },
    /** Asynchronous successive halving over folds alone, of each learner for itself. */
    RACE(false, Turns.BY_TIME) {
        @Override
        Scheduler scheduler(int height) {
            return new Asha(height, REDUCTION, trial -> true);
        }
    },
    /** Asynchronous successive halving over folds alone; learners take turns by trials. */
    FOLDS(false, Turns.BY_TRIALS),
    /** Everything on all folds at once; learners take turns by trials. */
    WHOLE(false, Turns.BY_TRIALS) {
        @Override
        Ladder ladder(Searched learner, SearchParams params) {
            return Ladder.of(Rungs.FULL, params.folds(), params.folds());
        }
    };

    private static final int REDUCTION = 3;

    private final boolean byIterations;
    private final Turns turns;

    Schedule(boolean byIterations, Turns turns) {
        this.byIterations = byIterations;
        this.turns = turns;
    }

    /** Losses after part of the iterations or rows do not compare with those of other learners. */
    Scheduler scheduler(int height) {
        return new Asha(height, REDUCTION, Trial::isPartial);
    }

    Ladder ladder(Searched learner, SearchParams params) {
        return Ladder.of(byIterations ? learner.rungs() : Rungs.FULL, params.screening(), params.folds());
    }

    Turns turns() {
        return turns;
    }

    /** Whether all starts are tried on all folds at once, whatever they take. */
    boolean triesStartsWhole() {
        return !byIterations;
    }

    /** Whether trials may begin at any rung, so that starts begin at the one before the last. */
    boolean looksAtStarts() {
        return false;
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
