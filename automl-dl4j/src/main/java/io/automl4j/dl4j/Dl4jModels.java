package io.automl4j.dl4j;

import io.automl4j.model.AutoModel;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.predictor.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/** The networks of a fitted model for those who go on in DL4J. */
public final class Dl4jModels {
    private static final double RATE = 1e-3;

    private Dl4jModels() {}

    /**
     * The networks of a model as graphs, ready to predict, to be trained on by Adam, and to be saved by DL4J's
     * {@code ModelSerializer}.
     *
     * @param model a fitted model
     * @return a graph for each network, those of a member by fold and snapshot; a member predicts the mean of its folds,
     *     a fold that of its snapshots. None if no member is a network
     */
    public static List<Dl4jModel> graphs(AutoModel model) {
        boolean classes = model.task().type().isClassification();
        List<Dl4jModel> graphs = new ArrayList<>();
        for (Member member : model.members()) {
            for (FoldModel fold : member.folds()) {
                if (fold.model() instanceof NetworkModel network) {
                    List<float[]> sets = network.sets();
                    for (int i = 0; i < sets.size(); i++) {
                        Dl4jNetwork graph =
                                Dl4jNetwork.of(network.spec(), sets.get(i), classes, new Adam(RATE), DataType.FLOAT);
                        graphs.add(new Dl4jModel(model, member.trial(), fold, i, graph));
                    }
                }
            }
        }
        return graphs;
    }
}
