package io.automl4j.neural.train;

/** By what a rate is multiplied in the course of a training. */
public enum Schedule {
    /** Always 1. */
    CONSTANT {
        @Override
        public double factor(double progress) {
            return 1;
        }
    },
    /** Half a cosine from 1 to 0 (Loshchilov and Hutter 2017, arXiv:1608.03983). */
    COSINE {
        @Override
        public double factor(double progress) {
            return 0.5 * (1 + Math.cos(Math.PI * progress));
        }
    },
    /** Cosines that begin anew, each twice as long as the one before: three of them (arXiv:1608.03983). */
    COSINE_RESTARTS {
        @Override
        public double factor(double progress) {
            double position = 7 * Math.min(progress, Math.nextDown(1.0));
            double cycle = position < 1 ? position : position < 3 ? (position - 1) / 2 : (position - 3) / 4;
            return COSINE.factor(cycle);
        }
    },
    /** Up from a 25th to 1 in the first 30 %, then down to 0, both as cosines (Smith 2018, arXiv:1803.09820). */
    ONE_CYCLE {
        @Override
        public double factor(double progress) {
            return progress < RISE
                    ? LEAST + (1 - LEAST) * (1 - COSINE.factor(progress / RISE))
                    : COSINE.factor((progress - RISE) / (1 - RISE));
        }
    },
    /** {@code ½ (1 - cos(2π log₂(1 + 15 t)))}: four cycles, each longer (RealMLP, arXiv:2407.04491). */
    COSLOG4 {
        @Override
        public double factor(double progress) {
            return 0.5 * (1 - Math.cos(2 * Math.PI * Math.log1p(15 * progress) / Math.log(2)));
        }
    },
    /** 1 for the first half, then a cosine to 0 (RealMLP, arXiv:2407.04491). */
    FLAT_COS {
        @Override
        public double factor(double progress) {
            return COSINE.factor(Math.max(1, 2 * progress) - 1);
        }
    };

    private static final double RISE = 0.3;
    private static final double LEAST = 0.04;

    /**
     * The factor at some time.
     *
     * @param progress steps done as a share of all, from 0 to 1
     * @return from 0 to 1
     */
    public abstract double factor(double progress);
}
