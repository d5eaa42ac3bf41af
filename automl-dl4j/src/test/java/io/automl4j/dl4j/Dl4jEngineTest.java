package io.automl4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.automl4j.api.NoSuchDeviceException;
import io.automl4j.api.learner.Compute.Device;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class Dl4jEngineTest {
    private final Dl4jEngine processor = new Dl4jEngine(() -> false);
    private final Dl4jEngine card = new Dl4jEngine(() -> true);

    @ParameterizedTest
    @EnumSource(names = {"CPU", "AUTO"})
    void withoutACardTheProcessorComputes(Device device) {
        assertThat(processor.on(device).name()).isEqualTo("dl4j");
    }

    @ParameterizedTest
    @EnumSource(names = {"GPU", "AUTO"})
    void aCardIsTaken(Device device) {
        assertThat(card.on(device).name()).isEqualTo("dl4j");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> processor.on(Device.GPU))
                .isInstanceOf(NoSuchDeviceException.class)
                .hasMessageContaining("no GPU")
                .hasMessageContaining("profile 'cuda'");
        assertThatThrownBy(() -> card.on(Device.CPU))
                .isInstanceOf(NoSuchDeviceException.class)
                .hasMessageContaining("not on the processor");
        Dl4jEngine broken = new Dl4jEngine(() -> {
            throw new UnsatisfiedLinkError("no jnind4jcpu");
        });
        assertThatThrownBy(() -> broken.on(Device.AUTO))
                .isInstanceOf(NoSuchDeviceException.class)
                .hasMessageContaining("no jnind4jcpu")
                .hasMessageContaining("engine 'native'");
    }

    @Test
    void eachStepIsExpectedToTakeMilliseconds() {
        assertThat(processor.forecast(Duration.ofSeconds(1), 1000))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(9));
    }

    @Test
    void withoutACardASentenceSaysSo() {
        assertThat(processor.on(Device.AUTO).notice())
                .hasValueSatisfying(notice -> assertThat(notice).contains("no GPU", "on the processor"));
        assertThat(processor.on(Device.CPU).notice()).isEmpty();
        assertThat(card.on(Device.AUTO).notice()).isEmpty();
    }

    @Test
    void nd4jSaysWhatItComputesOn() {
        assumeTrue(!Backend.nd4j().isGpu(), "built for GPUs");
        assertThatThrownBy(() -> new Dl4jEngine().on(Device.GPU)).isInstanceOf(NoSuchDeviceException.class);
    }
}
