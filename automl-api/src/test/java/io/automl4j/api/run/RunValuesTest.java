package io.automl4j.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.NothingFittedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunValuesTest {
    @Test
    void budgetsArePositive() {
        assertThat(Budget.of(Duration.ofSeconds(5)).trials()).isEqualTo(Budget.MOST_TRIALS);
        assertThat(Budget.trials(7).time()).isGreaterThan(Duration.ofDays(365));
        assertThat(Budget.trials(7).endsByTime()).isFalse();
        assertThat(new Budget(Duration.ofHours(1), 7).endsByTime()).isTrue();
        Budget longest = Budget.of(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(longest.endsByTime()).isFalse();
        assertThat(longest.time().toNanos()).as("no overflow").isPositive();
        assertThatThrownBy(() -> Budget.of(Duration.ZERO)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> Budget.trials(0)).hasMessageContaining("at least one");
    }

    @Test
    void clocksMeasureFromAReading() {
        NanoClock clock = () -> 1_500;

        assertThat(clock.since(500)).isEqualTo(Duration.ofNanos(1_000));
        assertThat(NanoClock.SYSTEM.nanos()).isLessThanOrEqualTo(NanoClock.SYSTEM.nanos());
    }

    @Test
    void warningsReadAsSentences() {
        DataWarning column = new DataWarning(DataWarning.Kind.CONSTANT, "a", "It is 1.", "It was left out.");
        DataWarning rows = new DataWarning(DataWarning.Kind.DUPLICATE_ROWS, "", "Two rows.", "They were kept.");

        assertThat(column).hasToString("Column 'a': It is 1. It was left out.");
        assertThat(rows).hasToString("Two rows. They were kept.");
    }

    @Test
    void listenersMayListenToNothing() {
        AutoMlListener.NONE.on(new AutoMlEvent.Finished(Duration.ZERO, 0));

        assertThat(new AutoMlEvent.EnsembleChosen(0.5, 2).members()).isEqualTo(2);
    }

    @Test
    void errorsKeepTheirCause() {
        IllegalStateException cause = new IllegalStateException("below");

        assertThat(new DataException("a", cause)).hasMessage("a").hasCause(cause);
        assertThat(new ModelFileException("b", cause)).hasMessage("b").hasCause(cause);
        assertThat(new NothingFittedException("c")).hasMessage("c");
    }
}
