package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.model.predictor.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weighted sum of what models predict, in double precision. Scores of all models with the same link are put side by
 * side, so that it is applied once.
 */
final class Mixture {
    private final Graph graph;
    private final int outputs;
    private final double[] constants;
    private final Map<Link, Scores> scores = new EnumMap<>(Link.class);

    Mixture(Graph graph, int outputs) {
        this.graph = graph;
        this.outputs = outputs;
        this.constants = new double[outputs];
    }

    /** What was added with one link: parts of shape {@code [rows × any × scores]}, and a weight for each of these. */
    private record Scores(List<Value> parts, List<Double> weights) {}

    /** Adds what is the same for every row. */
    Mixture add(float[] values, double weight) {
        for (int i = 0; i < outputs; i++) {
            constants[i] += weight * values[i];
        }
        return this;
    }

    /**
     * Adds the mean of the predictions of some scores.
     *
     * @param value {@code [rows × count × scores]}, single precision
     * @param count how many there are for each row
     * @param link turns each into a prediction
     * @param weight that of their mean
     */
    Mixture add(Value value, int count, Link link, double weight) {
        Scores same = scores.computeIfAbsent(link, unused -> new Scores(new ArrayList<>(), new ArrayList<>()));
        same.parts.add(value);
        for (int i = 0; i < count; i++) {
            same.weights.add(weight / count);
        }
        return this;
    }

    /** Adds the prediction of one score for each row, {@code [rows × scores]}. */
    Mixture add(Value value, Link link, double weight) {
        return add(graph.unsqueeze(value, 1), 1, link, weight);
    }

    /** The sum, {@code [rows × outputs]}; a single row where it is the same for all. */
    Value sum() {
        Optional<Value> sum = scores.entrySet().stream()
                .map(entry -> weighted(entry.getKey(), entry.getValue()))
                .reduce((left, right) -> graph.add("Add", left, right));
        Value constant = graph.constant(constants, 1, outputs);
        boolean none = Arrays.stream(constants).allMatch(value -> value == 0);
        return sum.map(value -> none ? value : graph.add("Add", value, constant))
                .orElse(constant);
    }

    private Value weighted(Link link, Scores same) {
        Value all = graph.cast(graph.concat(same.parts, 1), DataType.DOUBLE);
        double[] weights =
                same.weights.stream().mapToDouble(Double::doubleValue).toArray();
        Value row = graph.constant(weights, 1, weights.length);
        return switch (link) {
            case IDENTITY -> summed(row, all);
            case SOFTMAX -> summed(row, graph.add("Softmax", all, Attributes.of("axis", -1L)));
            case LOGISTIC -> {
                // not Sigmoid: runtimes cut it, and what is left is too much for a high temperature
                Value one = graph.constant(1.0);
                Value yes = graph.add("Div", one, graph.add("Add", one, graph.add("Exp", graph.add("Neg", all))));
                yield summed(row, graph.concat(List.of(graph.add("Sub", one, yes), yes), 2));
            }
        };
    }

    private Value summed(Value row, Value predictions) {
        return graph.squeeze(graph.add("MatMul", row, predictions), 1);
    }
}
