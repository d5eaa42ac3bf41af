package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.run.Program;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A file of 100 MB, half of its columns numbers and half of them categories, read in a JVM of one gigabyte.
 *
 * @param folder where the file is written
 */
record BigFile(Path folder) {
    private static final long BYTES = 100_000_000L;
    private static final int NUMBERS = 10;
    private static final int CATEGORIES = 9;
    private static final int LEVELS = 40;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double MOST_SECONDS = 10;
    private static final double MOST_RETAINED = 3;

    List<Figure> measure() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path file = folder.resolve("big.csv");
        write(file);
        Path log = folder.resolve("big.log");
        Program program = new Program(BigFileReading.class.getName(), List.of("-Xmx1g"), log);
        int code = program.run(List.of(file.toString()), LIMIT);
        if (code != 0) {
            throw new IOException("Reading '%s' ended with code %d; see %s".formatted(file, code, log));
        }
        // the last line is the answer: seconds, then bytes that were kept
        List<String> lines = Files.readAllLines(log);
        String[] answer = lines.get(lines.size() - 1).split(" ", -1);
        double retained = Double.parseDouble(answer[1]) / Files.size(file);
        Files.delete(file);
        return List.of(
                Figure.atMost("100 MB read with -Xmx1g", MOST_SECONDS, Double.parseDouble(answer[0]), "s"),
                Figure.atMost("its heap, times the file", MOST_RETAINED, retained, "x"));
    }

    private static void write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < NUMBERS + CATEGORIES; i++) {
                line.append(i == 0 ? "" : ",").append("column").append(i);
            }
            while (written < BYTES) {
                line.append('\n');
                out.append(line);
                written += line.length();
                line.setLength(0);
                for (int i = 0; i < NUMBERS; i++) {
                    line.append(i == 0 ? "" : ",")
                            .append(String.format(Locale.ROOT, "%.5f", random.nextDouble() * 100));
                }
                for (int i = 0; i < CATEGORIES; i++) {
                    line.append(",level").append(random.nextInt(LEVELS));
                }
            }
        }
    }
}
