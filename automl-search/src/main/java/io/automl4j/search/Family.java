package io.automl4j.search;

import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** A learner in a search, with what is known of it. */
final class Family {
    /** So often a learner is asked for something that is new and fits, when it is its turn. */
    static final int ATTEMPTS = 4;

    /** So many starts are enough for a proposer to begin with; then both take turns, lest a short search never comes past its starts. */
    private static final int STARTS_FIRST = 4;

    /** A configuration does not begin for nothing, even where no clock says so. */
    private static final double LEAST_SECONDS = 1e-3;

    private final String name;
    private final Searched searched;
    private final Ladder ladder;
    private final Proposer proposer;
    private final Outlook outlook = new Outlook();
    private final FoldOffsets offsets;
    /** How far each configuration went, by its key. */
    private final Map<String, Integer> furthest = new HashMap<>();

    /** Those of some folds, by their keys. */
    private final Map<String, Trial> looks = new LinkedHashMap<>();

    private double best = Double.POSITIVE_INFINITY;
    private double ofFirst;
    private double seconds;
    private int ended;
    private int running;

    /**
     * A learner of which nothing is known.
     *
     * @param name its name
     * @param searched its space and rungs
     * @param ladder the fidelities of its trials
     * @param proposer what proposes configurations after the first few starts
     */
    Family(String name, Searched searched, Ladder ladder, Proposer proposer) {
        this.name = name;
        this.searched = searched;
        this.ladder = ladder;
        this.proposer = proposer;
        this.offsets = new FoldOffsets(ladder.top().folds());
    }

    String name() {
        return name;
    }

    Ladder ladder() {
        return ladder;
    }

    /** The least loss of a full trial. */
    double best() {
        return best;
    }

    /** Whether there is more than one configuration. */
    boolean hasSpace() {
        return searched.space().dimension() > 0;
    }

    boolean hasBegun() {
        return ended + running > 0;
    }

    /** Whether a start that waits comes before what is proposed: the first few do, then every other one. */
    boolean isTurnOfStarts() {
        int begun = ended + running;
        return begun < STARTS_FIRST || begun % 2 == 0 || !hasSpace();
    }

    /**
     * What the proposer says, which may have been tried, and at last anything, as the proposer may be at its end.
     *
     * @param attempt the number of the attempt, below {@link #ATTEMPTS}
     * @param random for proposals
     */
    Fresh proposed(int attempt, SplittableRandom random) {
        Proposer by = attempt < ATTEMPTS - 1 ? proposer : new RandomProposer(searched.space());
        Proposal proposal = by.propose(random);
        return new Fresh(name, searched.space().decode(proposal.point()), proposal.origin());
    }

    void begins() {
        running++;
    }

    void ends(boolean began, double took) {
        running -= began ? 1 : 0;
        ended++;
        double least = Math.max(LEAST_SECONDS, took);
        if (ended == 1) {
            ofFirst = least;
        } else {
            seconds += least;
        }
    }

    /**
     * The time of what has ended, and about that of what runs; without the first trial, which everybody has, and which
     * encodes the table for those that follow; while it runs, nothing is known, and others come first.
     */
    double seconds() {
        if (ended == 0 && running > 0) {
            return Double.POSITIVE_INFINITY;
        }
        return seconds + running * (ended < 2 ? ofFirst : seconds / (ended - 1));
    }

    /** A trial as this learner's proposer sees it. */
    Trial trial(Completed outcome, List<Double> values, int rung) {
        double[] point = searched.space().encode(outcome.request().configuration());
        return new Trial(outcome, Arrays.stream(point).boxed().toList(), values, rung);
    }

    void learn(Trial trial) {
        if (isWhole(trial)) {
            best = Math.min(best, trial.loss());
        }
        outlook.learn(trial.outcome());
        int whole = offsets.learn(trial.outcome());
        // what ends late at a lower rung tells less than what is known
        if (furthest.merge(trial.key(), trial.rung(), Math::max) != trial.rung()) {
            return;
        }
        looks.remove(trial.key());
        if (trial.outcome().foldLosses().size() < ladder.top().folds()) {
            looks.put(trial.key(), trial);
        }
        proposer.learn(comparable(trial));
        // each time that twice as many tell how much worse others would be, that is told of all others
        if (whole > 0 && Integer.bitCount(whole) == 1) {
            looks.values().forEach(look -> proposer.learn(comparable(look)));
        }
    }

    private boolean isWhole(Trial trial) {
        return trial.outcome().request().fidelity().equals(ladder.top());
    }

    /** A trial as it would be on all folds, as far as that is known. */
    private Trial comparable(Trial trial) {
        return trial.worseBy(offsets.of(trial.outcome()).orElse(0));
    }

    /** The loss that a trial would have on all folds; empty where it is not known, or is of a part of the training. */
    OptionalDouble lossOnAllFolds(Trial trial) {
        if (isWhole(trial)) {
            return OptionalDouble.of(trial.loss());
        }
        OptionalDouble offset = trial.isPartial() ? OptionalDouble.empty() : offsets.of(trial.outcome());
        return offset.isPresent() ? OptionalDouble.of(trial.loss() + offset.getAsDouble()) : offset;
    }

    /** Whether a training cannot reach what others reached. */
    boolean isHopeless(Completed outcome) {
        return outlook.isHopeless(outcome);
    }
}
