package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph that grows node by node. What is the same is there once: the models of folds are mostly alike in how they
 * encode columns. Not thread-safe.
 */
final class Graph {
    /** The name of the first dimension of all inputs and outputs. */
    static final String BATCH = "rows";

    private static final String TREES_AND_TEXTS = "ai.onnx.ml";
    private static final int TREES_AND_TEXTS_VERSION = 3;
    private static final String RUNTIME = "com.microsoft";
    /** From here on there is layer normalisation. */
    private static final int LEAST_VERSION = 17;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Map<NodeProto, List<Value>> nodes = new HashMap<>();
    private final Map<TensorProto, Value> constants = new HashMap<>();
    private final Map<String, ValueInfoProto> types = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Value> inputs = new ArrayList<>();
    private int named;
    private int version = LEAST_VERSION;
    private boolean ofRuntime;

    /** Adds an input of one value for each row; all inputs come before the first node. */
    Value input(String name, DataType type, String description) {
        taken.add(name);
        graph.addInput(described(name, type, 1).setDocString(description));
        inputs.add(new Value(name));
        return new Value(name);
    }

    /**
     * Makes a value an output.
     *
     * @param name the name to give it; {@code predicted_} comes before it as often as an input has it
     * @param width values of a row, 0 for a single one without a dimension of its own
     */
    void output(String name, Value value, DataType type, int width, String description) {
        String free = name;
        while (taken.contains(free)) {
            free = "predicted_" + free;
        }
        taken.add(free);
        graph.addNode(node("Identity", List.of(value)).addOutput(free));
        graph.addOutput(described(free, type, width).setDocString(description));
    }

    private static ValueInfoProto.Builder described(String name, DataType type, int width) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(BATCH);
        if (width > 0) {
            shape.addDimBuilder().setDimValue(width);
        }
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }

    Value constant(float[] values, long... shape) {
        return constant(Tensors.of(values, shape));
    }

    Value constant(double[] values, long... shape) {
        return constant(Tensors.of(values, shape));
    }

    Value constant(long[] values, long... shape) {
        return constant(Tensors.of(values, shape));
    }

    Value constant(float value) {
        return constant(new float[] {value});
    }

    Value constant(double value) {
        return constant(new double[] {value});
    }

    Value constant(long value) {
        return constant(new long[] {value});
    }

    /** Whole numbers as a list, as shapes and axes are given. */
    Value list(long... values) {
        return constant(values, values.length);
    }

    Value constant(TensorProto.Builder tensor) {
        return constants.computeIfAbsent(tensor.build(), unnamed -> {
            String name = free("c");
            graph.addInitializer(tensor.setName(name));
            return new Value(name);
        });
    }

    /** Adds a node of the operators that every runtime has. */
    Value add(String operator, List<Value> values, AttributeProto... attributes) {
        return add(1, node(operator, values, attributes)).get(0);
    }

    /** The same with one value. */
    Value add(String operator, Value value, AttributeProto... attributes) {
        return add(operator, List.of(value), attributes);
    }

    /** The same with two values. */
    Value add(String operator, Value left, Value right) {
        return add(operator, List.of(left, right));
    }

    /** Adds a node with several outputs. */
    List<Value> addAll(String operator, int outputs, List<Value> values, AttributeProto... attributes) {
        return add(outputs, node(operator, values, attributes));
    }

    /** Adds a node of the operators for trees and texts. */
    Value addOfTreesAndTexts(String operator, Value value, AttributeProto... attributes) {
        return add(1, node(operator, List.of(value), attributes).setDomain(TREES_AND_TEXTS))
                .get(0);
    }

    /**
     * Adds a node that is no operator of the standard, but one of ONNX Runtime. Others do not know what it gives, so the
     * type is written down.
     */
    Value addOfRuntime(String operator, Value value, DataType type, AttributeProto... attributes) {
        ofRuntime = true;
        Value given = add(1, node(operator, List.of(value), attributes).setDomain(RUNTIME))
                .get(0);
        types.put(given.name(), typed(given.name(), type));
        return given;
    }

    /** A description without a shape. */
    static ValueInfoProto typed(String name, DataType type) {
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    Value cast(Value value, DataType type) {
        return add("Cast", value, Attributes.type(type));
    }

    /** Chooses columns of a matrix, or rows of a table. */
    Value gather(Value from, long[] which, int axis) {
        return add("Gather", List.of(from, list(which)), Attributes.of("axis", (long) axis));
    }

    Value where(Value condition, Value yes, Value no) {
        return add("Where", List.of(condition, yes, no));
    }

    /** Values in another shape; -1 is a dimension that follows from the others, 0 one that stays. */
    Value reshape(Value value, long... shape) {
        return add("Reshape", value, list(shape));
    }

    /** A value with one more dimension, of length 1, at a place. */
    Value unsqueeze(Value value, int axis) {
        return add("Unsqueeze", value, list(axis));
    }

    /** A value without a dimension of length 1. */
    Value squeeze(Value value, int axis) {
        return add("Squeeze", value, list(axis));
    }

    /** How many rows a matrix has, as a list. */
    Value rows(Value matrix) {
        return add("Shape", matrix, Attributes.of("start", 0L), Attributes.of("end", 1L));
    }

    /** One row {@code [1 × width]} for each row of the inputs; itself where there are none. */
    Value repeated(Value row, int width) {
        return inputs.isEmpty() ? row : add("Expand", row, concat(List.of(rows(inputs.get(0)), list(width)), 0));
    }

    /** Values one after another along a dimension. */
    Value concat(List<Value> values, int axis) {
        return values.size() == 1 ? values.get(0) : add("Concat", values, Attributes.of("axis", (long) axis));
    }

    /** Declares that an operator is there only from a version of the standard on. */
    void needs(int leastVersion) {
        version = Math.max(version, leastVersion);
    }

    private List<Value> add(int outputs, NodeProto.Builder node) {
        return nodes.computeIfAbsent(node.build(), same -> {
            List<Value> given = new ArrayList<>();
            for (int i = 0; i < outputs; i++) {
                given.add(new Value(free("v")));
                node.addOutput(given.get(i).name());
            }
            graph.addNode(node);
            return List.copyOf(given);
        });
    }

    static NodeProto.Builder node(String operator, List<Value> values, AttributeProto... attributes) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(values.stream().map(Value::name).toList())
                .addAllAttribute(Arrays.asList(attributes));
    }

    /** A name that nothing has. */
    String free(String letter) {
        String name;
        do {
            name = letter + named++;
        } while (!taken.add(name));
        return name;
    }

    /** The version of the operators that every runtime has. */
    int version() {
        return version;
    }

    /** The versions of the operators that are used. */
    List<OperatorSetIdProto> operators() {
        List<OperatorSetIdProto> sets =
                new ArrayList<>(List.of(operators("", version), operators(TREES_AND_TEXTS, TREES_AND_TEXTS_VERSION)));
        if (ofRuntime) {
            sets.add(operators(RUNTIME, 1));
        }
        return List.copyOf(sets);
    }

    private static OperatorSetIdProto operators(String domain, int version) {
        return OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build();
    }

    /** The graph as a message, without what no output needs. */
    GraphProto build(String name) {
        Set<String> needed = new HashSet<>();
        graph.getOutputList().forEach(output -> needed.add(output.getName()));
        Deque<NodeProto> kept = new ArrayDeque<>();
        for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
            NodeProto node = graph.getNode(i);
            if (node.getOutputList().stream().anyMatch(needed::contains)) {
                kept.addFirst(node);
                read(node, needed);
            }
        }
        List<TensorProto> read = graph.getInitializerList().stream()
                .filter(tensor -> needed.contains(tensor.getName()))
                .toList();
        return GraphProto.newBuilder(graph.build())
                .setName(name)
                .clearNode()
                .addAllNode(kept)
                .clearInitializer()
                .addAllInitializer(read)
                .addAllValueInfo(types.values())
                .build();
    }

    /** Collects what a node reads, inner graphs included. */
    private static void read(NodeProto node, Set<String> names) {
        names.addAll(node.getInputList());
        for (AttributeProto attribute : node.getAttributeList()) {
            attribute.getG().getNodeList().forEach(inner -> read(inner, names));
        }
    }
}
