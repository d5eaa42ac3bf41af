package io.automl4j.ensemble;

import java.util.List;

/** What the members of an ensemble have to keep together. More members must not keep what fewer do not. */
@FunctionalInterface
public interface Limit {

    /** Any ensemble will do. */
    Limit NONE = members -> true;

    /**
     * So many operations, of about a nanosecond each, the best ensemble may take with the models of all folds: half a millisecond with
     * what is not counted.
     */
    double USUAL_OPERATIONS = 450_000;

    /**
     * What a row may take.
     *
     * @param most elementary operations of all members together
     * @return the limit
     */
    static Limit operations(double most) {
        return members -> members.stream().mapToDouble(Candidate::operations).sum() <= most;
    }

    /**
     * Whether an ensemble is allowed.
     *
     * @param members its members, each one once
     * @return true if it is
     */
    boolean isKept(List<Candidate> members);

    /**
     * Both of two limits.
     *
     * @param other the other one
     * @return the limit
     */
    default Limit and(Limit other) {
        return members -> isKept(members) && other.isKept(members);
    }
}
