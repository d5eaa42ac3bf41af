package io.automl4j.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void fingerprintIgnoresTheOrder() {
        Configuration one = Configuration.of("rate", 0.1, "depth", 6);
        Configuration other = Configuration.of("depth", 6L, "rate", 0.1);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.fingerprint()).isEqualTo("depth=6, rate=0.1");
        assertThat(one).hasToString("{depth=6, rate=0.1}");
    }

    @Test
    void valuesAreReadByType() {
        Configuration configuration = Configuration.of("rate", 0.1, "depth", 6, "booster", "tree");

        assertThat(configuration.real("rate")).isEqualTo(0.1);
        assertThat(configuration.real("depth")).isEqualTo(6);
        assertThat(configuration.integer("depth")).isEqualTo(6);
        assertThat(configuration.choice("booster")).isEqualTo("tree");
    }

    @Test
    void missingOrOtherTypeIsNamed() {
        Configuration configuration = Configuration.of("booster", "tree");

        assertThatThrownBy(() -> configuration.real("rate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no parameter 'rate' in {booster=tree}.");
        assertThatThrownBy(() -> configuration.real("booster"))
                .hasMessage("Parameter 'booster' is tree, not a Number.");
        assertThatThrownBy(() -> Configuration.of("a")).hasMessageContaining("without a value");
        assertThatThrownBy(() -> new Configuration(Map.of("a", 'x'))).hasMessageContaining("Character");
    }

    @Test
    void withCopies() {
        Configuration changed = Configuration.EMPTY.with("depth", 3);

        assertThat(changed.integer("depth")).isEqualTo(3);
        assertThat(Configuration.EMPTY.values()).isEmpty();
    }
}
