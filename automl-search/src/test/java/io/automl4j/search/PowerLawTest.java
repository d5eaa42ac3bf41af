package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.trial.CurvePoint;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PowerLawTest {
    private static List<CurvePoint> curve(int count, double limit, double scale, double exponent) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new CurvePoint(i, limit + scale * Math.pow(i, -exponent)))
                .toList();
    }

    @Test
    void tellsHowACurveGoesOn() {
        PowerLaw law = PowerLaw.fit(curve(10, 0.2, 0.5, 0.5));
        assertThat(law.exponent()).isCloseTo(0.5, within(0.05));
        assertThat(law.at(100)).isCloseTo(0.25, within(0.01));
        assertThat(PowerLaw.fit(curve(10, 0.2, 0.5, 2)).limit()).isCloseTo(0.2, within(0.005));
    }

    @Test
    void whatRisesIsTakenForConstant() {
        PowerLaw law = PowerLaw.fit(List.of(new CurvePoint(1, 1), new CurvePoint(2, 2), new CurvePoint(3, 3)));
        assertThat(law.at(1000)).isEqualTo(2);
    }

    @Test
    void onePointIsItsOwnForecast() {
        assertThat(PowerLaw.fit(List.of(new CurvePoint(4, 0.7))).at(50)).isCloseTo(0.7, within(1e-12));
    }
}
