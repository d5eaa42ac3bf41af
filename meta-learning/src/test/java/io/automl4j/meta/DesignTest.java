package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DesignTest {
    private static final LearnerProvider ONE = new Priced("one", 2, 8);
    private static final LearnerProvider OTHER = new Priced("other", 3);
    private static final Duration LONG = Duration.ofHours(1);

    private static List<String> design(Duration most) {
        return Design.of(List.of(ONE, OTHER), List.of(), Experiences.SHAPE, most).stream()
                .map(start -> start.learner() + " " + start.configuration().integer("seconds"))
                .toList();
    }

    @Test
    void startsComeFirstAndLearnersTakeTurns() {
        assertThat(design(LONG)).startsWith("one 2", "other 3", "one 8", "one 5", "other 5");
    }

    @Test
    void nothingIsTriedTwice() {
        assertThat(design(LONG)).doesNotHaveDuplicates();
    }

    @Test
    void whatTakesTooLongIsLeftOut() {
        assertThat(design(Duration.ofSeconds(4))).contains("one 2", "other 3").doesNotContain("one 8", "one 5");
    }

    @Test
    void aRecipeIsAConfigurationOfAnyTable() {
        Recipes recipes = Design.recipes(List.of(ONE, OTHER), List.of());

        assertThat(recipes.size()).isEqualTo(2 + 1 + 4 + 4);
        assertThat(Design.of(List.of(ONE, OTHER), List.of(), Experiences.SHAPE, LONG))
                .containsAll(recipes.on(Experiences.SHAPE));
        Recipes beyond = new Recipes(List.of(new Recipe.HandSet(ONE, 7)));
        assertThat(beyond.on(Experiences.SHAPE)).containsExactly(new Start("one", Configuration.of("seconds", 8)));
    }

    /** It would throw if it were asked for those of classes. */
    @Test
    void aLearnerIsNotAskedForTasksThatItDoesNotKnow() {
        LearnerProvider numbers = new OnlyNumbers();
        TaskShape shape = new TaskShape(TaskType.REGRESSION, 500, 1, 8, 0, 0, 0, false);

        Recipes recipes = Design.recipes(List.of(ONE, numbers), List.of());

        assertThat(recipes.on(shape)).contains(new Start("numbers", Configuration.of("seconds", 1)));
        assertThat(recipes.on(Experiences.SHAPE))
                .hasSize(recipes.size())
                .filteredOn(start -> start.learner().equals("numbers"))
                .isNotEmpty()
                .allMatch(start -> start.configuration().equals(Configuration.EMPTY));
        KnowledgeBase base = new KnowledgeBase(List.of(
                Experiences.of("a", 0, Map.of(2, 0.1, 8, 0.2)), Experiences.of("b", 0, Map.of(2, 0.1, 8, 0.2))));
        assertThat(PortfolioReport.of(base, List.of(new Priced("mine", 2, 8), numbers))
                        .tables())
                .isEqualTo(2);
    }

    /** A learner of numbers alone. */
    private record OnlyNumbers() implements LearnerProvider {
        private static final Priced PRICED = new Priced("numbers", 1, 7);

        private static TaskShape known(TaskShape shape) {
            if (shape.type() != TaskType.REGRESSION) {
                throw new IllegalArgumentException("no " + shape.type());
            }
            return shape;
        }

        @Override
        public String name() {
            return PRICED.name();
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.REGRESSION);
        }

        @Override
        public SearchSpace space(TaskShape shape) {
            return PRICED.space(known(shape));
        }

        @Override
        public List<Configuration> starts(TaskShape shape) {
            return PRICED.starts(known(shape));
        }

        @Override
        public EncoderSpec encoder(Configuration configuration, TaskShape shape) {
            return PRICED.encoder(configuration, known(shape));
        }

        @Override
        public Duration forecast(Configuration configuration, TaskShape shape) {
            return PRICED.forecast(configuration, known(shape));
        }

        @Override
        public Learner create(Configuration configuration) {
            return PRICED.create(configuration);
        }
    }

    @Test
    void metricsAreKnownByThoseOfTheirFamily() {
        assertThat(MetricFamily.of(Metrics.AVERAGE_PRECISION, TaskType.BINARY)).isEqualTo(MetricFamily.RANKS);
        assertThat(MetricFamily.of(Metrics.BRIER, TaskType.MULTICLASS)).isEqualTo(MetricFamily.PROBABILITIES);
        assertThat(MetricFamily.of(Metrics.F1, TaskType.BINARY)).isEqualTo(MetricFamily.DECISIONS);
        assertThat(MetricFamily.of(Metrics.R2, TaskType.REGRESSION)).isEqualTo(MetricFamily.MEANS);
        assertThat(MetricFamily.of(Metrics.SMAPE, TaskType.REGRESSION)).isEqualTo(MetricFamily.MEDIANS);
        assertThat(MetricFamily.RANKS.recorded(TaskType.MULTICLASS)).isEqualTo("roc_auc_ovr_macro");
        assertThat(MetricFamily.RANKS.recorded(TaskType.REGRESSION)).isEqualTo("rmse");
        assertThat(MetricFamily.MEANS.recorded(TaskType.REGRESSION)).isEqualTo("rmse");
    }
}
