package io.automl4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A critical-difference diagram (Demšar 2006, JMLR 7, figure 1): average ranks on an axis, and bars that join those
 * between which no difference is shown.
 *
 * @param entries who has which average rank, best first
 * @param criticalDifference by how much two ranks must differ to show a difference; NaN where that is not known
 */
public record RankDiagram(List<Entry> entries, double criticalDifference) implements Fragment {

    /**
     * An average rank.
     *
     * @param name whose it is
     * @param rank from 1, the best, to the number of entries
     */
    public record Entry(String name, double rank) {}

    /** Neighbours by rank from the first to the last, between any two of which no difference is shown. */
    private record Group(int first, int last) {}

    /**
     * Copies the list, best first.
     *
     * @throws IllegalArgumentException if there is no entry, or a rank is not between 1 and the number of entries
     */
    public RankDiagram {
        entries =
                entries.stream().sorted(Comparator.comparingDouble(Entry::rank)).toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A diagram of ranks needs an entry.");
        }
        for (Entry entry : entries) {
            if (!(entry.rank() >= 1 && entry.rank() <= entries.size())) {
                throw new IllegalArgumentException(
                        "The rank of '%s' is %s, but must be from 1 to %d.%nMaybe it is no average of ranks."
                                .formatted(entry.name(), entry.rank(), entries.size()));
            }
        }
    }

    @Override
    public String html() {
        return "<figure class=\"ranks\"><figcaption>Average ranks, 1 being the best; between those joined by a bar no"
                + " difference is shown</figcaption><div class=\"wide\">" + drawing() + "</div></figure>";
    }

    private String drawing() {
        List<Group> groups = groups();
        RankDrawing drawing = new RankDrawing(entries, words(groups));
        drawing.axis();
        if (Double.isFinite(criticalDifference)) {
            drawing.difference(criticalDifference);
        }
        groups.forEach(group -> drawing.join(
                entries.get(group.first()).rank(), entries.get(group.last()).rank()));
        entries.forEach(drawing::mark);
        return drawing.svg();
    }

    /** The largest ones only: a group within another one says nothing more. */
    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        int reached = 0;
        for (int first = 0; first < entries.size(); first++) {
            int last = first;
            while (last + 1 < entries.size()
                    && entries.get(last + 1).rank() - entries.get(first).rank() < criticalDifference) {
                last++;
            }
            if (last > first && last > reached) {
                groups.add(new Group(first, last));
                reached = last;
            }
        }
        return groups;
    }

    private String words(List<Group> groups) {
        String ranks = entries.stream()
                .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.name(), entry.rank()))
                .collect(Collectors.joining(", ", "Average ranks: ", "."));
        String difference = Double.isFinite(criticalDifference)
                ? String.format(Locale.ROOT, " Critical difference: %.2f.", criticalDifference)
                : "";
        return ranks + difference + groups.stream().map(this::words).collect(Collectors.joining());
    }

    private String words(Group group) {
        return entries.subList(group.first(), group.last() + 1).stream()
                .map(Entry::name)
                .collect(Collectors.joining(", ", " No difference is shown between ", "."));
    }
}
