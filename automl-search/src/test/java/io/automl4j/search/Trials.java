package io.automl4j.search;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Trials for tests. */
final class Trials {
    private Trials() {}

    static Trial of(long id, int rung, double... values) {
        return at(id, rung, new double[] {id}, values);
    }

    static Trial at(long id, int rung, double[] point, double... values) {
        TrialRequest request = TrialRequest.of(id, "a", Configuration.of("x", id / 1e6), Fidelity.full(1), id);
        Completed completed = new Completed(
                request,
                -values[0],
                values[0],
                List.of(values[0]),
                List.of(1),
                List.of(),
                Cost.of(Duration.ofMillis(1)));
        return new Trial(
                completed,
                Arrays.stream(point).boxed().toList(),
                Arrays.stream(values).boxed().toList(),
                rung);
    }
}
