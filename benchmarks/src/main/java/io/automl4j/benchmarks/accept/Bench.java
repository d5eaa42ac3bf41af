package io.automl4j.benchmarks.accept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one table: its split, and what was predicted.
 *
 * @param table the table
 * @param folder where they lie
 */
record Bench(SuiteTable table, Path folder) {
    private static final long SPLIT_SEED = 1;

    /** Writes the split, unless it is there already. */
    static Bench prepare(SuiteTable table, Path out) throws IOException {
        Bench bench = new Bench(table, out.resolve(table.name()));
        if (!Files.exists(bench.truth())) {
            Files.createDirectories(bench.folder);
            CsvFile all = CsvFile.read(table.file());
            List<String> targets = all.cells(table.target());
            List<String> classes = table.task().isClassification()
                    ? targets
                    : targets.stream().map(number -> "").toList();
            Split split = Split.of(classes, SPLIT_SEED);
            CsvFile test = all.select(split.test());
            all.select(split.train()).write(bench.train());
            test.write(bench.testWithTarget());
            test.without(table.target()).write(bench.test());
            test.only(table.target()).write(bench.truth());
        }
        return bench;
    }

    Path train() {
        return folder.resolve("train.csv");
    }

    Path test() {
        return folder.resolve("test.csv");
    }

    Path testWithTarget() {
        return folder.resolve("test-with-target.csv");
    }

    Path truth() {
        return folder.resolve("truth.csv");
    }

    Path model() {
        return folder.resolve("model.automl");
    }

    Path predictions() {
        return folder.resolve("predictions.csv");
    }

    Path wekaPredictions() {
        return folder.resolve("weka.csv");
    }
}
