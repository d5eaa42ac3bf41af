package io.automl4j.it;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.testkit.MetricContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("metrics")
final class AllMetricsTest extends MetricContract {
    private final Metric metric;

    AllMetricsTest(Metric metric) {
        this.metric = metric;
    }

    static Stream<Metric> metrics() {
        return Stream.concat(
                        Metrics.all().stream(),
                        Stream.of(
                                Metrics.pinball(0.1),
                                Metrics.pinball(0.9),
                                Metrics.meanPinball(List.of(0.1, 0.5, 0.9))))
                .distinct();
    }

    @Override
    protected Metric metric() {
        return metric;
    }
}
