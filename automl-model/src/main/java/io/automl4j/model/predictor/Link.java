package io.automl4j.model.predictor;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.file.Node;

/**
 * How summed scores of a row become its predicted values. {@link StrictMath} gives the same bits on every machine, and costs
 * a few nanoseconds more than {@link Math}.
 */
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
            double p = 1 / (1 + StrictMath.exp(-(double) scores[from]));
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
                sum += StrictMath.exp((double) scores[from + i] - most);
            }
            for (int i = 0; i < count; i++) {
                out[to + i] = (float) (StrictMath.exp((double) scores[from + i] - most) / sum);
            }
        }
    };

    abstract int outputs(int scores);

    abstract void apply(float[] scores, int from, int count, float[] out, int to);

    /** The link that a node of a file names, for so many scores of a row. */
    static Link load(Node node, int scores) {
        Link link = named(node.text("link"));
        if (scores < 1 || (link == LOGISTIC && scores != 1)) {
            throw new ModelFileException(
                    "The model file is damaged: %d scores for the link '%s'.".formatted(scores, link));
        }
        return link;
    }

    private static Link named(String name) {
        for (Link link : values()) {
            if (link.name().equals(name)) {
                return link;
            }
        }
        throw new ModelFileException("The model file names the link '%s', which does not exist.".formatted(name));
    }
}
