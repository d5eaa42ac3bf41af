package io.automl4j.benchmarks.accept;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import io.automl4j.benchmarks.measure.Truth;
import io.automl4j.benchmarks.peer.Job;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.Split;
import io.automl4j.benchmarks.table.SuiteTable;
import io.automl4j.tabular.TableReader;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        return prepare(table, out, SPLIT_SEED);
    }

    /** The same for another split. */
    static Bench prepare(SuiteTable table, Path out, long seed) throws IOException {
        Bench bench = new Bench(table, out.resolve(table.name()));
        if (!Files.exists(bench.truth())) {
            Files.createDirectories(bench.folder);
            CsvFile all = CsvFile.read(table.file());
            Split split = table.split(all, new Split.Part(0, 1), seed);
            CsvFile test = all.select(split.test());
            all.select(split.train()).write(bench.train());
            test.without(table.target()).write(bench.test());
            test.only(table.target()).write(bench.truth());
        }
        return bench;
    }

    /** The training rows as the table's task wants them. */
    Table trainRows() {
        TableReader reader = Tables.reader();
        if (table.task().isClassification()) {
            reader = reader.kind(table.target(), ColumnKind.CATEGORICAL);
        }
        return reader.read(train()).withTarget(table.target());
    }

    Path train() {
        return folder.resolve("train.csv");
    }

    Path test() {
        return folder.resolve("test.csv");
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

    /** What the peer is asked; it runs to its end. */
    Job job(int threads) {
        return new Job(folder, table.target(), table.task(), Duration.ofDays(1), 1, threads);
    }

    /** The words of a fit of the training rows, and what is added to them. */
    List<String> fit(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "fit", "--data", train().toString(), "--target", table.target(), "--model", model().toString()));
        words.addAll(List.of(more));
        return words;
    }

    Path wekaPredictions() {
        return folder.resolve("weka.csv");
    }

    /** What predictions of the test rows are worth. */
    double score(Path predictions) throws IOException {
        List<String> all = CsvFile.read(table.file()).cells(table.target());
        List<String> tested = CsvFile.read(truth()).cells(table.target());
        return Truth.of(table.task(), all, tested).score(predictions).value();
    }
}
