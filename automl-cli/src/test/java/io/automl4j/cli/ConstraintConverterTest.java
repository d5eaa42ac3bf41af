package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objectives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class ConstraintConverterTest {
    private static Constraint read(String text) {
        return new ConstraintConverter().convert(text);
    }

    @Test
    void unitsAreThoseOfTheObjective() {
        assertThat(read("latency<50us")).isEqualTo(new Constraint(Objectives.LATENCY, 50_000));
        assertThat(read("Size <= 1.5 MB")).isEqualTo(new Constraint(Objectives.SIZE, 1_500_000));
        assertThat(read("time<30s")).isEqualTo(new Constraint(Objectives.TIME, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency", "latency>5us", "latency<5mb", "beauty<5us", "latency<0us", "latency<1.2.3us"})
    void whatIsNoBoundIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void whatIsNoNumberIsShownWithAnExample() {
        assertThatThrownBy(() -> read("latency<1.2.3us"))
                .hasMessage("'latency<1.2.3us' is no bound. Maybe 'latency<50us', 'size<10mb' or 'time<30s'.");
    }
}
