package io.automl4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoTest {
    @Test
    void takesHalfAMinuteUnlessToldOtherwise() {
        assertThat(Demo.budget()).contains(Duration.ofSeconds(30));
        assertThat(Demo.budget("--budget", "2m")).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "soon", "-5s", "0s"})
    void refusesWhatIsNoTime(String time) {
        assertThat(Demo.budget("--budget", time)).isEmpty();
    }

    @Test
    void refusesOtherOptions() {
        assertThat(Demo.budget("--seed", "1")).isEmpty();
        assertThat(Demo.budget("--budget")).isEmpty();
    }
}
