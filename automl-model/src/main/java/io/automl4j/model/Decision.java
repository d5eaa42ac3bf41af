package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.task.Predictions;
import io.automl4j.model.file.Node;
import java.util.Arrays;
import java.util.List;

/** Which class probabilities stand for. */
public sealed interface Decision {
    /** The most probable class. */
    Decision MOST_PROBABLE = new MostProbable();

    /**
     * The class of a row.
     *
     * @param predictions probabilities of classes
     * @param row the row, from 0
     * @return the index of the class; the first of several that are equally good
     */
    int of(Predictions predictions, int row);

    /**
     * What metrics that judge classes are to see.
     *
     * @param predictions probabilities of classes
     * @return 1 for the class that is decided for, 0 for the others; the predictions themselves where it is the most probable one
     */
    Predictions applied(Predictions predictions);

    private static Predictions classes(Decision decision, Predictions predictions) {
        int outputs = predictions.outputs();
        float[] values = new float[predictions.rows() * outputs];
        for (int row = 0; row < predictions.rows(); row++) {
            values[row * outputs + decision.of(predictions, row)] = 1;
        }
        return Predictions.of(values, outputs);
    }

    /**
     * What it is worth to say a class of rows of a class: the class of a row is the one of the greatest expected worth.
     *
     * @param classes the number of classes
     * @return {@code gains[truth][label]}
     */
    double[][] gains(int classes);

    /**
     * Refuses what is for another number of classes.
     *
     * @param classes the number of classes, 0 for regression
     * @throws IllegalArgumentException if it does not fit
     */
    void checkFits(int classes);

    /**
     * The decision as it is saved.
     *
     * @return a node, see {@link #load}
     */
    Node save();

    /**
     * For two classes: the second one, which is the positive one, above a probability.
     *
     * @param threshold what the probability of the second class has to be above, between 0 and 1
     * @return the decision
     * @throws IllegalArgumentException if the threshold is not between 0 and 1
     */
    static Decision threshold(double threshold) {
        Checks.argument(threshold > 0 && threshold < 1, "threshold is %s, but must lie between 0 and 1.", threshold);
        return new Weighted(List.of(threshold, 1 - threshold));
    }

    /**
     * The class of the least expected cost (Elkan, "The Foundations of Cost-Sensitive Learning", 2001).
     *
     * @param costs {@code costs[truth][label]}: what it costs to say the class {@code label} of a row of the class {@code truth}
     * @return the decision
     * @throws IllegalArgumentException if the costs are no square of finite numbers
     */
    static Decision leastCost(double[][] costs) {
        return new LeastCost(Arrays.stream(costs)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList());
    }

    /**
     * Reads a decision.
     *
     * @param node what {@link #save} wrote
     * @return the decision
     * @throws ModelFileException if it is of a kind that this version does not know
     */
    static Decision load(Node node) {
        String kind = node.text("kind");
        return switch (kind) {
            case "most_probable" -> MOST_PROBABLE;
            case "weighted" -> new Weighted(Numbers.boxed(node.doubles("weights")));
            case "least_cost" ->
                new LeastCost(node.nodes("costs").stream()
                        .map(row -> Numbers.boxed(row.doubles("row")))
                        .toList());
            default ->
                throw new ModelFileException(
                        "The model decides by '%s', which this version does not know.%nMaybe update automl-model."
                                .formatted(kind));
        };
    }

    /** See {@link #MOST_PROBABLE}. */
    record MostProbable() implements Decision {
        @Override
        public int of(Predictions predictions, int row) {
            return predictions.argMax(row);
        }

        @Override
        public Predictions applied(Predictions predictions) {
            return predictions;
        }

        @Override
        public double[][] gains(int classes) {
            double[][] gains = new double[classes][classes];
            for (int i = 0; i < classes; i++) {
                gains[i][i] = 1;
            }
            return gains;
        }

        @Override
        public void checkFits(int classes) {}

        @Override
        public Node save() {
            return new Node().put("kind", "most_probable");
        }
    }

    /**
     * The class whose probability times its weight is greatest. For two classes this is a threshold: {@code w₀ / (w₀ + w₁)}.
     *
     * @param weights of each class
     */
    record Weighted(List<Double> weights) implements Decision {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if a weight is not positive
         */
        public Weighted {
            weights = List.copyOf(weights);
            weights.forEach(weight -> Checks.argument(
                    weight > 0 && Double.isFinite(weight),
                    "A class has weight %s, but must have a positive one.",
                    weight));
        }

        @Override
        public int of(Predictions predictions, int row) {
            int best = 0;
            for (int i = 1; i < weights.size(); i++) {
                if (weights.get(i) * predictions.get(row, i) > weights.get(best) * predictions.get(row, best)) {
                    best = i;
                }
            }
            return best;
        }

        @Override
        public Predictions applied(Predictions predictions) {
            return classes(this, predictions);
        }

        @Override
        public double[][] gains(int classes) {
            double[][] gains = MOST_PROBABLE.gains(classes);
            for (int i = 0; i < classes; i++) {
                gains[i][i] = weights.get(i);
            }
            return gains;
        }

        @Override
        public void checkFits(int classes) {
            Checks.argument(
                    weights.size() == classes,
                    "The decision is for %d classes, but the model has %d.%nMaybe weigh the classes by their costs: Decision.leastCost.",
                    weights.size(),
                    classes);
        }

        @Override
        public Node save() {
            return new Node().put("kind", "weighted").put("weights", Numbers.array(weights));
        }
    }

    /**
     * See {@link #leastCost}.
     *
     * @param costs a list for each class of the truth, with the cost of each label
     */
    record LeastCost(List<List<Double>> costs) implements Decision {

        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if they are no square of finite numbers
         */
        public LeastCost {
            costs = costs.stream().map(List::copyOf).toList();
            for (List<Double> row : costs) {
                Checks.argument(
                        row.size() == costs.size(),
                        "Costs of %d classes have a row of %d: each truth has a cost for each label.",
                        costs.size(),
                        row.size());
                row.forEach(cost -> Checks.argument(Double.isFinite(cost), "A cost is %s, but must be finite.", cost));
            }
        }

        @Override
        public int of(Predictions predictions, int row) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int label = 0; label < costs.size(); label++) {
                double expected = 0;
                for (int truth = 0; truth < costs.size(); truth++) {
                    expected += costs.get(truth).get(label) * predictions.get(row, truth);
                }
                if (expected < least) {
                    best = label;
                    least = expected;
                }
            }
            return best;
        }

        @Override
        public Predictions applied(Predictions predictions) {
            return classes(this, predictions);
        }

        @Override
        public double[][] gains(int classes) {
            return costs.stream()
                    .map(row -> row.stream().mapToDouble(cost -> -cost).toArray())
                    .toArray(double[][]::new);
        }

        @Override
        public void checkFits(int classes) {
            Checks.argument(
                    costs.size() == classes,
                    "The costs are of %d classes, but the model has %d.%nMaybe give a row and a column for each.",
                    costs.size(),
                    classes);
        }

        @Override
        public Node save() {
            return new Node()
                    .put("kind", "least_cost")
                    .put(
                            "costs",
                            costs.stream()
                                    .map(row -> new Node().put("row", Numbers.array(row)))
                                    .toList());
        }
    }
}
