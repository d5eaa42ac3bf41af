package io.automl4j.dl4j;

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
import io.automl4j.model.network.NetworkNode;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.OperationVisitor;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Makes layers and vertices of a network's nodes; DL4J's own ones where it has them. */
final class GraphAssembly implements OperationVisitor<String> {
    /** How much of a running statistic stays at a step. */
    private static final double KEPT = 0.9;

    private final NetworkSpec spec;
    private final Output output;
    private final LayerUpdates updates;
    private final GraphBuilder graph;
    private final List<String> inputs = new ArrayList<>();
    /** For each node the layer, vertex or input that gives what it gives. */
    private final List<String> givers = new ArrayList<>();

    private int node;

    /** What scores become at the end, and how wrong they are. */
    record Output(IActivation activation, ILossFunction loss) {

        /** Probabilities of classes, or numbers. */
        static Output of(boolean classes) {
            return classes
                    ? new Output(new ActivationSoftmax(), new LossMCXENT())
                    : new Output(new ActivationIdentity(), new LossMSE());
        }

        Output weighted() {
            return new Output(activation, new WeightedLoss(loss));
        }
    }

    private GraphAssembly(NetworkSpec spec, Output output, LayerUpdates updates, GraphBuilder graph) {
        this.spec = spec;
        this.output = output;
        this.updates = updates;
        this.graph = graph;
    }

    /**
     * The configuration of a network.
     *
     * @param spec the network
     * @param output what scores become, and their loss
     * @param updates how layers are trained
     * @param graph what layers are added to
     */
    static ComputationGraphConfiguration configuration(
            NetworkSpec spec, Output output, LayerUpdates updates, GraphBuilder graph) {
        GraphAssembly assembly = new GraphAssembly(spec, output, updates, graph);
        for (int i = 0; i < spec.nodes().size(); i++) {
            assembly.node = i;
            assembly.givers.add(spec.nodes().get(i).operation().accept(assembly));
        }
        assembly.end();
        // no input types: DL4J would take widths from them, and an embedding's is not that of its input
        return graph.addInputs(assembly.inputs).build();
    }

    /** A dense layer at the end has a loss of its own; anything else gets one. */
    private void end() {
        String last = givers.get(spec.nodes().size() - 1);
        if (isHead(spec.nodes().size() - 1)) {
            graph.setOutputs(last);
            return;
        }
        LossLayer.Builder loss = new LossLayer.Builder(output.loss()).activation(output.activation());
        graph.addLayer("loss", loss.build(), last).setOutputs("loss");
    }

    private boolean isHead(int number) {
        return number == spec.nodes().size() - 1 && spec.nodes().get(number).operation() instanceof Dense;
    }

    private String input(String name) {
        inputs.add(name);
        return name;
    }

    /** What the node takes from, as one. */
    private String taken() {
        NetworkNode taking = spec.nodes().get(node);
        String[] from = taking.inputs().stream().map(givers::get).toArray(String[]::new);
        if (from.length == 1) {
            return from[0];
        }
        String joined = NodeNames.joined(node);
        switch (taking.join()) {
            case SUM -> graph.addVertex(joined, new ElementWiseVertex(ElementWiseVertex.Op.Add), from);
            case CONCAT -> graph.addVertex(joined, new MergeVertex(), from);
            case GATED -> {
                String gate = NodeNames.gate(node);
                graph.addLayer(
                        gate,
                        new ActivationLayer(new ActivationSigmoid()),
                        own(from[1], taking.inputs().get(1)));
                graph.addVertex(joined, new ElementWiseVertex(ElementWiseVertex.Op.Product), from[0], gate);
            }
        }
        return joined;
    }

    private String layer(Layer layer) {
        return layer(layer, taken());
    }

    private String layer(Layer layer, String from) {
        updates.apply(node, layer);
        graph.addLayer(NodeNames.of(node), layer, from);
        return NodeNames.of(node);
    }

    @Override
    public String columns(Columns operation) {
        return input(NodeNames.of(node));
    }

    @Override
    public String embedding(Embedding operation) {
        EmbeddingLayer layer = new EmbeddingLayer.Builder()
                .nIn(operation.levels() + 1)
                .nOut(operation.dimension())
                .hasBias(false)
                .activation(new ActivationIdentity())
                .build();
        return layer(layer, input(NodeNames.code(node)));
    }

    @Override
    public String periodic(Periodic operation) {
        return layer(new PeriodicLayer(NodeNames.of(node), operation));
    }

    @Override
    public String scaling(Scaling operation) {
        return layer(new ScalingLayer(NodeNames.of(node), operation.sets(), operation.width(), operation.shifted()));
    }

    @Override
    public String dense(Dense operation) {
        if (isHead(node)) {
            return layer(new OutputLayer.Builder(output.loss())
                    .nIn(operation.inputs())
                    .nOut(operation.outputs())
                    .activation(output.activation())
                    .build());
        }
        return layer(new DenseLayer.Builder()
                .nIn(operation.inputs())
                .nOut(operation.outputs())
                .activation(new ActivationIdentity())
                .build());
    }

    @Override
    public String activation(Activation operation) {
        Optional<IActivation> known = operation.mixed() ? Optional.empty() : function(operation.function());
        if (known.isEmpty()) {
            return layer(new FunctionLayer(NodeNames.of(node), operation));
        }
        List<Integer> from = spec.nodes().get(node).inputs();
        return layer(new ActivationLayer(known.get()), from.size() == 1 ? own(taken(), from.get(0)) : taken());
    }

    /** DL4J's activations change what they are given: what is a graph's input, or is taken by others too, is copied first. */
    private String own(String from, int giver) {
        long takers = spec.nodes().stream()
                .filter(taker -> taker.inputs().contains(giver))
                .count();
        if (takers == 1 && !spec.nodes().get(giver).operation().isSource()) {
            return from;
        }
        String copy = NodeNames.copied(node);
        graph.addVertex(copy, new ScaleVertex(1), from);
        return copy;
    }

    /** DL4J's own function; its GELU takes the cube of the wrong thing. */
    private static Optional<IActivation> function(ActivationFunction function) {
        return switch (function) {
            case RELU -> Optional.of(new ActivationReLU());
            case SELU -> Optional.of(new ActivationSELU());
            case GELU -> Optional.empty();
            case SILU -> Optional.of(new ActivationSwish());
            case MISH -> Optional.of(new ActivationMish());
            case TANH -> Optional.of(new ActivationTanH());
        };
    }

    @Override
    public String batchNorm(BatchNorm operation) {
        return layer(new BatchNormalization.Builder()
                .nIn(operation.width())
                .nOut(operation.width())
                .eps(BatchNorm.EPSILON)
                .decay(KEPT)
                .useLogStd(false)
                .build());
    }

    @Override
    public String layerNorm(LayerNorm operation) {
        return layer(new LayerNormLayer(NodeNames.of(node), operation.width()));
    }

    /** DL4J's number is the share that is kept. */
    @Override
    public String dropout(Dropout operation) {
        return layer(new DropoutLayer.Builder().dropOut(1.0 - operation.rate()).build());
    }

    @Override
    public String identity(Identity operation) {
        return taken();
    }

    @Override
    public String members(Members operation) {
        return layer(new MembersLayer(NodeNames.of(node), operation.count(), operation.width()));
    }

    @Override
    public String memberDense(MemberDense operation) {
        return layer(new MemberDenseLayer(NodeNames.of(node), operation));
    }
}
