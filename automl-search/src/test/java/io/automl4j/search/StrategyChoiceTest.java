package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrategyChoiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"evolution", "tpe+hyperband", "random+folds", "smac+race"})
    void hasTheNameThatItIsFoundBy(String label) {
        assertThat(StrategyChoice.of(label).label()).isEqualTo(label);
    }

    @Test
    void whatIsUnknownIsAnsweredByWhatThereIs() {
        assertThatThrownBy(() -> StrategyChoice.of("evolution+rase")).hasMessageContaining("'rase'", "race");
        assertThatThrownBy(() -> StrategyChoice.of("evolutoin")).hasMessageContaining("'evolutoin'", "evolution");
        assertThatThrownBy(() -> StrategyChoice.of("race")).hasMessageContaining("evolution+race");
    }
}
