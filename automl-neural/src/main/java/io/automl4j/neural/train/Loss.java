package io.automl4j.neural.train;

import io.automl4j.api.Checks;
import io.automl4j.api.task.Task;
import java.util.List;

/**
 * What a batch loses, and the gradients by its scores. Of a shared-weight ensemble each member loses by itself, as it is
 * to be good alone.
 */
public sealed interface Loss {

    /**
     * The loss of a task: cross-entropy of classes, squared error of numbers, pinball loss of quantiles.
     *
     * @param task the task
     * @return the loss
     */
    static Loss of(Task task) {
        return switch (task.type()) {
            case BINARY, MULTICLASS -> new CrossEntropy(0);
            case REGRESSION -> new SquaredError();
            case QUANTILE -> new Pinball(task.quantiles());
        };
    }

    /**
     * Scores and targets of a batch.
     *
     * @param scores {@code [rows × members × width]}
     * @param targets {@code [rows × width]}: shares of classes, or values
     * @param weights of the rows
     * @param rows how many
     * @param members into how many rows of scores a row has been made
     * @param width scores of a row
     */
    record Batch(float[] scores, float[] targets, float[] weights, int rows, int members, int width) {}

    /**
     * Computes gradients.
     *
     * @param batch scores and targets
     * @param gradients receives those of the mean by the scores
     * @return the weighted mean loss
     */
    default double gradients(Batch batch, float[] gradients) {
        double total = 0;
        for (int row = 0; row < batch.rows(); row++) {
            total += batch.weights()[row];
        }
        double loss = 0;
        for (int row = 0; row < batch.rows(); row++) {
            float share = (float) (total > 0 ? batch.weights()[row] / (total * batch.members()) : 0);
            for (int member = 0; member < batch.members(); member++) {
                int at = (row * batch.members() + member) * batch.width();
                loss += share * row(batch, at, row * batch.width(), share, gradients);
            }
        }
        return loss;
    }

    /** The loss of one row of scores; its gradients, times the share, are set. */
    double row(Batch batch, int at, int target, float share, float[] gradients);

    /**
     * Cross-entropy of classes, whose scores become probabilities by the softmax; focal if {@code focus > 0} (Lin et al.
     * 2017, arXiv:1708.02002): rows that are right anyway count less.
     *
     * @param focus the exponent γ, 0 for plain cross-entropy
     */
    record CrossEntropy(float focus) implements Loss {

        /**
         * Checks the exponent.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public CrossEntropy {
            Checks.argument(focus >= 0, "focus is %s, but must not be negative.", focus);
        }

        @Override
        public double row(Batch batch, int at, int target, float share, float[] gradients) {
            double logSum = softmax(batch, at, gradients);
            double loss = 0;
            double pull = 0;
            for (int i = 0; i < batch.width(); i++) {
                float wanted = batch.targets()[target + i];
                if (wanted != 0) {
                    double log = batch.scores()[at + i] - logSum;
                    loss -= wanted * focused(gradients[at + i]) * log;
                    pull += wanted * slope(gradients[at + i], log);
                }
            }
            for (int i = 0; i < batch.width(); i++) {
                float wanted = batch.targets()[target + i];
                double own = wanted == 0 ? 0 : wanted * slope(gradients[at + i], batch.scores()[at + i] - logSum);
                gradients[at + i] = (float) (share * (gradients[at + i] * pull - own));
            }
            return loss;
        }

        /** Sets probabilities, and gives the logarithm of what the exponentials of the scores sum to. */
        private static double softmax(Batch batch, int at, float[] probabilities) {
            float[] scores = batch.scores();
            float most = scores[at];
            for (int i = 1; i < batch.width(); i++) {
                most = Math.max(most, scores[at + i]);
            }
            double sum = 0;
            for (int i = 0; i < batch.width(); i++) {
                double power = Math.exp((double) scores[at + i] - most);
                probabilities[at + i] = (float) power;
                sum += power;
            }
            for (int i = 0; i < batch.width(); i++) {
                probabilities[at + i] /= (float) sum;
            }
            return most + Math.log(sum);
        }

        /** {@code (1 - p)^γ}. */
        private double focused(double p) {
            return focus == 0 ? 1 : Math.pow(1 - p, focus);
        }

        /** {@code -p · d/dp (-(1 - p)^γ log p)}: 1 for plain cross-entropy. */
        private double slope(double p, double log) {
            return focus == 0 ? 1 : focused(p) - (p < 1 ? focus * p * log * focused(p) / (1 - p) : 0);
        }
    }

    /** Squared error. */
    record SquaredError() implements Loss {
        @Override
        public double row(Batch batch, int at, int target, float share, float[] gradients) {
            double loss = 0;
            for (int i = 0; i < batch.width(); i++) {
                float error = batch.scores()[at + i] - batch.targets()[target + i];
                gradients[at + i] = 2 * share * error;
                loss += (double) error * error;
            }
            return loss;
        }
    }

    /**
     * Squared error near the target, absolute error from some distance on (Huber 1964).
     *
     * @param distance where the one becomes the other
     */
    record Huber(float distance) implements Loss {

        /**
         * Checks the distance.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Huber {
            Checks.argument(distance > 0, "distance is %s, but must be positive.", distance);
        }

        @Override
        public double row(Batch batch, int at, int target, float share, float[] gradients) {
            double loss = 0;
            for (int i = 0; i < batch.width(); i++) {
                float error = batch.scores()[at + i] - batch.targets()[target + i];
                float size = Math.abs(error);
                gradients[at + i] = share * Math.max(-distance, Math.min(distance, error));
                loss += size < distance ? 0.5 * size * size : distance * (size - 0.5 * distance);
            }
            return loss;
        }
    }

    /**
     * The loss whose least are quantiles (Koenker and Bassett 1978).
     *
     * @param quantiles one for each score of a row
     */
    record Pinball(List<Double> quantiles) implements Loss {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if they are not rising numbers between 0 and 1
         */
        public Pinball {
            quantiles = List.copyOf(quantiles);
            Task.checkQuantiles(quantiles);
        }

        @Override
        public double row(Batch batch, int at, int target, float share, float[] gradients) {
            double loss = 0;
            for (int i = 0; i < batch.width(); i++) {
                float error = batch.targets()[target + i] - batch.scores()[at + i];
                float quantile = quantiles.get(i).floatValue();
                float slope = error > 0 ? quantile : quantile - 1;
                gradients[at + i] = -share * slope;
                loss += slope * error;
            }
            return loss;
        }
    }
}
