package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.run.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of hostile model files, in a process of little memory that ends with the first error for want of it.
 *
 * @param out where they are written
 */
record HostileFiles(Path out) {
    private static final String MAIN = "io.automl4j.benchmarks.hostile.HostileRun";
    private static final int MEGABYTES = 128;
    private static final double MOST_SECONDS = 10;
    private static final String COUNT = "10000";
    private static final String SEED = "1";
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Pattern RESULT = Pattern.compile("(\\d+) of (\\d+), slowest ([0-9.]+) s");

    List<Figure> figures() throws IOException, InterruptedException {
        Path log = Files.createDirectories(out).resolve("hostile.log");
        List<String> options = List.of("-Xmx%dm".formatted(MEGABYTES), "-XX:+ExitOnOutOfMemoryError");
        int code = new Program(MAIN, options, log).run(List.of(COUNT, SEED, out.toString()), LIMIT);
        List<String> lines = Files.readAllLines(log);
        String otherwise = "ended with code %d; see %s".formatted(code, log);
        return List.of(
                figure("model files that were made to do harm", "bombs: ", lines, otherwise),
                figure(
                        "changed model files: an error of its type or the same; forged ones (a sixth), or another model",
                        "mutations: ",
                        lines,
                        otherwise));
    }

    /** A figure of the line that begins with a word; what happened otherwise where there is none. */
    static Figure figure(String name, String word, List<String> lines, String otherwise) {
        String wanted = "all, in %.0f s, %d MB".formatted(MOST_SECONDS, MEGABYTES);
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> RESULT.matcher(line.substring(word.length())))
                .filter(Matcher::matches)
                .findFirst()
                .map(result -> new Figure(
                        name,
                        wanted,
                        String.format(Locale.ROOT, "%s of %s, %s s", result.group(1), result.group(2), result.group(3)),
                        result.group(1).equals(result.group(2)) && Double.parseDouble(result.group(3)) <= MOST_SECONDS))
                .orElse(new Figure(name, wanted, otherwise, false));
    }
}
