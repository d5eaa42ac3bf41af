package io.automl4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a {@link RankDiagram}: the critical difference above the axis, bars right below it, and below those the names,
 * the better half on the left. The further out a rank, the higher its name, so that no two leaders cross.
 *
 * @implNote not safe for use by several threads
 */
final class RankDrawing {
    private static final double AXIS_WIDTH = 380;
    /** A generous width of a letter: where a name ends cannot be asked for. */
    private static final double LETTER = 8.5;

    private static final double PADDING = 12;
    private static final double AXIS = 64;
    private static final double LEVEL = 9;
    private static final double LINE = 24;

    private final List<RankDiagram.Entry> entries;
    private final String words;
    private final double margin;
    private final StringBuilder shapes = new StringBuilder();
    /** For each level of bars the rank at which its last bar ends. */
    private final List<Double> levels = new ArrayList<>();

    private int marked;

    RankDrawing(List<RankDiagram.Entry> entries, String words) {
        this.entries = entries;
        this.words = words;
        int longest =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        this.margin = PADDING + LETTER * (longest + " 12.34".length());
    }

    void axis() {
        line("axis", x(1), AXIS, x(entries.size()), AXIS);
        for (int rank = 1; rank <= entries.size(); rank++) {
            line("axis", x(rank), AXIS - 6, x(rank), AXIS);
            text("middle", x(rank), AXIS - 11, Integer.toString(rank));
        }
    }

    /** A bar as long as the difference; of one that is longer than the axis only the number can be shown. */
    void difference(double difference) {
        String text = String.format(Locale.ROOT, "CD = %.2f", difference);
        double end = 1 + difference;
        if (end > entries.size()) {
            text("start", x(1), 16, text + ", longer than the axis");
            return;
        }
        text("start", x(1), 16, text);
        line("difference", x(1), 26, x(end), 26);
        line("difference", x(1), 22, x(1), 30);
        line("difference", x(end), 22, x(end), 30);
    }

    /** Joins ranks; must be called for all groups, from the best on, before the first mark. */
    void join(double from, double to) {
        int level = 0;
        while (level < levels.size() && levels.get(level) >= from) {
            level++;
        }
        if (level == levels.size()) {
            levels.add(to);
        } else {
            levels.set(level, to);
        }
        double y = AXIS + LEVEL * (level + 1);
        line("group", x(from) - 4, y, x(to) + 4, y);
    }

    /** Marks the next rank, from the best on. */
    void mark(RankDiagram.Entry entry) {
        boolean left = marked < leftHalf();
        double y = top() + LINE * (left ? marked : entries.size() - 1 - marked);
        double end = left ? margin : margin + AXIS_WIDTH;
        shapes.append(String.format(
                Locale.ROOT,
                "<polyline class=\"leader\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\"/>",
                x(entry.rank()),
                AXIS,
                x(entry.rank()),
                y,
                end,
                y));
        shapes.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", x(entry.rank()), AXIS));
        String rank = String.format(Locale.ROOT, "%.2f", entry.rank());
        if (left) {
            text("end", end - 6, y + 5, entry.name() + " " + rank);
        } else {
            text("start", end + 6, y + 5, rank + " " + entry.name());
        }
        marked++;
    }

    String svg() {
        double width = 2 * margin + AXIS_WIDTH;
        double height = top() + LINE * (leftHalf() - 1) + PADDING;
        return String.format(
                        Locale.ROOT,
                        "<svg role=\"img\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %1$.0f %2$.0f\" aria-label=\"",
                        width,
                        height)
                + Html.escape(words) + "\">" + shapes + "</svg>";
    }

    private int leftHalf() {
        return (entries.size() + 1) / 2;
    }

    /** Where the first name stands, below all bars. */
    private double top() {
        return AXIS + LEVEL * levels.size() + LINE;
    }

    private double x(double rank) {
        return margin + AXIS_WIDTH * (rank - 1) / Math.max(1, entries.size() - 1);
    }

    private void line(String kind, double x1, double y1, double x2, double y2) {
        shapes.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private void text(String anchor, double x, double y, String text) {
        shapes.append(String.format(Locale.ROOT, "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">", anchor, x, y))
                .append(Html.escape(text))
                .append("</text>");
    }
}
