package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HostileFilesTest {
    private static Figure figure(String... lines) {
        return HostileFiles.figure("files", "bombs: ", List.of(lines), "ended with code 3");
    }

    @Test
    void theLineOfTheRunIsTheFigure() {
        Figure figure = figure("a bomb REFUSED", "bombs: 36 of 36, slowest 0.74 s", "mutations: 1 of 2, slowest 0.1 s");
        assertThat(figure.measured()).isEqualTo("36 of 36, 0.74 s");
        assertThat(figure.ok()).isTrue();
    }

    @Test
    void aMissOrSlownessIsNotOk() {
        assertThat(figure("bombs: 35 of 36, slowest 0.74 s").ok()).isFalse();
        assertThat(figure("bombs: 36 of 36, slowest 10.01 s").ok()).isFalse();
        Figure none = figure("Terminating due to java.lang.OutOfMemoryError");
        assertThat(none.ok()).isFalse();
        assertThat(none.measured()).isEqualTo("ended with code 3");
    }
}
