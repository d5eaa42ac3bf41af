package io.automl4j.cli;

import io.automl4j.api.run.AutoMlEvent;
import java.io.PrintWriter;
import java.time.Duration;

/** A line for each better score, and one now and then between them; for logs. */
final class LineProgress extends Progress {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private double shown = Double.NaN;
    private Duration at = Duration.ZERO;

    LineProgress(Watch watch, PrintWriter err) {
        super(watch, err);
    }

    @Override
    void trial(AutoMlEvent.TrialEnded ended) {
        double best = ended.best().orElse(Double.NaN);
        Duration now = watch().spent();
        if (Double.compare(best, shown) != 0 || now.minus(at).compareTo(SILENCE) >= 0) {
            shown = best;
            at = now;
            line("%s: best %s after %s"
                    .formatted(watch().leftInWords(), best(ended.best()), Display.count(ended.trials(), "trial")));
        }
    }

    @Override
    void ensemble(AutoMlEvent.EnsembleChosen chosen) {
        line("%s: the ensemble has %s".formatted(watch().leftInWords(), Display.count(chosen.members(), "member")));
    }

    @Override
    public void close() {}
}
