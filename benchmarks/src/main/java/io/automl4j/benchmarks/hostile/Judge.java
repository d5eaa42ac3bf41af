package io.automl4j.benchmarks.hostile;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.OperatingPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Loads files in place of a model's, and says what becomes of them. Not thread-safe. */
final class Judge {
    private final Path file;
    private final Table rows;
    private final Consumer<String> told;
    private final List<float[]> truth;
    private long slowest;

    /**
     * A judge.
     *
     * @param file a sound model file, which is overwritten by hostile ones
     * @param rows what is predicted
     * @param told what is wrong, in words
     */
    Judge(Path file, Table rows, Consumer<String> told) {
        this.file = file;
        this.rows = rows;
        this.told = told;
        this.truth = predictions(AutoModel.load(file));
    }

    /** What the ensembles of a model predict: the model itself, then each of its front. */
    private List<float[]> predictions(AutoModel model) {
        List<float[]> all = new ArrayList<>(List.of(model.predict(rows).values().toArray()));
        for (OperatingPoint point : model.front().points()) {
            all.add(model.at(point).predict(rows).values().toArray());
        }
        return all;
    }

    /** Writes a file in place of the model's, and loads it. */
    Verdict of(byte[] bytes, String name) throws IOException {
        Files.write(file, bytes);
        return ofFile(name);
    }

    /** Loads what is in place of the model's file. */
    @SuppressWarnings("IllegalCatch") // whatever is thrown is what this is about
    Verdict ofFile(String name) {
        long start = System.nanoTime();
        Verdict verdict;
        try {
            List<float[]> predicted = predictions(AutoModel.load(file));
            verdict = same(predicted) ? Verdict.SAME : Verdict.OTHER;
        } catch (ModelFileException e) {
            String message = String.valueOf(e.getMessage());
            boolean says = message.contains(file.getFileName().toString()) && message.contains("Maybe");
            verdict = says ? Verdict.REFUSED : broken(name, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            verdict = broken(name, e);
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
        return verdict;
    }

    private boolean same(List<float[]> predicted) {
        boolean same = predicted.size() == truth.size();
        for (int i = 0; same && i < truth.size(); i++) {
            same = Arrays.equals(predicted.get(i), truth.get(i));
        }
        return same;
    }

    private Verdict broken(String name, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        told.accept("%s: %s at %s".formatted(name, thrown, trace.length == 0 ? "?" : trace[0]));
        return Verdict.BROKEN;
    }

    /** The longest time that a file took, in seconds. */
    double slowestSeconds() {
        return slowest / 1e9;
    }
}
