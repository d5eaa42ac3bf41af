package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BracketsTest {
    private static final int HEIGHT = 5;

    /** Li et al. 2018, table 1: R = 81, η = 3. */
    @Test
    void hyperbandHasTheBracketsOfThePaper() {
        assertThat(conduct(Brackets.hyperband(HEIGHT, 3), 121 + 49 + 21 + 10 + 5, false))
                .containsExactly(
                        List.of(81, 27, 9, 3, 1), List.of(34, 11, 3, 1), List.of(15, 5, 1), List.of(8, 2), List.of(5));
    }

    /** How many trials begin or go on at each rung of each bracket. */
    private static List<List<Integer>> conduct(Brackets brackets, int steps, boolean failing) {
        Map<Long, Map<Integer, Integer>> taken = new TreeMap<>();
        for (long id = 1; id <= steps; id++) {
            Scheduler.Step step = brackets.next().orElseThrow();
            brackets.taken(step, id);
            taken.computeIfAbsent(step.bracket(), bracket -> new TreeMap<>()).merge(step.rung(), 1, Integer::sum);
            Trial trial = Trials.of(id, step.rung(), (double) (steps - id));
            Optional<Trial> brought = failing ? Optional.empty() : Optional.of(trial);
            brackets.ended(new Scheduler.Ended(id, trial.learner(), trial.key(), trial.rung(), brought));
        }
        return taken.values().stream().map(rungs -> List.copyOf(rungs.values())).toList();
    }

    @Test
    void aBracketGoesUpRungByRung() {
        assertThat(conduct(Brackets.hyperband(3, 3), 9 + 3 + 1, false)).containsExactly(List.of(9, 3, 1));
    }

    @Test
    void theBestGoOn() {
        Brackets halving = Brackets.halving(2, 3);
        for (long id = 1; id <= 3; id++) {
            Scheduler.Step step = halving.next().orElseThrow();
            assertThat(step.promoted()).isEmpty();
            halving.taken(step, id);
        }
        // the bracket waits, so that another one begins
        Scheduler.Step other = halving.next().orElseThrow();
        assertThat(other.promoted()).isEmpty();
        assertThat(other.bracket()).isEqualTo(1);
        for (long id = 1; id <= 3; id++) {
            halving.ended(Scheduler.Ended.of(id, Trials.of(id, 0, (double) Math.abs(id - 2))));
        }
        assertThat(halving.next().flatMap(Scheduler.Step::promoted).map(Trial::id))
                .contains(2L);
    }

    @Test
    void whereLearnersDoNotCompareTheBestOfEachGoOn() {
        Brackets halving = Brackets.halving(3, 3);
        List<Trial> ended = new ArrayList<>();
        for (long id = 1; id <= 9; id++) {
            halving.taken(halving.next().orElseThrow(), id);
            // losses of the one learner are all far above those of the other
            ended.add(Trials.partial(id, id % 3 == 0 ? "poor" : "rich", 0, (double) (id % 3 == 0 ? 100 + id : id)));
        }
        ended.forEach(trial -> halving.ended(Scheduler.Ended.of(trial.id(), trial)));
        List<Long> promoted = new ArrayList<>();
        for (long id = 10; id <= 12; id++) {
            Scheduler.Step step = halving.next().orElseThrow();
            promoted.add(step.promoted().orElseThrow().id());
            halving.taken(step, id);
        }
        assertThat(promoted).containsExactly(1L, 3L, 2L);
    }

    @Test
    void afterAResumeTheBestOfThoseThatWaitedGoOn() {
        Brackets halving = Brackets.halving(3, 3);
        for (long id = 1; id <= 7; id++) {
            halving.ended(Scheduler.Ended.of(id, Trials.of(id, 0, (double) id)));
        }
        // the best went on before
        Trial further = Trials.of(1, 1, 1.0);
        halving.ended(Scheduler.Ended.of(8, further));
        Scheduler.Step step = halving.next().orElseThrow();
        assertThat(step.promoted().map(Trial::id)).contains(2L);
        assertThat(step.rung()).isEqualTo(1);
        halving.taken(step, 9);
        assertThat(halving.next().orElseThrow().promoted()).isEmpty();
    }

    @Test
    void whereAllFailTheNextBracketBegins() {
        assertThat(conduct(Brackets.hyperband(3, 3), 9 + 5 + 3, true))
                .containsExactly(List.of(9), List.of(5), List.of(3));
    }
}
