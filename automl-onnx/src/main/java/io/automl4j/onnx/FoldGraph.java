package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.ModelVisitor;
import io.automl4j.model.predictor.NeighboursModel;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.model.predictor.NetworkModel.Target;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.model.predictor.TreesModel;
import java.util.List;

/**
 * The model of a fold as nodes of a graph, which add to a mixture.
 *
 * @param graph the graph
 * @param mixture what it adds to
 * @param weight the weight in it
 * @param trial the number of the member
 * @param rows encoded rows
 * @param features what their columns are
 */
record FoldGraph(Graph graph, Mixture mixture, double weight, long trial, Value rows, List<Feature> features)
        implements ModelVisitor<Mixture> {

    @Override
    public Mixture prior(PriorModel model) {
        return mixture.add(model.values(), weight);
    }

    @Override
    public Mixture linear(LinearModel model) {
        float[] biases = model.biases();
        float[] weights = model.weights();
        Value scores = graph.add(
                "Gemm",
                List.of(
                        rows,
                        graph.constant(weights, biases.length, weights.length / biases.length),
                        graph.constant(biases, biases.length)),
                Attributes.of("transB", 1L));
        return mixture.add(scores, model.link(), weight);
    }

    @Override
    public Mixture neighbours(NeighboursModel model) {
        Neighbours.check(trial, model.size());
        return mixture.add(Neighbours.predictions(graph, model, rows), Link.IDENTITY, weight);
    }

    @Override
    public Mixture trees(TreesModel model) {
        return mixture.add(Trees.scores(graph, model, rows, features), model.link(), weight);
    }

    @Override
    public Mixture network(NetworkModel model) {
        Mixture mean = model.target().equals(Target.PLAIN) ? mixture : new Mixture(graph, model.outputs());
        double share = (mean == mixture ? weight : 1) / model.sets().size();
        int members = model.spec().members();
        for (float[] parameters : model.sets()) {
            mean.add(Networks.scores(graph, model.spec(), parameters, rows), members, model.link(), share);
        }
        return mean == mixture ? mixture : mixture.add(unscaled(mean.sum(), model.target()), Link.IDENTITY, weight);
    }

    private Value unscaled(Value scores, Target target) {
        Value spread = graph.add("Mul", scores, graph.constant((double) target.spread()));
        Value value = graph.add("Add", spread, graph.constant((double) target.centre()));
        Value notBelow = graph.add("Max", value, graph.constant((double) target.low()));
        return graph.cast(graph.add("Min", notBelow, graph.constant((double) target.high())), DataType.FLOAT);
    }
}
