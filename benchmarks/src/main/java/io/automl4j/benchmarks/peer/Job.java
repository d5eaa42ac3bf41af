package io.automl4j.benchmarks.peer;

import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * What a framework is asked to do: learn from {@code train.csv} of a folder and predict the rows of {@code test.csv},
 * which lack the target, in their order.
 *
 * @param folder where the files lie and the answer goes
 * @param target the target column
 * @param task what is predicted
 * @param budget what learning may take, from the start of the process
 * @param seed the seed of everything random
 * @param threads how many threads may work
 */
public record Job(Path folder, String target, TaskType task, Duration budget, long seed, int threads) {
    private static final String FILE = "job.properties";

    /** The rows to learn from. */
    public Path train() {
        return folder.resolve("train.csv");
    }

    /** The rows to predict. */
    public Path test() {
        return folder.resolve("test.csv");
    }

    /** The rows to predict in the columns of the training file, the target empty, for readers that go by position. */
    public Path aligned() {
        return folder.resolve("aligned.csv");
    }

    /** Where predictions go: {@code prediction}, and for classes {@code probability_<class>}. */
    public Path predictions() {
        return folder.resolve("predictions.csv");
    }

    /** Where {@link Facts} go. */
    public Path facts() {
        return folder.resolve("facts.properties");
    }

    /** Writes the job to its folder. */
    public void save() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("target", target);
        properties.setProperty("task", task.name());
        properties.setProperty("budget", budget.toString());
        properties.setProperty("seed", Long.toString(seed));
        properties.setProperty("threads", Integer.toString(threads));
        try (Writer out = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(out, null);
        }
    }

    /** Reads the job of a folder. */
    public static Job load(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(in);
        }
        return new Job(
                folder,
                properties.getProperty("target"),
                TaskType.valueOf(properties.getProperty("task")),
                Duration.parse(properties.getProperty("budget")),
                Long.parseLong(properties.getProperty("seed")),
                Integer.parseInt(properties.getProperty("threads")));
    }
}
