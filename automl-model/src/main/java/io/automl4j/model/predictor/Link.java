package io.automl4j.model.predictor;

import io.automl4j.api.ModelFileException;

/** How summed scores of a row become its predicted values. */
public enum Link {
    /** The scores themselves. */
    IDENTITY {
        @Override
        int outputs(int scores) {
            return scores;
        }

        @Override
        void apply(float[] scores, int from, int count, float[] out, int to) {
            System.arraycopy(scores, from, out, to, count);
        }
    },
    /** One score as the log odds of the second of two classes. */
    LOGISTIC {
        @Override
        int outputs(int scores) {
            return 2;
        }

        @Override
        void apply(float[] scores, int from, int count, float[] out, int to) {
            double p = 1 / (1 + Math.exp(-(double) scores[from]));
            out[to] = (float) (1 - p);
            out[to + 1] = (float) p;
        }
    },
    /** One score for each class, exponentiated and normalised. */
    SOFTMAX {
        @Override
        int outputs(int scores) {
            return scores;
        }

        @Override
        void apply(float[] scores, int from, int count, float[] out, int to) {
            float most = scores[from];
            for (int i = 1; i < count; i++) {
                most = Math.max(most, scores[from + i]);
            }
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += Math.exp((double) scores[from + i] - most);
            }
            for (int i = 0; i < count; i++) {
                out[to + i] = (float) (Math.exp((double) scores[from + i] - most) / sum);
            }
        }
    };

    abstract int outputs(int scores);

    abstract void apply(float[] scores, int from, int count, float[] out, int to);

    static Link named(String name) {
        for (Link link : values()) {
            if (link.name().equals(name)) {
                return link;
            }
        }
        throw new ModelFileException("The model file names the link '%s', which does not exist.".formatted(name));
    }
}
