package io.automl4j.benchmarks.h2o;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2O in a JVM of its own, as the suite starts it. */
final class H2oMainIT {
    private static final int TRAINED = 300;
    private static final int TESTED = 60;

    @TempDir
    Path folder;

    /** Classes that are numbers, which H2O would take for a regression unless it is told. */
    private void writeJob() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder train = new StringBuilder("a,b,y\n");
        StringBuilder aligned = new StringBuilder("a,b,y\n");
        for (int row = 0; row < TRAINED + TESTED; row++) {
            int label = row % 3;
            String features = String.format(
                    Locale.ROOT, "%.3f,%.3f,", label + 0.3 * random.nextGaussian(), random.nextGaussian());
            (row < TRAINED ? train : aligned)
                    .append(features)
                    .append(row < TRAINED ? label : "")
                    .append('\n');
        }
        Files.writeString(folder.resolve("train.csv"), train);
        Files.writeString(folder.resolve("aligned.csv"), aligned);
        Files.writeString(
                folder.resolve("job.properties"),
                "target=y\ntask=MULTICLASS\nbudget=%s\nseed=1\nthreads=1\n".formatted(Duration.ofSeconds(15)));
    }

    @Test
    @Timeout(value = 120)
    void learnsAndPredictsClassesThatAreNumbers() throws Exception {
        writeJob();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        for (String name : List.of("java.lang", "java.util", "java.nio", "sun.nio.ch")) {
            command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED"));
        }
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), H2oMain.class.getName(), folder.toString(), "mojo"));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();

        List<String> lines = Files.readAllLines(folder.resolve("predictions.csv"));
        assertThat(lines.get(0)).isEqualTo("prediction,\"probability_0\",\"probability_1\",\"probability_2\"");
        assertThat(lines).hasSize(TESTED + 1);
        long right = 0;
        for (int row = 0; row < TESTED; row++) {
            right += lines.get(row + 1).startsWith("\"" + row % 3 + "\",") ? 1 : 0;
        }
        // on a busy machine H2O has time for little more than one weak model; always one class would be a third
        assertThat(right).isGreaterThan(TESTED / 2);
        assertThat(Files.readString(folder.resolve("facts.properties")))
                .containsPattern("fit_seconds=[0-9]+")
                .containsPattern("curve=[0-9.]+:[0-9.]+");
        assertThat(Files.readString(folder.resolve("mojo.properties"))).containsPattern("rows_per_second=[1-9]");
    }
}
