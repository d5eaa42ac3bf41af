package io.automl4j.tabular.conduct;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What trainings take: by the forecasts of their learners, corrected by what was measured where that may count. */
final class Forecasts {
    private final Learners learners;
    private final TaskShape shape;
    private final boolean measured;
    private final Pace pace = new Pace();
    private final Map<Long, TrialRequest> ended = new HashMap<>();

    /**
     * Forecasts that nothing corrects yet.
     *
     * @param learners who forecasts
     * @param shape of what
     * @param measured whether what was measured may count
     */
    Forecasts(Learners learners, TaskShape shape, boolean measured) {
        this.learners = learners;
        this.shape = shape;
        this.measured = measured;
    }

    /** Takes a trial into account, unless it goes on from another; one that was cut off would have taken longer. */
    void learn(TrialOutcome outcome) {
        TrialRequest request = outcome.request();
        ended.put(request.id(), request);
        Duration took = outcome.cost().wall();
        boolean tells = outcome.isCutOff()
                ? took.compareTo(of(request.learner(), request.configuration(), request.fidelity())) > 0
                : outcome instanceof TrialOutcome.Completed;
        if (measured && tells && request.continues().isEmpty()) {
            pace.learn(request.learner(), of(request), took);
        }
    }

    /** What a training is expected to take. */
    Duration of(String learner, Configuration configuration, Fidelity fidelity) {
        return pace.corrected(learner, plain(learner, configuration, fidelity));
    }

    /** The seconds that a trial took; by forecast where nothing measured may count. */
    double seconds(TrialOutcome outcome) {
        Duration time = measured ? outcome.cost().wall() : of(outcome.request());
        return time.toNanos() / 1e9;
    }

    /** Of a training that goes on, what it adds. */
    private Duration of(TrialRequest request) {
        Duration whole = plain(request.learner(), request.configuration(), request.fidelity());
        Optional<TrialRequest> before = request.continues().isPresent()
                ? Optional.ofNullable(ended.get(request.continues().getAsLong()))
                : Optional.empty();
        return before.map(part -> whole.minus(plain(part.learner(), part.configuration(), part.fidelity())))
                .orElse(whole);
    }

    private Duration plain(String learner, Configuration configuration, Fidelity fidelity) {
        double share = fidelity.iterations() * fidelity.rows() * fidelity.folds();
        Duration whole = learners.named(learner).forecast(configuration, shape);
        return Duration.ofNanos((long) (whole.toNanos() * share));
    }
}
