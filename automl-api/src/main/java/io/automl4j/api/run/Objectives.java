package io.automl4j.api.run;

import io.automl4j.api.trial.TrialOutcome.Completed;
import java.util.Arrays;
import java.util.Locale;

/** The objectives that come with the library. */
public enum Objectives implements Objective {
    /**
     * Nanoseconds to predict a row, as counted by elementary operations that were weighed on one machine: while trials run
     * beside each other a clock would measure the others too. What a model takes is measured once the search has ended.
     */
    LATENCY {
        @Override
        public double value(Completed trial) {
            return trial.cost().operationsPerRow();
        }

        @Override
        public String amount(double nanos) {
            return nanos < 100
                    ? String.format(Locale.ROOT, "%.3g ns", nanos)
                    : String.format(Locale.ROOT, "%.1f us", nanos / 1e3);
        }
    },
    /** Bytes of the models, of all folds. */
    SIZE {
        @Override
        public double value(Completed trial) {
            return trial.cost().modelBytes();
        }

        @Override
        public String amount(double bytes) {
            return String.format(Locale.ROOT, "%,.0f bytes", bytes);
        }
    },
    /** Seconds that the training of a fold took in the mean, from its beginning. */
    TIME {
        @Override
        public double value(Completed trial) {
            return trial.cost().training().toNanos()
                    / 1e9
                    / Math.max(1, trial.foldLosses().size());
        }

        @Override
        public String amount(double seconds) {
            return String.format(Locale.ROOT, "%.3g s", seconds);
        }
    };

    /**
     * The objective of a name.
     *
     * @param label the name
     * @return the objective
     * @throws IllegalArgumentException if there is none; names those that there are
     */
    public static Objectives named(String label) {
        for (Objectives objective : values()) {
            if (objective.label().equals(label)) {
                return objective;
            }
        }
        throw new IllegalArgumentException("There is no objective '%s'.%nMaybe one of these: %s"
                .formatted(label, Arrays.stream(values()).map(Objectives::label).toList()));
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
