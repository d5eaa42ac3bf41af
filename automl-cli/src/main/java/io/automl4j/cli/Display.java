package io.automl4j.cli;

import io.automl4j.model.OperatingPoint;
import java.time.Duration;
import java.util.Locale;

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
}
