package io.automl4j.model.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.SampleModels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks into models sees all of them: what is built again from it predicts the same. */
final class ModelVisitorTest {

    /** Builds a model again from what it shows. */
    private record Rebuilt(EncodedRows rows) implements ModelVisitor<Model> {
        @Override
        public Model prior(PriorModel model) {
            return PriorModel.of(model.values());
        }

        @Override
        public Model linear(LinearModel model) {
            return LinearModel.of(model.weights(), model.biases(), model.link());
        }

        @Override
        public Model neighbours(NeighboursModel model) {
            float[] columns = model.stored();
            int size = model.size();
            int width = columns.length / size;
            float[] stored = new float[columns.length];
            for (int i = 0; i < stored.length; i++) {
                stored[i] = columns[i % width * size + i / width];
            }
            EncodedRows kept = EncodedRows.of(rows.features(), stored, size);
            return NeighboursModel.of(kept, model.targets(), model.weights(), model.prior(), model.vote());
        }

        @Override
        public Model trees(TreesModel model) {
            assertThat(model.scale()).isEqualTo(1);
            TreesBuilder trees = TreesModel.boosted(model.link(), model.base());
            for (int tree = 0; tree < model.size(); tree++) {
                trees.add(model.tree(tree), model.target(tree));
            }
            return trees.build();
        }

        @Override
        public Model network(NetworkModel model) {
            return NetworkModel.of(model.spec(), model.sets(), model.link(), model.target());
        }
    }

    @Test
    void modelsShowAllThatPredicts() {
        for (AutoModel model : List.of(SampleModels.everyKind(), SampleModels.regression())) {
            for (Member member : model.members()) {
                for (FoldModel fold : member.folds()) {
                    EncodedRows rows = model.encoded(fold, SampleModels.table(40, 3));
                    Model again = fold.model().accept(new Rebuilt(rows));
                    float[] expected = new float[rows.rows() * fold.model().outputs()];
                    float[] actual = new float[expected.length];
                    fold.model().predict(rows, expected);
                    again.predict(rows, actual);
                    assertThat(actual).as(member.learner()).isEqualTo(expected);
                    assertThat(again.operations()).isEqualTo(fold.model().operations());
                }
            }
        }
    }
}
