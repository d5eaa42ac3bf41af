package io.automl4j.ensemble;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.Cancellation;

/**
 * The bounds of a greedy selection.
 *
 * @param rounds how many places the ensemble of one search has at most; one candidate may take several
 * @param candidates how many of the best candidates take part
 * @param each how many of the best of each family are among them in any case
 * @param initial from how many of the best, averaged, the search may start
 * @param members how many different candidates the ensemble may have
 * @param limit what the members have to keep together; the cheapest candidate is always allowed
 * @param bags how many random parts of the rows, of about 1,000, are searched, each for itself, beside one search on all rows,
 *     for the mean of what is found, without members of less than 3 %; 1 for the search on all rows alone
 * @param cells how many predicted numbers of a candidate one search looks at, about; of more rows a stratified part is drawn, of
 *     5,000 rows at least
 * @param cancellation ends the search early, with the best so far
 */
public record SelectionParams(
        int rounds,
        int candidates,
        int each,
        int initial,
        int members,
        Limit limit,
        int bags,
        int cells,
        Cancellation cancellation) {

    private static final int LEAST_ROWS = 5_000;

    private static final SelectionParams DEFAULTS =
            new SelectionParams(50, 50, 5, 5, 25, Limit.NONE, 20, 20_000, Cancellation.NEVER);

    /** Checks that every bound is positive. */
    public SelectionParams {
        Checks.positive(rounds, "rounds");
        Checks.positive(candidates, "candidates");
        Checks.positive(each, "each");
        Checks.positive(initial, "initial");
        Checks.positive(members, "members");
        requireNonNull(limit, "limit");
        Checks.positive(bags, "bags");
        Checks.positive(cells, "cells");
        requireNonNull(cancellation, "cancellation");
    }

    /**
     * The mean of 20 searches of 50 rounds and of one on all rows, among the 50 best, at most 25 members of any cost.
     *
     * @return the defaults
     */
    public static SelectionParams defaults() {
        return DEFAULTS;
    }

    /**
     * The same bounds with another end.
     *
     * @param other asked before each candidate; a round that is not over counts for nothing
     * @return a copy
     */
    public SelectionParams withCancellation(Cancellation other) {
        return new SelectionParams(rounds, candidates, each, initial, members, limit, bags, cells, other);
    }

    /**
     * The same bounds with another number of rounds.
     *
     * @param other places of the ensemble of one search
     * @return a copy
     */
    public SelectionParams withRounds(int other) {
        return new SelectionParams(other, candidates, each, initial, members, limit, bags, cells, cancellation);
    }

    /**
     * The same bounds with another number of members.
     *
     * @param other different candidates at most
     * @return a copy
     */
    public SelectionParams withMembers(int other) {
        return new SelectionParams(rounds, candidates, each, initial, other, limit, bags, cells, cancellation);
    }

    /**
     * The same bounds with another limit.
     *
     * @param other what the members have to keep together
     * @return a copy
     */
    public SelectionParams withLimit(Limit other) {
        return new SelectionParams(rounds, candidates, each, initial, members, other, bags, cells, cancellation);
    }

    /**
     * The same bounds with another number of bags.
     *
     * @param other parts of the rows; 1 for one search on all of them
     * @return a copy
     */
    public SelectionParams withBags(int other) {
        return new SelectionParams(rounds, candidates, each, initial, members, limit, other, cells, cancellation);
    }

    /** How many rows are looked at. */
    int rows(int outputs) {
        return Math.max(LEAST_ROWS, cells / outputs);
    }
}
