package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.task.TaskType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PortfolioTest {
    private static final LearnerProvider MINE = new Priced("mine", 1, 2, 3, 4);
    private static final Recipes RECIPES = new Recipes(List.of(
            new Recipe.HandSet(MINE, 0),
            new Recipe.HandSet(MINE, 1),
            new Recipe.HandSet(MINE, 2),
            new Recipe.HandSet(MINE, 3)));

    /** Losses of the four recipes. */
    private static Experience table(String name, double... losses) {
        return Experiences.of(name, 0, Map.of(1, losses[0], 2, losses[1], 3, losses[2], 4, losses[3]));
    }

    private static RegretMatrix matrix(Experience... tables) {
        return RegretMatrix.of(RECIPES, List.of(tables), MetricFamily.RANKS);
    }

    private static List<Integer> order(RegretMatrix matrix) {
        return Portfolio.order(matrix, Likeness.ofType(matrix, TaskType.BINARY), Set.of());
    }

    @Test
    void regretIsZeroForTheBestAndOneFromTheMedianOn() {
        RegretMatrix matrix = matrix(table("a", 0.1, 0.2, 0.3, 0.9));

        assertThat(matrix.regret()[0]).containsExactly(new double[] {0, 0.5, 1, 1}, within(1e-12));
        assertThat(matrix.seconds()[0]).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatWasNotTriedIsAsBadAsTheMedianAndTakesWhatItTakesElsewhere() {
        RegretMatrix matrix =
                matrix(table("a", 0.1, 0.2, 0.3, 0.9), Experiences.of("b", 0, Map.of(1, 0.1, 2, 0.2, 3, 0.3)));

        assertThat(matrix.regret()[1][3]).isEqualTo(1);
        assertThat(matrix.seconds()[1][3]).isEqualTo(4);
    }

    @Test
    void theNextOneIsThatWhichHelpsWhereTheOthersDoNot() {
        RegretMatrix matrix = matrix(
                table("a", 0.1, 0.11, 0.3, 0.9), table("b", 0.1, 0.11, 0.3, 0.9), table("c", 0.9, 0.8, 0.1, 0.7));

        assertThat(order(matrix)).startsWith(0, 2);
    }

    @Test
    void ofEquallyGoodOnesTheCheapOneIsFirst() {
        assertThat(order(matrix(table("a", 0.9, 0.1, 0.9, 0.1), table("b", 0.9, 0.1, 0.9, 0.1))))
                .startsWith(1);
    }

    @Test
    void everyRecipeHasAPlaceOnce() {
        assertThat(order(matrix(table("a", 0.1, 0.1, 0.1, 0.1)))).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void tablesCountByTheirWeight() {
        RegretMatrix matrix = matrix(table("a", 0.1, 0.5, 0.6, 0.9), table("b", 0.9, 0.1, 0.8, 0.8));

        assertThat(Portfolio.order(matrix, new double[] {1, 0}, Set.of())).startsWith(0);
        assertThat(Portfolio.order(matrix, new double[] {0, 1}, Set.of())).startsWith(1);
    }

    @Test
    void whatWasTriedComesNoMoreAndCountsAsThere() {
        RegretMatrix matrix = matrix(
                table("a", 0.1, 0.11, 0.3, 0.9), table("b", 0.1, 0.11, 0.3, 0.9), table("c", 0.9, 0.8, 0.1, 0.7));

        assertThat(Portfolio.order(matrix, new double[] {1, 1, 1}, Set.of(0)))
                .startsWith(2)
                .hasSize(3);
        assertThat(Portfolio.order(matrix, new double[] {1, 1, 1}, Set.of(0, 1, 2, 3)))
                .isEmpty();
    }

    @Test
    void tablesOfAnotherTypeCountLess() {
        RegretMatrix matrix = matrix(table("a", 0.1, 0.2, 0.3, 0.9));

        assertThat(Likeness.ofType(matrix, TaskType.BINARY)).containsExactly(1);
        assertThat(Likeness.ofType(matrix, TaskType.REGRESSION)).containsExactly(0.4);
    }

    @Test
    void aTableOnWhichLittleWasTriedCountsLess() {
        RegretMatrix all = matrix(table("a", 0.1, 0.2, 0.3, 0.9));
        RegretMatrix one = matrix(Experiences.of("a", 0, Map.of(1, 0.1)));

        assertThat(Likeness.ofType(all, TaskType.BINARY)).containsExactly(1);
        assertThat(Likeness.ofType(one, TaskType.BINARY)[0]).isBetween(0.1, 0.5);
    }

    @Test
    void nearTablesCountMore() {
        List<Experience> past = List.of(described("a", 1), described("b", 2), described("c", 9));

        double[] weights = Nearness.COUNTS.weights(past, described("d", 1.1).metaFeatures());

        assertThat(weights[0]).isGreaterThan(weights[1]);
        assertThat(weights[1]).isGreaterThan(weights[2]);
        assertThat(Nearness.LANDMARKS.weights(past, described("d", 1.1).metaFeatures()))
                .containsExactly(1, 1, 1);
    }

    /** Figures of files are rounded, and a table of two classes is as near to another one all the same. */
    @Test
    void equalFiguresAreEqualWhereOneComesFromAFile() {
        List<Experience> past = List.of(described("two", 0.693147), described("three", 1.09861));

        double[] weights = Nearness.COUNTS.weights(past, Map.of("log_rows", Math.log(2)));

        assertThat(weights[0]).isEqualTo(1).isGreaterThan(weights[1]);
    }

    @Test
    void aTableOfWhichNothingIsKnownIsNeitherNearNorFar() {
        Experience unknown = table("unknown", 0.1, 0.2, 0.3, 0.9);
        List<Experience> past = List.of(described("a", 1), described("b", 2), described("c", 9), unknown);

        double[] weights = Nearness.COUNTS.weights(past, Map.of("log_rows", 1.0));

        assertThat(weights[3]).isBetween(weights[2], weights[0]);
    }

    private static Experience described(String name, double logRows) {
        Experience any = table(name, 0.1, 0.2, 0.3, 0.9);
        return new Experience(
                name,
                any.shape(),
                any.metric(),
                any.validation(),
                any.sketch(),
                Map.of("log_rows", logRows),
                any.attempts());
    }

    @Test
    void aReportLeavesEachTableOutInTurn() {
        KnowledgeBase base = new KnowledgeBase(List.of(
                table("a", 0.1, 0.2, 0.3, 0.9), table("b", 0.1, 0.2, 0.3, 0.9), table("c", 0.1, 0.2, 0.3, 0.9)));

        PortfolioReport report = PortfolioReport.of(base, List.of(MINE));

        assertThat(report.tables()).isEqualTo(3);
        assertThat(report.configurations()).isEqualTo(6);
        assertThat(report.portfolio()).hasSize(16).startsWith(0);
        assertThat(report.warmStart()).hasSize(16).startsWith(0);
        assertThat(report.random()).hasSize(50);
        assertThat(report.random()[0]).isGreaterThan(0.2);
        assertThat(report.portfolioSeconds()[0]).isEqualTo(1);
        assertThat(report.portfolioSeconds()[15]).isGreaterThan(9);
        assertThat(report.points()).hasSize(3);
        assertThat(report.near()).containsOnlyKeys("counts", "moments", "dependence", "landmarks", "all");
        assertThat(report.near().get("all")).hasSize(16).startsWith(0);
    }

    @Test
    void aTableThatIsKnownIsNotJudgedByItself() {
        Experience a = table("a", 0.1, 0.2, 0.3, 0.9);
        KnowledgeBase twice = new KnowledgeBase(List.of(a, a));

        assertThat(PortfolioReport.of(twice, List.of(MINE)).tables()).isZero();
        assertThat(twice.excludeSimilarTo(a.sketch()).experiences()).isEmpty();
        assertThat(twice.excludeSimilarTo(table("b", 1, 1, 1, 1).sketch()).experiences())
                .hasSize(2);
    }

    @Test
    void whereManyAreBestTheOthersAreNoBetterForIt() {
        RegretMatrix matrix = matrix(Experiences.of("a", 0, Map.of(1, 0.1, 2, 0.1, 3, 0.9)));

        assertThat(matrix.regret()[0]).containsExactly(0, 0, 1, 1);
    }

    @Test
    void tablesOfWhichNoLossIsKnownAreLeftOut() {
        RegretMatrix matrix =
                RegretMatrix.of(RECIPES, List.of(table("a", 0.1, 0.2, 0.3, 0.9)), MetricFamily.PROBABILITIES);

        assertThat(matrix.rows()).isZero();
        assertThat(Portfolio.order(matrix, new double[0], Set.of())).hasSize(4);
    }
}
