package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.model.network.Activation;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Dropout;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.Identity;
import io.automl4j.model.network.LayerNorm;
import io.automl4j.model.network.MemberDense;
import io.automl4j.model.network.Members;
import io.automl4j.model.network.OperationVisitor;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import io.automl4j.model.network.Wave;
import java.util.Arrays;
import java.util.List;

/**
 * An operation of a network as nodes of a graph. What comes in and goes out is {@code [rows × width]}, after {@link Members}
 * {@code [rows × members × width]}.
 *
 * @param graph the graph
 * @param parameters those of the network
 * @param at where the operation's begin
 * @param in what comes in
 */
record NetworkStep(Graph graph, float[] parameters, int at, Value in) implements OperationVisitor<Value> {

    private static final float SELU_ALPHA = 1.673_263_2f;
    private static final float SELU_SCALE = 1.050_701_0f;
    private static final float GELU_SCALE = 0.797_884_6f;
    private static final float GELU_CUBIC = 0.044_715f;

    /** Some of the operation's parameters, as a constant. */
    private Value constant(int from, int count, long... shape) {
        return graph.constant(Arrays.copyOfRange(parameters, at + from, at + from + count), shape);
    }

    @Override
    public Value columns(Columns operation) {
        long[] columns = Arrays.stream(operation.columns()).asLongStream().toArray();
        return graph.gather(in, columns, 1);
    }

    @Override
    public Value embedding(Embedding operation) {
        Value code = graph.reshape(graph.gather(in, new long[] {operation.column()}, 1), -1);
        Value levels = graph.constant((float) operation.levels());
        Value known = graph.add(
                "And", graph.add("GreaterOrEqual", code, graph.constant(0f)), graph.add("Less", code, levels));
        Value row = graph.cast(graph.where(known, code, levels), DataType.INT64);
        int count = operation.parameters();
        Value table = constant(0, count, operation.levels() + 1L, operation.dimension());
        return graph.add("Gather", table, row);
    }

    /** Features come first in all shapes, since each has weights of its own. */
    @Override
    public Value periodic(Periodic operation) {
        int features = operation.features();
        int frequencies = operation.frequencies();
        int own = operation.dimension() - 1;
        int waves = features * frequencies;
        float[] phases = Arrays.copyOfRange(parameters, at + waves, at + 2 * waves);
        for (int i = 0; i < waves; i++) {
            phases[i] *= Wave.TURNS;
        }
        Value x = graph.unsqueeze(in, 2);
        Value turns = graph.add(
                "Add",
                graph.add("Mul", x, constant(0, waves, 1, features, frequencies)),
                graph.constant(phases, 1, features, frequencies));
        // whole turns are taken away first, as runtimes lose digits of large angles in different ways
        Value rest = graph.add("Sub", turns, graph.add("Round", turns));
        Value cosines = graph.add("Cos", graph.add("Mul", rest, graph.constant((float) (2 * Math.PI))));
        Value weights = constant(2 * waves, waves * own, features, frequencies, own);
        Value biases = constant(2 * waves + waves * own, features * own, features, 1, own);
        Value mixed = swapped(graph.add("Add", graph.add("MatMul", swapped(cosines), weights), biases));
        return graph.reshape(graph.concat(List.of(x, mixed), 2), 0, operation.outputs());
    }

    /** With the first two dimensions in the other order. */
    private Value swapped(Value value) {
        return graph.add("Transpose", value, Attributes.ofLongs("perm", List.of(1L, 0L, 2L)));
    }

    @Override
    public Value scaling(Scaling operation) {
        int count = operation.sets() * operation.width();
        // one set fits rows of any shape, several stand for the members
        Value scaled = graph.add("Mul", in, sets(operation, 0));
        return operation.shifted() ? graph.add("Add", scaled, sets(operation, count)) : scaled;
    }

    private Value sets(Scaling operation, int from) {
        int count = operation.sets() * operation.width();
        return operation.sets() == 1
                ? constant(from, count, operation.width())
                : constant(from, count, operation.sets(), operation.width());
    }

    @Override
    public Value dense(Dense operation) {
        Value weights = weights(operation);
        Value biases = constant(operation.inputs() * operation.outputs(), operation.outputs(), operation.outputs());
        return graph.add("Add", graph.add("MatMul", in, weights), biases);
    }

    private Value weights(Dense layer) {
        int count = layer.inputs() * layer.outputs();
        float[] weights = Arrays.copyOfRange(parameters, at, at + count);
        for (int i = 0; i < count; i++) {
            weights[i] *= layer.gain();
        }
        return graph.constant(weights, layer.inputs(), layer.outputs());
    }

    @Override
    public Value activation(Activation operation) {
        Value out = function(operation.function());
        if (!operation.mixed()) {
            return out;
        }
        Value share = constant(0, operation.width(), operation.width());
        return graph.add("Add", in, graph.add("Mul", share, graph.add("Sub", out, in)));
    }

    private Value function(ActivationFunction function) {
        return switch (function) {
            case RELU -> graph.add("Relu", in);
            case SELU -> graph.add("Selu", in, Attributes.of("alpha", SELU_ALPHA), Attributes.of("gamma", SELU_SCALE));
            case GELU -> {
                Value cube = graph.add("Mul", graph.add("Mul", in, in), in);
                Value sum = graph.add("Add", in, graph.add("Mul", cube, graph.constant(GELU_CUBIC)));
                Value tanh = graph.add("Tanh", graph.add("Mul", sum, graph.constant(GELU_SCALE)));
                Value gate = graph.add("Mul", graph.add("Add", tanh, graph.constant(1f)), graph.constant(0.5f));
                yield graph.add("Mul", in, gate);
            }
            case SILU -> graph.add("Mul", in, graph.add("Sigmoid", in));
            case MISH -> graph.add("Mul", in, graph.add("Tanh", graph.add("Softplus", in)));
            case TANH -> graph.add("Tanh", in);
        };
    }

    @Override
    public Value batchNorm(BatchNorm operation) {
        int width = operation.width();
        float[] factors = new float[width];
        float[] summands = new float[width];
        for (int i = 0; i < width; i++) {
            double variance = parameters[at + 3 * width + i] + BatchNorm.EPSILON;
            factors[i] = (float) (parameters[at + i] / Math.sqrt(variance));
            summands[i] = parameters[at + width + i] - factors[i] * parameters[at + 2 * width + i];
        }
        return graph.add("Add", graph.add("Mul", in, graph.constant(factors, width)), graph.constant(summands, width));
    }

    @Override
    public Value layerNorm(LayerNorm operation) {
        int width = operation.width();
        return graph.add(
                "LayerNormalization",
                List.of(in, constant(0, width, width), constant(width, width, width)),
                Attributes.of("axis", -1L),
                Attributes.of("epsilon", LayerNorm.EPSILON));
    }

    @Override
    public Value dropout(Dropout operation) {
        return in;
    }

    @Override
    public Value identity(Identity operation) {
        return in;
    }

    @Override
    public Value members(Members operation) {
        Value one = graph.unsqueeze(in, 1);
        return graph.add("Expand", one, graph.list(1, operation.count(), 1));
    }

    @Override
    public Value memberDense(MemberDense operation) {
        Dense layer = operation.layer();
        int members = operation.count();
        int size = layer.inputs() * layer.outputs();
        float[] weights = new float[members * size];
        float[] biases = new float[members * layer.outputs()];
        for (int member = 0; member < members; member++) {
            int from = at + member * layer.parameters();
            for (int i = 0; i < size; i++) {
                weights[member * size + i] = layer.gain() * parameters[from + i];
            }
            System.arraycopy(parameters, from + size, biases, member * layer.outputs(), layer.outputs());
        }
        Value products =
                graph.add("MatMul", swapped(in), graph.constant(weights, members, layer.inputs(), layer.outputs()));
        return swapped(graph.add("Add", products, graph.constant(biases, members, 1, layer.outputs())));
    }
}
