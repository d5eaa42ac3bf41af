package io.automl4j.benchmarks.run;

import java.io.PrintStream;
import java.util.Locale;

/** A line that is drawn again and again: a bar, its share, who works at what, the last score, the time left. */
final class BarProgress implements SuiteProgress {
    /** One column less than a usual terminal has, since a line that is too long could not be drawn over. */
    private static final int WIDTH = 79;

    private static final int BAR = 10;
    private static final String TO_START = "\r";
    private static final String CLEAR_REST = "\033[K";

    private final PrintStream terminal;
    private String last = "";
    private boolean drawn;

    BarProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void started(int cells, int finishedBefore) {
        terminal.println(LineProgress.head(cells, finishedBefore));
    }

    @Override
    public void begun(String framework, String table, Standing standing) {
        draw(render(standing, "%s on %s%s".formatted(framework, table, last.isEmpty() ? "" : "; " + last)));
    }

    @Override
    public void ended(CellResult result, Standing standing) {
        if (!result.succeeded()) {
            clear();
            terminal.println(LineProgress.line(result, standing));
        }
        last = result.succeeded()
                ? String.format(
                        Locale.ROOT,
                        "%s %.5g",
                        result.framework(),
                        result.score().value())
                : result.framework() + " failed";
        draw(render(standing, last));
    }

    /** The line as it is now. */
    static String render(Standing standing, String state) {
        double share = (double) standing.done() / Math.max(1, standing.all());
        int full = (int) (BAR * share);
        String head = "[%s] %3d%%  ".formatted("=".repeat(full) + " ".repeat(BAR - full), (int) (100 * share));
        String tail = "  %s left".formatted(LineProgress.time(standing.secondsLeft()));
        int room = WIDTH - head.length() - tail.length();
        return head + (state.length() > room ? state.substring(0, room - 1) + "…" : state) + tail;
    }

    private void draw(String line) {
        terminal.print(TO_START + line + CLEAR_REST);
        terminal.flush();
        drawn = true;
    }

    private void clear() {
        if (drawn) {
            terminal.print(TO_START + CLEAR_REST);
        }
    }

    /** What follows begins on a line of its own. */
    @Override
    public void close() {
        if (drawn) {
            terminal.println();
            drawn = false;
        }
    }
}
