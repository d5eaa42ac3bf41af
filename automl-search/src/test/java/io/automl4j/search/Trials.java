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
        return of(TrialRequest.of(id, "a", Configuration.of("x", id / 1e6), Fidelity.full(1), id), rung, point, values);
    }

    /** A trial of a third of the iterations. */
    static Trial partial(long id, String learner, int rung, double loss) {
        Fidelity third = new Fidelity(1 / 3.0, 1, 1);
        return of(
                TrialRequest.of(id, learner, Configuration.of("x", id / 1e6), third, id),
                rung,
                new double[] {id},
                loss);
    }

    private static Trial of(TrialRequest request, int rung, double[] point, double... values) {
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
