package io.automl4j.dl4j;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.dl4j.GraphAssembly.Output;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.Operation;
import io.automl4j.neural.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A network as a graph of DL4J. Each node of the network is a layer of the same number, {@code n0}, {@code n1}, …; each
 * source of encoded rows is an input of the graph. Its output is probabilities of classes, or a number in the units of
 * training (mean 0, deviation 1); of a shared-weight ensemble one row for each member.
 *
 * @param spec the network
 * @param graph the graph
 */
public record Dl4jNetwork(NetworkSpec spec, ComputationGraph graph) {

    /**
     * A graph of a network.
     *
     * @param spec the network
     * @param parameters its parameters
     * @param classes whether scores are of classes; otherwise they are numbers
     * @param updater how DL4J trains it, if it does
     * @param type the precision
     * @return the graph with these parameters
     */
    public static Dl4jNetwork of(
            NetworkSpec spec, float[] parameters, boolean classes, IUpdater updater, DataType type) {
        NeuralNetConfiguration.Builder builder =
                new NeuralNetConfiguration.Builder().dataType(type).updater(updater);
        return of(
                        spec,
                        GraphAssembly.configuration(
                                spec, Output.of(classes), LayerUpdates.ALIKE, builder.graphBuilder()))
                .with(parameters);
    }

    /** A graph that is trained as a plan says, in so many steps; its labels have a column of weights. */
    static Dl4jNetwork of(TrainingPlan plan, boolean classes, int steps, DataType type) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder().dataType(type);
        LayerUpdates updates = new PlannedUpdates(plan, steps);
        Output output = Output.of(classes).weighted();
        return of(plan.spec(), GraphAssembly.configuration(plan.spec(), output, updates, builder.graphBuilder()))
                .with(plan.start());
    }

    private static Dl4jNetwork of(NetworkSpec spec, ComputationGraphConfiguration configuration) {
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return new Dl4jNetwork(spec, graph);
    }

    private Dl4jNetwork with(float[] parameters) {
        setParameters(parameters);
        return this;
    }

    /**
     * Sets the graph's weights.
     *
     * @param parameters of the network, as a flat array
     * @throws IllegalArgumentException if there are more or less than the network has
     */
    public void setParameters(float[] parameters) {
        Checks.argument(
                parameters.length == spec.parameters(),
                "%d parameters for %s.%nMaybe they are those of another network.",
                parameters.length,
                spec);
        for (Slot slot : Slots.of(spec)) {
            INDArray array = graph.getParam(slot.key());
            array.assign(slot.read(parameters, array.shape(), array.dataType()));
        }
    }

    /**
     * The graph's weights as parameters of the network, with which it predicts in plain Java.
     *
     * @return a new flat array
     */
    public float[] parameters() {
        float[] parameters = new float[spec.parameters()];
        for (Slot slot : Slots.of(spec)) {
            slot.write(graph.getParam(slot.key()), parameters);
        }
        return parameters;
    }

    /**
     * What rows are to the graph.
     *
     * @param rows encoded rows
     * @return an array {@code [rows × width]} for each input
     */
    public INDArray[] inputs(EncodedRows rows) {
        DataType type = graph.getConfiguration().getDataType();
        List<INDArray> inputs = new ArrayList<>();
        for (int i = 0; i < spec.nodes().size(); i++) {
            Operation operation = spec.nodes().get(i).operation();
            if (operation instanceof Columns columns) {
                float[] out = new float[rows.rows() * columns.outputs()];
                columns.predict(new float[0], 0, rows.values(), rows.width(), out, rows.rows());
                inputs.add(Nd4j.create(out, new long[] {rows.rows(), columns.outputs()}, 'c')
                        .castTo(type));
            } else if (operation instanceof Embedding embedding) {
                float[] codes = new float[rows.rows()];
                for (int row = 0; row < codes.length; row++) {
                    codes[row] = embedding.index(rows.get(row, embedding.column()));
                }
                inputs.add(Nd4j.create(codes, new long[] {codes.length, 1}, 'c').castTo(type));
            }
        }
        return inputs.toArray(INDArray[]::new);
    }
}
