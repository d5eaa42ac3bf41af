package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.api.DataException;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Calibration;
import io.automl4j.model.Decision;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.FittedEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the graph of one model. */
final class Export {
    /** What a message may hold. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - (1L << 20);

    /** Corrections are no members. */
    private static final long NO_TRIAL = -1;

    private final AutoModel model;
    private final ModelParts parts;
    private final Graph graph = new Graph();
    private final Encoding encoding;
    private final Map<Integer, Value> encoded = new HashMap<>();

    Export(AutoModel model) {
        this.model = model;
        this.parts = model.parts();
        this.encoding = new Encoding(graph, new Inputs(graph, columns(model)));
    }

    /** The columns that the model reads; all where it reads none, since somebody has to say how many rows there are. */
    static Schema columns(AutoModel model) {
        Schema required = model.requiredColumns();
        if (!required.columns().isEmpty()) {
            return required;
        }
        return model.schema()
                .withColumns(model.schema().allWithRole(Role.FEATURE).stream()
                        .filter(column -> column.kind() != ColumnKind.ID)
                        .toList());
    }

    OnnxModel run() {
        Value predicted = finished(parts.processing()
                .stack()
                .map(this::stacked)
                .orElseGet(() -> mixture().sum()));
        switch (parts.task().type()) {
            case BINARY, MULTICLASS -> classes(predicted);
            case REGRESSION ->
                graph.output("value", graph.reshape(predicted, -1), DataType.FLOAT, 0, "the predicted number");
            case QUANTILE ->
                graph.output(
                        "quantiles",
                        predicted,
                        DataType.FLOAT,
                        parts.task().outputs(),
                        "the value of each quantile, in the order of the metadata 'quantiles'");
        }
        GraphProto built = graph.build(parts.task().target());
        check(size(built), MOST_BYTES);
        return new OnnxModel(Metadata.of(model, built, graph));
    }

    private Mixture mixture() {
        Mixture mixture = new Mixture(graph, parts.task().outputs());
        parts.members().forEach(member -> add(member, member.weight(), mixture));
        return mixture;
    }

    private void add(Member member, double weight, Mixture mixture) {
        for (FoldModel fold : member.folds()) {
            FittedEncoder encoder = parts.encoders().get(fold.encoder());
            Value rows = encoded.computeIfAbsent(fold.encoder(), unused -> encoding.rows(encoder));
            double share = weight / member.folds().size();
            fold.model().accept(new FoldGraph(graph, mixture, share, member.trial(), rows, encoder.features()));
        }
    }

    /** The mean of members, and what a model that reads how far each is from it, and the mean itself, adds to it. */
    private Value stacked(Stack stack) {
        Map<Long, Member> members =
                parts.members().stream().collect(Collectors.toMap(Member::trial, Function.identity()));
        List<Value> predicted = new ArrayList<>();
        double[] weights = new double[stack.members().size()];
        for (long trial : stack.members()) {
            Member member = Objects.requireNonNull(members.get(trial));
            Mixture alone = new Mixture(graph, 1);
            add(member, 1, alone);
            weights[predicted.size()] = member.weight();
            predicted.add(graph.repeated(alone.sum(), 1));
        }
        Value all = graph.concat(predicted, 1);
        Value mean = graph.add("MatMul", all, graph.constant(weights, weights.length, 1));
        Value inputs = graph.cast(graph.concat(List.of(graph.add("Sub", all, mean), mean), 1), DataType.FLOAT);
        List<Feature> features = Stack.features(weights.length);
        Mixture correction = new Mixture(graph, 1);
        stack.correction().accept(new FoldGraph(graph, correction, 1, NO_TRIAL, inputs, features));
        return graph.add("Add", mean, correction.sum());
    }

    /** Probabilities are raised to powers, multiplied by factors, and divided by their sum; quantiles are shifted and sorted. */
    private Value finished(Value sum) {
        Task task = parts.task();
        Value values = graph.repeated(sum, task.outputs());
        if (task.type().isClassification()) {
            values = scaled(values, parts.processing().calibration());
            values = graph.add("Div", values, graph.add("ReduceSum", values, graph.list(1)));
        }
        if (task.type() == TaskType.QUANTILE) {
            values = sorted(values, parts.processing().shifts());
        }
        return graph.cast(values, DataType.FLOAT);
    }

    private Value sorted(Value quantiles, List<Double> shifts) {
        Value shifted = shifts.isEmpty() ? quantiles : graph.add("Add", quantiles, row(shifts));
        Value all = graph.list(parts.task().outputs());
        return graph.addAll("TopK", 2, List.of(shifted, all), Attributes.of("largest", 0L))
                .get(0);
    }

    private Value scaled(Value values, Calibration calibration) {
        if (calibration.isNone()) {
            return values;
        }
        Value raised = graph.add("Pow", values, row(calibration.powers()));
        return graph.add("Mul", raised, row(calibration.factors()));
    }

    private Value row(List<Double> values) {
        return graph.constant(values.stream().mapToDouble(Double::doubleValue).toArray(), 1, values.size());
    }

    /** What it is worth to say each class. */
    private Value gains(Value probabilities) {
        Decision decision = parts.processing().decision();
        if (decision.equals(Decision.MOST_PROBABLE)) {
            return probabilities;
        }
        int classes = parts.task().outputs();
        double[] gains = Arrays.stream(decision.gains(classes))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return graph.add("MatMul", graph.cast(probabilities, DataType.DOUBLE), graph.constant(gains, classes, classes));
    }

    private void classes(Value probabilities) {
        List<String> classes = parts.task().classes();
        Value best =
                graph.add("ArgMax", gains(probabilities), Attributes.of("axis", 1L), Attributes.of("keepdims", 0L));
        Value names = graph.constant(Tensors.of(classes, classes.size()));
        graph.output("label", graph.add("Gather", names, best), DataType.STRING, 0, "the class");
        graph.output(
                "probabilities",
                probabilities,
                DataType.FLOAT,
                classes.size(),
                "the probability of each class, in the order of the metadata 'classes'");
    }

    /** Parts are measured one by one, since a message measures itself with an int. */
    private static long size(GraphProto graph) {
        return graph.getNodeList().stream()
                        .mapToLong(node -> node.getSerializedSize())
                        .sum()
                + graph.getInitializerList().stream()
                        .mapToLong(tensor -> tensor.getSerializedSize())
                        .sum();
    }

    static void check(long bytes, long most) {
        if (bytes > most) {
            throw new DataException(("The ensemble takes %d MiB as ONNX, whose files hold at most %d MiB.%n"
                            + "Maybe export a smaller one of its front: --operating-point fast, or model.at(model.front().fast()).")
                    .formatted(bytes >> 20, most >> 20));
        }
    }
}
