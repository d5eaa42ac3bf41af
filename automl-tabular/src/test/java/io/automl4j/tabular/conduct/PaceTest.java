package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final Duration FORECAST = Duration.ofSeconds(2);

    private static double seconds(Pace pace, String learner) {
        return pace.corrected(learner, FORECAST).toNanos() / 1e9;
    }

    @Test
    void ofWhatIsNotKnownHalfIsBelievedOfTheOthers() {
        Pace pace = new Pace();
        assertThat(seconds(pace, "b")).isEqualTo(2);
        pace.learn("a", FORECAST, Duration.ofSeconds(8));
        assertThat(seconds(pace, "b")).isEqualTo(4, within(1e-6));
    }

    @Test
    void forecastsComeToWhatWasMeasured() {
        Pace pace = new Pace();
        pace.learn("a", FORECAST, Duration.ofSeconds(8));
        assertThat(seconds(pace, "a")).isEqualTo(8, within(1e-6));
        for (int i = 0; i < 30; i++) {
            pace.learn("a", FORECAST, Duration.ofSeconds(1));
        }
        assertThat(seconds(pace, "a")).isEqualTo(1, within(1e-3));
    }

    @Test
    void oneOddTrialDoesNotShutALearnerOut() {
        Pace pace = new Pace();
        pace.learn("a", Duration.ZERO, Duration.ofHours(1));
        assertThat(seconds(pace, "a")).isEqualTo(60, within(1e-6));
    }
}
