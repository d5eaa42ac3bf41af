package io.automl4j.dl4j;

import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FoldModel;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network of a fitted model as a graph of DL4J.
 *
 * @param model the model that it is part of
 * @param trial the number of the trial that found it
 * @param fold the fold on which it was trained
 * @param snapshot its number among the snapshots of the fold, from 0; what they predict is averaged
 * @param network the network and the graph
 */
public record Dl4jModel(AutoModel model, long trial, FoldModel fold, int snapshot, Dl4jNetwork network) {

    /**
     * What rows are to the graph, as in {@code network().graph().output(inputs(rows))}.
     *
     * @param rows rows as {@link AutoModel#predict(Table)} takes them
     * @return an array for each input of the graph
     * @throws io.automl4j.api.DataException if a column that the model reads is missing
     */
    public INDArray[] inputs(Table rows) {
        return network.inputs(model.encoded(fold, rows));
    }
}
