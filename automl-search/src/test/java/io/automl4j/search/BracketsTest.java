package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
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
        Brackets hyperband = Brackets.hyperband(HEIGHT, 3);
        assertThat(hyperband.counts(0)).containsExactly(81, 27, 9, 3, 1);
        assertThat(hyperband.counts(1)).containsExactly(34, 11, 3, 1);
        assertThat(hyperband.counts(2)).containsExactly(15, 5, 1);
        assertThat(hyperband.counts(3)).containsExactly(8, 2);
        assertThat(hyperband.counts(4)).containsExactly(5);
    }

    /** How many trials begin or go on at each rung until a first bracket is over. */
    private static Map<Integer, Integer> conduct(Brackets brackets, int steps, boolean failing) {
        Map<Integer, Integer> taken = new TreeMap<>();
        ArrayDeque<Scheduler.Step> open = new ArrayDeque<>();
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= steps; id++) {
            Scheduler.Step step = brackets.next().orElseThrow();
            brackets.taken(step, id);
            taken.merge(step.rung(), 1, Integer::sum);
            open.add(step);
            ids.add(id);
            Scheduler.Step done = open.remove();
            Trial trial = Trials.of(id, done.rung(), (double) (100 - id));
            brackets.ended(id, failing ? Optional.empty() : Optional.of(trial));
        }
        return taken;
    }

    @Test
    void aBracketGoesUpRungByRung() {
        Map<Integer, Integer> taken = conduct(Brackets.hyperband(3, 3), 9 + 3 + 1, false);
        assertThat(taken).isEqualTo(Map.of(0, 9, 1, 3, 2, 1));
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
            halving.ended(id, Optional.of(Trials.of(id, 0, (double) Math.abs(id - 2))));
        }
        assertThat(halving.next().flatMap(Scheduler.Step::promoted).map(Trial::id))
                .contains(2L);
    }

    @Test
    void whereAllFailTheNextBracketBegins() {
        Map<Integer, Integer> taken = conduct(Brackets.hyperband(3, 3), 9 + 5 + 3, true);
        assertThat(taken).isEqualTo(Map.of(0, 9, 1, 5, 2, 3));
    }
}
