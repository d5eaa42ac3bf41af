package io.automl4j.api.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.learner.Rungs.Axis;
import io.automl4j.api.learner.Rungs.Onward;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerValuesTest {
    private static final List<Feature> FEATURES = List.of(new Feature("a", 0), new Feature("b", 3));
    private static final Task TASK = new Task(TaskType.REGRESSION, "y", List.of());

    @Test
    void rowsAreSelectedWhole() {
        EncodedRows rows = EncodedRows.of(FEATURES, new float[] {1, 2, 3, 4, 5, 6}, 3);

        EncodedRows selected = rows.select(new int[] {2, 0});

        assertThat(selected.values()).containsExactly(5, 6, 1, 2);
        assertThat(selected.get(1, 1)).isEqualTo(2);
        assertThat(selected.width()).isEqualTo(2);
        assertThat(selected.features().get(1).isCategorical()).isTrue();
        assertThat(selected.features().get(0).isCategorical()).isFalse();
    }

    @Test
    void rowsOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> EncodedRows.of(FEATURES, new float[3], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 values");
    }

    @Test
    void foldsNeedRowsAndTheirLabels() {
        EncodedRows rows = EncodedRows.of(FEATURES, new float[4], 2);

        assertThat(FoldData.of(TASK, rows, Labels.of(1, 2)).watch().rows()).isZero();
        assertThatThrownBy(() -> FoldData.of(TASK, rows, Labels.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 training rows, but 1 labels");
        assertThatThrownBy(() -> FoldData.of(TASK, EncodedRows.of(FEATURES, new float[0], 0), Labels.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plansAndRungsAreChecked() {
        assertThat(new IterationPlan(10, 2, 3).patience()).isEqualTo(3);
        assertThatThrownBy(() -> new IterationPlan(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IterationPlan(1, 1, -1)).hasMessageContaining("patience");
        assertThat(new Axis(List.of(0.5, 1.0), Onward.CONTINUES).shares()).hasSize(2);
        assertThatThrownBy(() -> new Axis(List.of(0.5, 0.4, 1.0), Onward.CONTINUES))
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> new Axis(List.of(0.5), Onward.CONTINUES)).hasMessageContaining("last rung");
        assertThatThrownBy(() -> new Rungs(Axis.WHOLE, Axis.ofThirds(Onward.CONTINUES)))
                .hasMessageContaining("other rows");
        assertThat(Rungs.ofIterations(Onward.RESTARTS).rows()).isEqualTo(Axis.WHOLE);
    }

    @Test
    void learnersWithoutCheckpointsSaySo() {
        Learner learner = new Learner() {
            @Override
            public IterationPlan plan() {
                return IterationPlan.SINGLE;
            }

            @Override
            public Training start(FoldData data, long seed) {
                throw new IllegalStateException();
            }
        };
        FoldData data = FoldData.of(TASK, EncodedRows.of(FEATURES, new float[2], 1), Labels.of(1));

        assertThatThrownBy(() -> learner.resume(data, 1, Block.EMPTY))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("checkpoint");
    }

    @Test
    void encodersNeedAForm() {
        assertThat(EncoderSpec.TREE.impute()).isFalse();
        assertThat(EncoderSpec.NETWORK.impute()).isTrue();
    }
}
