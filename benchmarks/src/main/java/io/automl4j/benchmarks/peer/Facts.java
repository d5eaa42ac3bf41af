package io.automl4j.benchmarks.peer;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a framework says of its work.
 *
 * @param fitSeconds from the start of the process until the model is there
 * @param predictSeconds for all rows to be predicted, the model being in memory
 * @param modelBytes the size of the model's file, 0 where it has none
 * @param curve the best validation score so far against seconds; empty where it is not known
 */
public record Facts(double fitSeconds, double predictSeconds, long modelBytes, List<Point> curve) {

    /** Nothing is known, as of an external command. */
    public static final Facts NONE = new Facts(Double.NaN, Double.NaN, 0, List.of());

    /** Copies the curve. */
    public Facts {
        curve = List.copyOf(curve);
    }

    /** A validation score and when it was reached. */
    public record Point(double seconds, double score) {}

    /** Writes a file. */
    public void save(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("fit_seconds", Double.toString(fitSeconds));
        properties.setProperty("predict_seconds", Double.toString(predictSeconds));
        properties.setProperty("model_bytes", Long.toString(modelBytes));
        properties.setProperty("curve", curveText());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    /** Reads a file; nothing is known where there is none. */
    public static Facts load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        try {
            return new Facts(
                    Double.parseDouble(properties.getProperty("fit_seconds", "")),
                    Double.parseDouble(properties.getProperty("predict_seconds", "")),
                    Long.parseLong(properties.getProperty("model_bytes", "")),
                    curve(properties.getProperty("curve", "")));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("%s holds no facts: %s".formatted(file, properties), e);
        }
    }

    /** The curve as {@code seconds:score;seconds:score}. */
    public String curveText() {
        return curve.stream()
                .map(point -> point.seconds() + ":" + point.score())
                .collect(Collectors.joining(";"));
    }

    /** The curve of such a text. */
    public static List<Point> curve(String text) {
        List<Point> curve = new ArrayList<>();
        for (String point : text.split(";", -1)) {
            if (!point.isEmpty()) {
                String[] parts = point.split(":", -1);
                curve.add(new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
            }
        }
        return curve;
    }
}
