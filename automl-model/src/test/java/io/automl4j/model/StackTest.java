package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.PriorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StackTest {
    private static final Task NUMBER = new Task(TaskType.REGRESSION, "class", List.of());
    /** Twice what the second one is above the mean, a tenth of the mean, and 1. */
    static final Stack STACK =
            new Stack(List.of(16L, 11L), LinearModel.of(new float[] {0, 2, 0.1f}, new float[] {1}, Link.IDENTITY));

    @TempDir
    private Path folder;

    private static Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("amount", 12.5);
        row.put("colour", "red");
        row.put("city", "city 3");
        row.put("since", "2021-05-06");
        row.put("remark", "remark about 17 things");
        return row;
    }

    private static double predicted(AutoModel model) {
        return model.predict(row()).value();
    }

    @Test
    void meansAreCorrectedByWhatMembersSay() {
        double[] means = {10, 20};
        STACK.correct(means, new double[] {9, 11, 24, 16});
        assertThat(means).containsExactly(new double[] {10 + 2 + 1 + 1, 20 - 8 + 2 + 1}, within(1e-5));
    }

    @Test
    void noRowsAreCorrectedToNoRows() {
        double[] means = {};
        STACK.correct(means, new double[0]);
        assertThat(means).isEmpty();
    }

    @Test
    void aModelIsCorrectedAndItsFileToo() throws IOException {
        AutoModel plain = SampleModels.ofNumbers(NUMBER, PostProcessing.NONE);
        AutoModel stacked = SampleModels.ofNumbers(NUMBER, PostProcessing.correcting(STACK));
        double first = predicted(plain.only(11));
        double mean = predicted(plain);

        assertThat(predicted(stacked)).isCloseTo(mean + 2 * (first - mean) + 0.1 * mean + 1, within(1e-4));
        assertThat(stacked.digest()).isNotEqualTo(plain.digest());
        Path file = folder.resolve("stacked.automl");
        stacked.save(file);
        AutoModel loaded = AutoModel.load(file);
        assertThat(loaded.digest()).isEqualTo(stacked.digest());
        assertThat(predicted(loaded)).isEqualTo(predicted(stacked));
    }

    @Test
    void aMemberAloneIsNotCorrected() {
        AutoModel plain = SampleModels.ofNumbers(NUMBER, PostProcessing.NONE);
        AutoModel stacked = SampleModels.ofNumbers(NUMBER, PostProcessing.correcting(STACK));
        assertThat(predicted(stacked.only(16))).isEqualTo(predicted(plain.only(16)));
    }

    @Test
    void stacksOfOtherMembersAreRefused() {
        Stack other = new Stack(List.of(16L, 12L), STACK.correction());
        assertThatThrownBy(() -> SampleModels.ofNumbers(NUMBER, PostProcessing.correcting(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reads the members [16, 12]");
    }

    @Test
    void stacksAreOfNumbers() {
        assertThatThrownBy(() -> SampleModels.with(PostProcessing.correcting(STACK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is a stack, which is for numbers, but the task is MULTICLASS.");
    }

    @Test
    void whatDoesNotFitIsNoStack() {
        assertThatThrownBy(() -> new Stack(List.of(1L), STACK.correction()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The correction of a stack must read 2 columns and predict one number.");
        assertThatThrownBy(() -> new Stack(List.of(1L, 2L), PriorModel.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The correction of a stack must read 3 columns and predict one number.");
        assertThatThrownBy(() -> new Stack(List.of(1L, 1L), STACK.correction()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A stack has a member twice, of [1, 1].");
        assertThatThrownBy(() -> new Stack(List.of(), PriorModel.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A stack has no members.");
    }
}
