package io.automl4j.cli;

import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.AutoMlListener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** Shows on standard error how a search goes. Told in the thread of the search. */
abstract class Progress implements AutoMlListener, AutoCloseable {
    private final PrintWriter err;
    private volatile Watch watch;
    private String metric = "";

    Progress(Watch watch, PrintWriter err) {
        this.watch = watch;
        this.err = err;
    }

    /** A bar where a person watches, lines elsewhere. */
    static Progress of(Watch watch, PrintWriter err) {
        return Terminal.isWatched() ? new BarProgress(watch, err) : new LineProgress(watch, err);
    }

    @Override
    public final void on(AutoMlEvent event) {
        if (event instanceof AutoMlEvent.Started started) {
            metric = started.metric();
            watch = watch.after(started.before());
            line(introduction(started));
        } else if (event instanceof AutoMlEvent.Warned warned) {
            line("warning: " + oneLine(warned.warning().toString()));
        } else if (event instanceof AutoMlEvent.TrialEnded ended) {
            trial(ended);
        } else if (event instanceof AutoMlEvent.EnsembleChosen chosen) {
            ensemble(chosen);
        }
    }

    /** A trial ended. */
    abstract void trial(AutoMlEvent.TrialEnded ended);

    /** The search is over; what is left is to assemble and write the model. */
    abstract void ensemble(AutoMlEvent.EnsembleChosen chosen);

    /** Ends what runs in the background. */
    @Override
    public abstract void close();

    /** The budget as it passes. */
    final Watch watch() {
        return watch;
    }

    final void line(String text) {
        err.println(text);
        err.flush();
    }

    final String best(OptionalDouble best) {
        return best.isPresent() ? metric + " " + Display.score(best.getAsDouble()) : "no score yet";
    }

    private static String introduction(AutoMlEvent.Started started) {
        return "%s of '%s': %s, %s; %s; %s"
                .formatted(
                        started.task().type().name().toLowerCase(Locale.ROOT),
                        started.task().target(),
                        Display.count(started.rows(), "row"),
                        Display.count(started.features(), "feature"),
                        started.validation(),
                        started.metric());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
