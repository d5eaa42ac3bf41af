package io.automl4j.tabular;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.learner.Transfer;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Linear regression by gradient descent: the smallest learner that can begin with the weights of another model. */
final class DescentProvider implements LearnerProvider {
    static final String NAME = "descent";
    private static final float RATE = 0.3f;

    private final int rounds;

    /** One that ends near the least squares. */
    DescentProvider() {
        this(20);
    }

    /** One that begins with some rounds: after few of them predictions are near the mean. */
    DescentProvider(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean transfersWeights() {
        return true;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.REGRESSION);
    }

    @Override
    public SearchSpace space(TaskShape shape) {
        return SearchSpace.builder().integer("rounds", 1, 50, rounds).build();
    }

    @Override
    public List<Configuration> starts(TaskShape shape) {
        return List.of(Configuration.EMPTY.with("rounds", rounds));
    }

    @Override
    public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return EncoderSpec.NETWORK;
    }

    @Override
    public Duration forecast(Configuration configuration, TaskShape shape) {
        return Duration.ofMillis(1);
    }

    @Override
    public Learner create(Configuration configuration) {
        return new Descent(configuration.integer("rounds"), List.of());
    }

    private record Descent(int rounds, List<Transfer> earlier) implements Learner {

        @Override
        public IterationPlan plan() {
            return new IterationPlan(rounds, 5, 0);
        }

        @Override
        public Learner from(Transfer other) {
            return new Descent(rounds, List.of(other));
        }

        @Override
        public Training start(FoldData data, long seed) {
            float[] weights = new float[data.train().width()];
            float[] bias = new float[1];
            for (Transfer transfer : earlier) {
                LinearModel model = (LinearModel) transfer.model();
                bias[0] = model.biases()[0];
                for (int i = 0; i < weights.length; i++) {
                    Transfer.Column column = transfer.columns().get(i);
                    if (column.isKnown()) {
                        float weight = model.weights()[column.earlier()];
                        weights[i] = weight * column.factor();
                        bias[0] += weight * column.shift();
                    }
                }
            }
            return new Descending(data, weights, bias);
        }
    }

    private static final class Descending implements Training {
        private final FoldData data;
        private final float[] weights;
        private final float[] bias;
        private int done;

        Descending(FoldData data, float[] weights, float[] bias) {
            this.data = data;
            this.weights = weights;
            this.bias = bias;
        }

        @Override
        public int iteration() {
            return done;
        }

        @Override
        public void advance(int toIteration, Cancellation cancellation) {
            for (; done < toIteration; done++) {
                cancellation.check();
                step();
            }
        }

        private void step() {
            EncodedRows rows = data.train();
            float[] out = new float[rows.rows()];
            model(done).predict(rows, out);
            float[] gradient = new float[weights.length];
            float ofBias = 0;
            for (int row = 0; row < rows.rows(); row++) {
                float error = (float) (out[row] - data.labels().target(row)) / rows.rows();
                ofBias += error;
                for (int i = 0; i < weights.length; i++) {
                    gradient[i] += error * rows.get(row, i);
                }
            }
            bias[0] -= RATE * ofBias;
            for (int i = 0; i < weights.length; i++) {
                weights[i] -= RATE * gradient[i];
            }
        }

        @Override
        public double watchedLoss(int iteration) {
            return Double.NaN;
        }

        @Override
        public FittedModel model(int iteration) {
            return LinearModel.of(weights, bias, Link.IDENTITY);
        }
    }
}
