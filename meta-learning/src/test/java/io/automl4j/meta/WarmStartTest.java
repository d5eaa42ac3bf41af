package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WarmStartTest {
    private static final LearnerProvider MINE = new Priced("mine", 1, 2, 3, 4);
    private static final LearnerProvider OTHER = new Priced("other", 2);
    private static final Duration LONG = Duration.ofDays(1);

    /** On which 3 seconds of the first learner are best, and of the other one nothing is known. */
    private static Experience table(String name) {
        return Experiences.of(name, 0, Map.of(1, 0.5, 2, 0.4, 3, 0.1, 4, 0.45));
    }

    private static KnowledgeBase base(int tables) {
        return new KnowledgeBase(
                IntStream.range(0, tables).mapToObj(i -> table("table " + i)).toList());
    }

    private static List<String> starts(KnowledgeBase base, Sketch sketch, TaskShape shape, Duration perTrial) {
        WarmStart start = new WarmStart(base, new TableProfile(sketch, Map.of("figure", 0.0)), Metrics.ROC_AUC);
        return start.of(List.of(MINE, OTHER), shape, perTrial, 5).order(Map.of()).stream()
                .map(one -> one.learner() + " " + one.configuration().integer("seconds"))
                .toList();
    }

    @Test
    void whatDidBestComesNextAfterEachLearnerHadATurn() {
        List<String> starts = starts(base(6), Sketch.NONE, Experiences.SHAPE, LONG);

        assertThat(starts)
                .startsWith("mine 1", "other 2", "mine 3")
                .doesNotHaveDuplicates()
                .contains("mine 1", "mine 2", "mine 4");
    }

    @Test
    void whereLittleIsKnownTheHandSetOnesAreFirst() {
        assertThat(starts(base(4), Sketch.NONE, Experiences.SHAPE, LONG)).startsWith("mine 1", "other 2", "mine 2");
    }

    /** Tables on which these learners were not tried tell nothing. */
    @Test
    void whereOthersAreKnownTheHandSetOnesAreAlone() {
        WarmStart start = new WarmStart(base(6), TableProfile.NONE, Metrics.ROC_AUC);

        assertThat(start.of(List.of(OTHER), Experiences.SHAPE, LONG, 5).order(Map.of()))
                .containsExactly(new Start("other", Configuration.of("seconds", 2)));
        assertThat(base(2).strangeTo(List.of(OTHER))).containsExactly("table 0", "table 1");
        assertThat(base(2).strangeTo(List.of(MINE, OTHER))).isEmpty();
    }

    @Test
    void tablesOfAnotherTypeAreBetterThanNone() {
        TaskShape numbers = new TaskShape(TaskType.REGRESSION, 500, 1, 8, 0, 0, 0, false);

        assertThat(starts(base(6), Sketch.NONE, numbers, LONG)).startsWith("mine 1", "other 2", "mine 3");
    }

    @Test
    void whatIsKnownOfTheTableItselfIsLeftOut() {
        List<Experience> tables = new ArrayList<>(base(4).experiences());
        tables.add(table("itself"));
        Sketch itself = table("itself").sketch();

        assertThat(starts(new KnowledgeBase(tables), Sketch.NONE, Experiences.SHAPE, LONG))
                .startsWith("mine 1", "other 2", "mine 3");
        assertThat(starts(new KnowledgeBase(tables), itself, Experiences.SHAPE, LONG))
                .startsWith("mine 1", "other 2", "mine 2");
    }

    @Test
    void whatTakesTooLongIsLeftOut() {
        List<String> starts = starts(base(6), Sketch.NONE, Experiences.SHAPE, Duration.ofSeconds(10));

        assertThat(starts).contains("mine 1", "mine 2", "other 2").doesNotContain("mine 3", "mine 4");
    }

    @Test
    void aStartIsACompleteConfiguration() {
        WarmStart start = new WarmStart(base(6), TableProfile.NONE, Metrics.ROC_AUC);

        assertThat(start.of(List.of(MINE), Experiences.SHAPE, LONG, 5)
                        .order(Map.of())
                        .get(1)
                        .configuration())
                .isEqualTo(Configuration.of("seconds", 3));
        assertThat(start.only()).isFalse();
    }
}
