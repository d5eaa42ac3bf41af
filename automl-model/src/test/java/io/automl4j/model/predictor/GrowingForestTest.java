package io.automl4j.model.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Block;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GrowingForestTest {

    /** A leaf. */
    private record Leaf(float... values) implements TreeSource {
        @Override
        public boolean isLeaf(int node) {
            return true;
        }

        @Override
        public int left(int node) {
            throw new AssertionError("a leaf has no children");
        }

        @Override
        public int right(int node) {
            throw new AssertionError("a leaf has no children");
        }

        @Override
        public int feature(int node) {
            throw new AssertionError("a leaf tests nothing");
        }

        @Override
        public float threshold(int node) {
            throw new AssertionError("a leaf tests nothing");
        }

        @Override
        public boolean missingLeft(int node) {
            return false;
        }

        @Override
        public int[] codes(int node) {
            return new int[0];
        }

        @Override
        public float[] values(int node) {
            return values.clone();
        }

        @Override
        public float cover(int node) {
            return 1;
        }
    }

    private static FoldData data(TaskType type) {
        List<String> classes = type == TaskType.REGRESSION ? List.of() : List.of("no", "yes");
        EncodedRows rows = EncodedRows.of(List.of(new Feature("x", 0)), new float[] {1, 2, 3, 4}, 4);
        return FoldData.of(new Task(type, "y", classes), rows, Labels.of(0, 0, 0, 1));
    }

    private static Leaf leaf(TaskType type, float value) {
        return type == TaskType.REGRESSION ? new Leaf(value) : new Leaf(1 - value, value);
    }

    private static float[] predicted(GrowingForest forest, FoldData data) {
        float[] out = new float[data.train().rows() * forest.model().outputs()];
        forest.model().predict(data.train(), out);
        return out;
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "REGRESSION"})
    void whatWasPutAsideGrowsAsIfItHadNotBeen(TaskType type) {
        FoldData data = data(type);
        GrowingForest whole = GrowingForest.of(data);
        whole.add(leaf(type, 0.25f));
        Block checkpoint = whole.checkpoint();
        float[] before = predicted(whole, data);
        whole.add(leaf(type, 1));

        GrowingForest rest = GrowingForest.of(checkpoint);
        assertThat(rest.size()).isEqualTo(1);
        assertThat(predicted(rest, data)).containsExactly(before);
        rest.add(leaf(type, 1));
        assertThat(rest.size()).isEqualTo(whole.size()).isEqualTo(2);
        assertThat(predicted(rest, data)).containsExactly(predicted(whole, data));
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "REGRESSION"})
    void aForestWithoutTreesCanBePutAside(TaskType type) {
        FoldData data = data(type);
        GrowingForest none = GrowingForest.of(data);
        assertThat(predicted(GrowingForest.of(none.checkpoint()), data)).containsExactly(predicted(none, data));
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "REGRESSION"})
    void aLearnerGoesOnFromTheTreesThatItHas(TaskType type) {
        FoldData data = data(type);
        List<Integer> sizes = new ArrayList<>();
        ForestLearner learner = new ForestLearner(IterationPlan.SINGLE, (rows, seed, forest) -> {
            sizes.add(forest.size());
            return FixedTraining.prior(rows);
        });
        GrowingForest one = GrowingForest.of(data);
        one.add(leaf(type, 1));
        learner.start(data, 1).close();
        learner.resume(data, 1, one.checkpoint()).close();
        assertThat(sizes).containsExactly(0, 1);
    }
}
