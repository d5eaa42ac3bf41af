package io.automl4j.benchmarks.run;

import java.io.PrintStream;
import java.util.Locale;

/** A line for each cell, as files of logs need it. */
record LineProgress(PrintStream out) implements SuiteProgress {

    @Override
    public void started(int cells, int finishedBefore) {
        out.println(head(cells, finishedBefore));
    }

    @Override
    public void ended(CellResult result, Standing standing) {
        out.println(line(result, standing) + "; " + time(standing.secondsLeft()) + " left");
    }

    static String head(int cells, int finishedBefore) {
        return "%d cells, %d of them finished before".formatted(cells, finishedBefore);
    }

    static String line(CellResult result, Standing standing) {
        return String.format(
                Locale.ROOT,
                "[%d/%d] %-12s %-22s fold %d seed %d  %s  in %.0f s%s",
                standing.done(),
                standing.all(),
                result.framework(),
                result.table(),
                result.fold(),
                result.seed(),
                outcome(result),
                result.machine().wallSeconds(),
                result.machine().disturbed() ? " (disturbed)" : "");
    }

    static String outcome(CellResult result) {
        return result.succeeded()
                ? String.format(
                        Locale.ROOT,
                        "%s %.5f",
                        result.score().metric(),
                        result.score().value())
                : "FAILED: %s (see cells/%s)"
                        .formatted(result.failure(), result.key().replace('/', '_'));
    }

    static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
}
