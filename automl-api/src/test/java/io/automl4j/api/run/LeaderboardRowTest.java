package io.automl4j.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.run.LeaderboardRow.Status;
import io.automl4j.api.space.Configuration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LeaderboardRowTest {
    private static LeaderboardRow row(Status status) {
        return new LeaderboardRow(1, "mlp", status, 0.5, 5, 0, Duration.ofSeconds(1), 100, Configuration.EMPTY, "");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED,true", "PRUNED,true", "FAILED,true", "REFITTED,false", "ONE_FOLD,false", "DISTILLED,false"})
    void whatWasMadeAfterTheSearchWasNotTried(Status status, boolean tried) {
        assertThat(row(status).isTried()).isEqualTo(tried);
    }

    @ParameterizedTest
    @EnumSource
    void aStatusHasAName(Status status) {
        assertThat(Status.named(status.label())).isEqualTo(status);
    }

    @Test
    void thereAreNoOthers() {
        assertThatThrownBy(() -> Status.named("lost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'lost'")
                .hasMessageContaining("refitted");
    }

    @Test
    void anotherWeightChangesNothingElse() {
        LeaderboardRow other = row(Status.COMPLETED).withWeight(0.25);
        assertThat(other.weight()).isEqualTo(0.25);
        assertThat(other.withWeight(0)).isEqualTo(row(Status.COMPLETED));
    }
}
