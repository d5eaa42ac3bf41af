package io.automl4j.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the system says of processors and processes; where it is no Linux it says nothing. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/stat");
    /** Jiffies, by which Linux counts. */
    private static final double PER_SECOND = 100;

    private Machine() {}

    /** The seconds that all processors together have been busy, or stolen, since the start; NaN where not known. */
    static double busySeconds() {
        try {
            List<String> lines = Files.exists(PROCESSORS) ? Files.readAllLines(PROCESSORS) : List.of();
            if (lines.isEmpty()) {
                return Double.NaN;
            }
            String[] words = lines.get(0).trim().split(" +", -1);
            double busy = 0;
            for (int i = 1; i < words.length && i <= 8; i++) {
                boolean idle = i == 4 || i == 5;
                busy += idle ? 0 : Double.parseDouble(words[i]);
            }
            return busy / PER_SECOND;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** The seconds of processors that a living process and its ended children have used; NaN where not known. */
    static double cpuSeconds(long process) {
        Path stat = Path.of("/proc/%d/stat".formatted(process));
        try {
            if (!Files.exists(stat)) {
                return Double.NaN;
            }
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            // the name of the program, in parentheses, may hold spaces; user and system time, then the children's
            String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            double jiffies = 0;
            for (int i = 11; i <= 14; i++) {
                jiffies += Double.parseDouble(words[i]);
            }
            return jiffies / PER_SECOND;
        } catch (IOException e) {
            return Double.NaN; // it has ended meanwhile
        }
    }

    /** The largest resident memory of a living process in bytes; 0 where not known. */
    static long peakMemory(long process) {
        return memory(process, "VmHWM:");
    }

    /** The resident memory of a living process in bytes; 0 where not known. */
    static long memory(long process) {
        return memory(process, "VmRSS:");
    }

    private static long memory(long process, String line) {
        Path status = Path.of("/proc/%d/status".formatted(process));
        try {
            for (String words : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
                if (words.startsWith(line)) {
                    return Long.parseLong(words.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
        return 0;
    }
}
