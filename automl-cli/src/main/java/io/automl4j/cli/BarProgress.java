package io.automl4j.cli;

import io.automl4j.api.run.AutoMlEvent;
import java.io.PrintWriter;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/** One line that is drawn again and again: the time, the best score, the number of trials. */
final class BarProgress extends Progress {
    private static final int WIDTH = 79;
    private static final int SHORTEST_BAR = 8;
    private static final int INTERVAL_MILLIS = 250;

    private final PrintWriter err;
    private volatile String state = "";

    /** From the first trial on, so that warnings come before it. */
    private @Nullable ProgressBar bar;

    BarProgress(Watch watch, PrintWriter err) {
        super(watch, err);
        this.err = err;
    }

    @Override
    void trial(AutoMlEvent.TrialEnded ended) {
        show(ended.best(), Display.count(ended.trials(), "trial"));
    }

    @Override
    void ensemble(AutoMlEvent.EnsembleChosen chosen) {
        show(OptionalDouble.of(chosen.score()), Display.count(chosen.members(), "member"));
    }

    private void show(OptionalDouble best, String count) {
        state = "%s  %s".formatted(best(best), count);
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(1)
                    .setUpdateIntervalMillis(INTERVAL_MILLIS)
                    .continuousUpdate()
                    .setRenderer((progress, length) -> render())
                    .setConsumer(new SameLine(err))
                    .build();
        }
    }

    /** The line as it is now. */
    String render() {
        String text = "%3d%%  %s  %s".formatted((int) (100 * watch().share()), state, watch().leftInWords());
        int length = Math.max(SHORTEST_BAR, WIDTH - text.length() - 3);
        int done = (int) (length * watch().share());
        return "[" + "=".repeat(done) + " ".repeat(length - done) + "] " + text;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            line("");
        }
    }

    /** Draws over what was drawn before. The library's own way would ask JLine, and load its native part, for that. */
    private record SameLine(PrintWriter err) implements ProgressBarConsumer {
        private static final String TO_START = "\r";
        private static final String CLEAR_REST = "\033[K";

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            err.print(TO_START + rendered + CLEAR_REST);
            err.flush();
        }

        @Override
        public void clear() {
            accept("");
        }

        @Override
        public void close() {}
    }
}
