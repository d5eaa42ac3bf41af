package io.automl4j.examples;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoClassifier;
import java.io.IOException;
import java.time.Duration;

/** A metric of one's own: what lending to these customers earns. Learners, search and ensemble all follow it. */
public final class OwnMetric {
    private OwnMetric() {}

    /**
     * Fits for the profit.
     *
     * @param args none
     * @throws IOException if the table cannot be read
     */
    public static void main(String[] args) throws IOException {
        AutoModel model = AutoClassifier.builder()
                .metric(new Profit(1, 5))
                .budget(Duration.ofSeconds(5))
                .build()
                .fit(GermanCredit.table());

        System.out.printf(
                "%s for each customer: %.3f%n",
                model.report().metric(), model.report().score());
    }

    /**
     * The mean profit from lending to all whose risk is worth it. The last of two classes, here {@code good}, is the
     * positive one.
     *
     * @param gain what a customer who pays back earns
     * @param loss what a customer who does not costs
     */
    record Profit(double gain, double loss) implements Metric {
        @Override
        public String name() {
            return "profit";
        }

        @Override
        public boolean supports(TaskType type) {
            return type == TaskType.BINARY;
        }

        @Override
        public double optimum() {
            return gain;
        }

        @Override
        public boolean higherIsBetter() {
            return true;
        }

        @Override
        public double score(Labels truth, Predictions predictions) {
            double sum = 0;
            for (int row = 0; row < truth.rows(); row++) {
                double good = predictions.get(row, 1);
                boolean lend = good * gain > (1 - good) * loss;
                double earned = truth.label(row) == 1 ? gain : -loss;
                sum += lend ? truth.weight(row) * earned : 0;
            }
            return sum / truth.totalWeight();
        }
    }
}
