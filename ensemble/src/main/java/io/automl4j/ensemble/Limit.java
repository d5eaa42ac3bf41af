package io.automl4j.ensemble;

import java.util.List;

/** What the members of an ensemble have to keep together. More members must not keep what fewer do not. */
@FunctionalInterface
public interface Limit {

    /** Any ensemble will do. */
    Limit NONE = members -> true;

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
