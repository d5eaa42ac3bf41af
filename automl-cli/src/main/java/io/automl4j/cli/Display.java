package io.automl4j.cli;

import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.OperatingPoint;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as people read them, the same in every locale. */
final class Display {
    private Display() {}

    /** A score with four decimals, or five digits where it is large or tiny. */
    static String score(double score) {
        if (Double.isNaN(score)) {
            return "-";
        }
        double size = Math.abs(score);
        boolean usual = size == 0 || (size >= 0.001 && size < 1000);
        return String.format(Locale.ROOT, usual ? "%.4f" : "%.5g", score);
    }

    static String time(Duration time) {
        if (time.isNegative()) {
            return "0 s";
        }
        long seconds = time.toSeconds();
        if (seconds >= 3600) {
            return "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
        }
        if (seconds >= 60) {
            return "%d min %02d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds >= 10 ? seconds + " s" : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** What a row takes; a dash where it was not measured. */
    static String latency(OperatingPoint point) {
        return point.isMeasured()
                ? String.format(Locale.ROOT, "%.1f", point.latency().toNanos() / 1e3)
                : "-";
    }

    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    static String count(long count, String thing) {
        return count == 1 ? "1 " + thing : count + " " + thing + "s";
    }

    /** How many members a model has, and the share of each learner, the greatest first. */
    static String ensemble(AutoModel model) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Member member : model.members()) {
            shares.merge(member.learner(), member.weight(), Double::sum);
        }
        return "ensemble of %s: ".formatted(count(model.members().size(), "member"))
                + shares.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(share -> String.format(Locale.ROOT, "%s %.0f %%", share.getKey(), 100 * share.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
