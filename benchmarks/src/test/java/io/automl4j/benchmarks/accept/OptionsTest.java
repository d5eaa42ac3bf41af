package io.automl4j.benchmarks.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OptionsTest {
    private static final Path HOME = Path.of("home");

    @Test
    void readsAllOfThem() {
        Options options = Options.parse(
                List.of("data", "--budget", "20s", "--tables", "a,b", "--resume", "--no-latency", "--out", "y"), HOME);
        assertThat(options).isEqualTo(new Options(Path.of("data"), Path.of("y"), 20, Set.of("a", "b"), true, false));
    }

    @Test
    void resultsLieInTheProjectUnlessToldOtherwise() {
        assertThat(Options.parse(List.of("data"), HOME).out()).isEqualTo(Path.of("home/benchmarks/target/accept"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(List.of("data", "--fast"), HOME)).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse(List.of("data", "--out", "x", "--out", "y"), HOME))
                .hasMessageContaining("--out is given twice");
        assertThatThrownBy(() -> Options.parse(List.of("data", "--out"), HOME)).hasMessageContaining("--out");
    }
}
