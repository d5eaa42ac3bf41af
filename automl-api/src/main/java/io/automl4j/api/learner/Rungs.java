package io.automl4j.api.learner;

import io.automl4j.api.Checks;
import java.util.List;

/**
 * The fidelities at which a multi-fidelity strategy compares trials of a learner, axis by axis.
 *
 * @param iterations shares of the iterations
 * @param rows shares of the rows
 */
public record Rungs(Axis iterations, Axis rows) {

    /** How a trial gets from one rung to the next. */
    public enum Onward {
        /** It goes on from its checkpoint. */
        CONTINUES,
        /** It trains anew. */
        RESTARTS
    }

    /**
     * The rungs of one axis.
     *
     * @param shares rising, the last one 1
     * @param onward how a trial gets from one to the next
     */
    public record Axis(List<Double> shares, Onward onward) {

        /** One rung: all of it. */
        public static final Axis WHOLE = new Axis(List.of(1.0), Onward.RESTARTS);

        /**
         * Copies the shares.
         *
         * @throws IllegalArgumentException if they do not rise to 1
         */
        public Axis {
            shares = List.copyOf(shares);
            double last = 0;
            for (double share : shares) {
                Checks.argument(share > last, "Rungs must rise: %s.", shares);
                last = share;
            }
            Checks.argument(last == 1.0, "The last rung must be 1: %s.", shares);
        }

        /**
         * A ninth, a third, all: the rungs of successive halving with a reduction by three.
         *
         * @param onward how a trial gets from one to the next
         * @return the axis
         */
        public static Axis ofThirds(Onward onward) {
            return new Axis(List.of(1.0 / 9, 1.0 / 3, 1.0), onward);
        }
    }

    /** One rung: the full training. */
    public static final Rungs FULL = new Rungs(Axis.WHOLE, Axis.WHOLE);

    /**
     * Checks that rows restart: a training has seen the rows that it has seen.
     *
     * @throws IllegalArgumentException if rows continue
     */
    public Rungs {
        Checks.argument(rows.onward() == Onward.RESTARTS, "A training cannot continue with other rows.");
    }

    /**
     * Rungs of iterations alone.
     *
     * @param onward how a trial gets from one to the next
     * @return a ninth, a third and all of the iterations, on all rows
     */
    public static Rungs ofIterations(Onward onward) {
        return new Rungs(Axis.ofThirds(onward), Axis.WHOLE);
    }
}
