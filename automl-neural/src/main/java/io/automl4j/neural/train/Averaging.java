package io.automl4j.neural.train;

/** What parameters a network predicts with. */
public enum Averaging {
    /** Those that it has in the end. */
    NONE {
        @Override
        float share(int epoch, int epochs) {
            return 1;
        }
    },
    /** An exponential moving average: each epoch further back counts a fifth less. */
    EMA {
        @Override
        float share(int epoch, int epochs) {
            return epoch == 0 ? 1 : SHARE;
        }
    },
    /** The mean over the last quarter of the epochs (Izmailov et al. 2018, arXiv:1803.05407). */
    SWA {
        @Override
        float share(int epoch, int epochs) {
            return 1f / (1 + Math.max(0, epoch - epochs * 3 / 4));
        }
    },
    /**
     * Those of now and of the ends of the two cycles before, whose predictions are averaged (snapshot ensembles, Huang et
     * al. 2017, arXiv:1704.00109).
     */
    SNAPSHOTS {
        @Override
        float share(int epoch, int epochs) {
            return 1;
        }

        @Override
        int cycles() {
            return 2;
        }
    };

    private static final float SHARE = 0.2f;

    /** By what share the mean moves to what the parameters are after an epoch. */
    abstract float share(int epoch, int epochs);

    /** The ends of how many cycles before are part of a model. */
    int cycles() {
        return 0;
    }
}
