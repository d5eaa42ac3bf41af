package io.automl4j.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.space.Configuration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LeaderboardRowTest {
    private static LeaderboardRow row(String status) {
        return new LeaderboardRow(1, "mlp", status, 0.5, 5, 0, Duration.ofSeconds(1), 100, Configuration.EMPTY, "");
    }

    @ParameterizedTest
    @CsvSource({"completed,true", "pruned,true", "failed,true", "refitted,false", "distilled,false"})
    void whatWasMadeAfterTheSearchWasNotTried(String status, boolean tried) {
        assertThat(row(status).isTried()).isEqualTo(tried);
    }

    @Test
    void anotherWeightChangesNothingElse() {
        LeaderboardRow other = row("completed").withWeight(0.25);
        assertThat(other.weight()).isEqualTo(0.25);
        assertThat(other.withWeight(0)).isEqualTo(row("completed"));
    }
}
