package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AshaTest {

    private static void end(Asha asha, Trial trial) {
        asha.ended(Scheduler.Ended.of(trial.id(), trial));
    }

    private static Optional<Long> promoted(Asha asha) {
        return asha.next().flatMap(Scheduler.Step::promoted).map(Trial::id);
    }

    @Test
    void ofThreeTheBestGoesOn() {
        Asha asha = new Asha(3, 3, Trial::isPartial);
        end(asha, Trials.of(1, 0, 0.5));
        end(asha, Trials.of(2, 0, 0.2));
        assertThat(promoted(asha)).isEmpty();
        end(asha, Trials.of(3, 0, 0.9));
        assertThat(promoted(asha)).contains(2L);
        Scheduler.Step step = asha.next().orElseThrow();
        assertThat(step.rung()).isEqualTo(1);
        asha.taken(step, 4);
        assertThat(promoted(asha)).isEmpty();
    }

    @Test
    void higherRungsGoFirst() {
        Asha asha = new Asha(3, 3, Trial::isPartial);
        for (int i = 1; i <= 3; i++) {
            end(asha, Trials.of(i, 0, i));
            end(asha, Trials.of(10 + i, 1, i));
        }
        assertThat(promoted(asha)).contains(11L);
    }

    /** As where a run is resumed. */
    @Test
    void whatWentOnBeforeDoesNotGoOnAgain() {
        Asha asha = new Asha(2, 3, Trial::isPartial);
        for (int i = 1; i <= 3; i++) {
            end(asha, Trials.of(i, 0, i));
        }
        Trial further = new Trial(
                Trials.of(1, 1, 0.1).outcome(),
                Trials.of(1, 1, 0.1).point(),
                Trials.of(1, 1, 0.1).values(),
                1);
        end(asha, further);
        assertThat(promoted(asha)).isEmpty();
    }

    /** As where a run is resumed. */
    @Test
    void whatFailedFurtherUpDoesNotGoOnAgain() {
        Asha asha = new Asha(2, 3, Trial::isPartial);
        for (int i = 1; i <= 3; i++) {
            end(asha, Trials.of(i, 0, i));
        }
        asha.ended(new Scheduler.Ended(4, "a", Trials.of(1, 0, 1).key(), 1, Optional.empty()));
        assertThat(promoted(asha)).isEmpty();
    }

    @Test
    void ofSeveralValuesTheFrontGoesOn() {
        Asha asha = new Asha(2, 3, Trial::isPartial);
        end(asha, Trials.of(1, 0, 0.1, 9));
        end(asha, Trials.of(2, 0, 0.2, 8));
        end(asha, Trials.of(3, 0, 0.3, 9));
        end(asha, Trials.of(4, 0, 0.9, 1));
        end(asha, Trials.of(5, 0, 0.9, 9));
        end(asha, Trials.of(6, 0, 0.9, 9.5));
        assertThat(promoted(asha)).contains(1L);
        asha.taken(asha.next().orElseThrow(), 7);
        assertThat(promoted(asha)).contains(2L);
        asha.taken(asha.next().orElseThrow(), 8);
        assertThat(promoted(asha)).isEmpty();
    }
}
