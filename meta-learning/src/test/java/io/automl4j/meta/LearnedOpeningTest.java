package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.space.Configuration;
import io.automl4j.search.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With tables of two kinds, on which the first twenty configurations come in opposite orders, and one of two more is best. */
final class LearnedOpeningTest {
    private static final LearnerProvider MINE = new Priced("mine", 1);
    private static final int COMMON = 20;
    private static final int BEST_IF_RISING = COMMON;
    private static final int BEST_IF_FALLING = COMMON + 1;
    private static final double[] EQUAL = {1, 1, 1, 1};
    private static final double[] RISING = {1, 1, 0.01, 0.01};
    private static final Start OTHER = new Start("other", Configuration.of("place", 8));

    private final LearnedOpening opening = new LearnedOpening(matrix(), EQUAL, starts(), List.of());

    private static Start start(int place) {
        return new Start("mine", Configuration.of("place", place));
    }

    private static List<Start> starts() {
        return IntStream.range(0, COMMON + 2)
                .mapToObj(LearnedOpeningTest::start)
                .toList();
    }

    private static double common(int place, boolean rising) {
        return (1.0 + (rising ? place : COMMON - place)) / (2 * COMMON);
    }

    private static double[] losses(boolean rising) {
        double[] losses = IntStream.range(0, COMMON + 2)
                .mapToDouble(place -> common(place, rising))
                .toArray();
        losses[BEST_IF_RISING] = rising ? 0.001 : 0.9;
        losses[BEST_IF_FALLING] = rising ? 0.9 : 0.001;
        return losses;
    }

    private static RegretMatrix matrix() {
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < COMMON + 2; i++) {
            recipes.add(new Recipe.HandSet(MINE, i));
        }
        List<Experience> tables = IntStream.range(0, 4)
                .mapToObj(i -> Experiences.of("t" + i, i, Map.of()))
                .toList();
        double[][] losses = {losses(true), losses(true), losses(false), losses(false)};
        double[][] seconds = new double[4][COMMON + 2];
        return new RegretMatrix(new Recipes(recipes), tables, losses, losses, seconds);
    }

    private static Map<Start, Double> found(int count, boolean rising) {
        Map<Start, Double> found = new HashMap<>();
        for (int place = 0; place < count; place++) {
            found.put(start(place), common(place, rising));
        }
        return found;
    }

    @Test
    void tablesThatAgreeWithWhatWasFoundCountMore() {
        assertThat(opening.order(found(16, true))).startsWith(start(BEST_IF_RISING));
        assertThat(opening.order(found(16, false))).startsWith(start(BEST_IF_FALLING));
    }

    /** Of two learners with hand-set starts. */
    private static LearnedOpening ofTwo() {
        List<Start> two = new ArrayList<>(starts());
        two.set(8, OTHER);
        return new LearnedOpening(matrix(), RISING, two, List.of(OTHER, start(12), start(3)));
    }

    @Test
    void handSetStartsComeBeforeThePortfolioOneOfEachLearnerFirst() {
        assertThat(ofTwo().order(Map.of())).startsWith(OTHER, start(12), start(3), start(BEST_IF_RISING));
        assertThat(ofTwo().first()).isEqualTo(3);
    }

    @Test
    void handSetStartsComeInTheOrderOfWhatIsKnown() {
        List<Start> byHand = List.of(OTHER, start(12), start(15), start(3));
        List<Start> two = new ArrayList<>(starts());
        two.set(8, OTHER);
        assertThat(new LearnedOpening(matrix(), RISING, two, byHand).order(Map.of()))
                .startsWith(OTHER, start(12), start(3), start(15), start(BEST_IF_RISING));
    }

    @Test
    void aLearnerThatHasHadATurnIsNotAheadOfOthers() {
        Map<Start, Double> found = found(8, true);
        assertThat(ofTwo().order(found)).startsWith(OTHER, start(12));
        found.put(OTHER, 0.9);
        assertThat(ofTwo().order(found)).startsWith(start(12));
    }

    /** On an easy table everything is equally good: that agrees with nothing. */
    @Test
    void equalResultsChangeNothing() {
        Map<Integer, Double> equal = new HashMap<>();
        IntStream.range(0, 16).forEach(column -> equal.put(column, 0.5));
        double[] before = {1, 1, 0.4, 0.4};

        assertThat(Likeness.after(matrix(), before, equal)).containsExactly(before);
    }

    @Test
    void fewResultsChangeNothing() {
        assertThat(opening.order(found(Likeness.FEWEST - 1, false))).isEqualTo(opening.order(Map.of()));
    }

    @Test
    void noStartIsLostOrAdded() {
        assertThat(opening.order(found(16, false)))
                .containsExactlyInAnyOrderElementsOf(opening.order(Map.of()))
                .hasSizeGreaterThan(COMMON);
    }

    @Test
    void resultsOfUnknownStartsSayNothing() {
        Map<Start, Double> unknown = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            unknown.put(new Start("other", Configuration.of("place", i)), 0.5);
        }

        assertThat(opening.order(unknown)).isEqualTo(opening.order(Map.of()));
    }
}
