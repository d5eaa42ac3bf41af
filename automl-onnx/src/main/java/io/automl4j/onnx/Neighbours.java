package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.api.DataException;
import io.automl4j.model.predictor.NeighboursModel;
import java.util.List;

/**
 * Nearest neighbours as nodes of a graph. Squares are summed in the order of {@link NeighboursModel}, one feature of all
 * stored rows after another: which of two rows that are equally far comes first may hang on the last digit.
 */
final class Neighbours {
    /** Every one is compared with each row that is predicted, and is in the file. */
    static final int MOST_ROWS = 5_000;

    private static final double LEAST_SCALE = 1e-6;
    private static final double LEAST_DISTANCE = 0.05;

    private final Graph graph;
    private final NeighboursModel model;
    private final int stored;
    private final int count;

    private Neighbours(Graph graph, NeighboursModel model) {
        this.graph = graph;
        this.model = model;
        this.stored = model.size();
        this.count = model.vote().neighbours();
    }

    /** Refuses a member that stores too many rows. */
    static void check(long trial, int stored) {
        if (stored > MOST_ROWS) {
            throw new DataException(
                    ("Member %d, nearest neighbours (knn), compares with %d rows of training; at most %d go into an ONNX file.%n"
                                    + "Maybe take another ensemble of the front, or leave knn out of --learners.")
                            .formatted(trial, stored, MOST_ROWS));
        }
    }

    /** The predictions for encoded rows, {@code [rows × outputs]}. */
    static Value predictions(Graph graph, NeighboursModel model, Value rows) {
        Neighbours neighbours = new Neighbours(graph, model);
        List<Value> nearest = graph.addAll(
                "TopK",
                2,
                List.of(neighbours.squares(rows), graph.list(neighbours.count)),
                Attributes.of("largest", 0L));
        return neighbours.voted(nearest.get(0), nearest.get(1));
    }

    /** Squared distances, {@code [rows × stored]}. */
    private Value squares(Value rows) {
        Value shape = graph.concat(List.of(graph.rows(rows), graph.list(stored)), 0);
        Value zeros = graph.add("Expand", graph.constant(0f), shape);
        Value queries = graph.add("Transpose", rows);
        float[] columns = model.stored();
        return graph.add(
                "Scan",
                List.of(zeros, queries, graph.constant(columns, columns.length / stored, stored)),
                Attributes.of("num_scan_inputs", 2L),
                Attributes.of("body", oneFeature()));
    }

    /** Adds the squares of one feature to sums. */
    private GraphProto oneFeature() {
        Value sums = new Value(graph.free("b"));
        Value query = new Value(graph.free("b"));
        Value column = new Value(graph.free("b"));
        Value apart = new Value(graph.free("b"));
        Value distances = new Value(graph.free("b"));
        Value squares = new Value(graph.free("b"));
        Value added = new Value(graph.free("b"));
        return GraphProto.newBuilder()
                .setName("squares")
                .addInput(Graph.typed(sums.name(), DataType.FLOAT))
                .addInput(Graph.typed(query.name(), DataType.FLOAT))
                .addInput(Graph.typed(column.name(), DataType.FLOAT))
                .addNode(Graph.node("Unsqueeze", List.of(query, graph.list(1))).addOutput(apart.name()))
                .addNode(Graph.node("Sub", List.of(apart, column)).addOutput(distances.name()))
                .addNode(Graph.node("Mul", List.of(distances, distances)).addOutput(squares.name()))
                .addNode(Graph.node("Add", List.of(sums, squares)).addOutput(added.name()))
                .addOutput(Graph.typed(added.name(), DataType.FLOAT))
                .build();
    }

    /** From squared distances and numbers of stored rows, both {@code [rows × count]}. */
    private Value voted(Value squares, Value which) {
        float[] prior = model.prior();
        int outputs = prior.length;
        Value weights = wide(graph.add("Gather", graph.constant(model.weights(), stored), which));
        if (model.vote().byDistance()) {
            weights = graph.add("Div", weights, distances(squares));
        }
        Value targets = wide(graph.add("Gather", graph.constant(model.targets(), stored, outputs), which));
        Value sums = graph.squeeze(graph.add("MatMul", graph.unsqueeze(weights, 1), targets), 1);
        Value total = graph.add("ReduceSum", weights, graph.list(1));
        Value nothing = graph.add("Equal", total, graph.constant(0.0));
        Value mean = graph.add("Div", total, graph.constant((double) count));
        Value average = graph.where(nothing, graph.constant(1.0), mean);
        Value ofPrior = graph.add("Mul", average, wide(graph.constant(prior, 1, outputs)));
        Value votes = graph.add("Div", graph.add("Add", sums, ofPrior), graph.add("Add", total, average));
        return graph.cast(votes, DataType.FLOAT);
    }

    /** Distances in shares of the greatest of them, never 0. */
    private Value distances(Value squares) {
        Value distances = graph.add("Sqrt", wide(squares));
        Value greatest = graph.gather(distances, new long[] {count - 1L}, 1);
        Value scale = graph.add("Add", greatest, graph.constant(LEAST_SCALE));
        return graph.add("Add", graph.add("Div", distances, scale), graph.constant(LEAST_DISTANCE));
    }

    private Value wide(Value value) {
        return graph.cast(value, DataType.DOUBLE);
    }
}
