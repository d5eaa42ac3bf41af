package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.table.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Of issue "Ensembles" the figures about their choice; those about latency, coverage and files are not measured yet.
 *
 * @param data the folder of the tables
 * @param home the folder of the project
 */
public record Accept06(Path data, Path home) {
    private static final String RECORD = "benchmarks/results/ensembles-60s.csv";

    /**
     * Runs it; half an hour where nothing is recorded.
     *
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     */
    public boolean run() throws IOException {
        Path record = home.resolve(RECORD);
        References references = References.read(home.resolve("benchmarks/reference.csv"));
        List<Figure> figures = new EnsembleRun(
                        Suite.folder(data, "public").tables(),
                        references,
                        Files.createTempDirectory("automl-accept-06"),
                        record)
                .figures();
        figures.forEach(figure -> System.out.println(figure.by("benchmarks/accept 06 DATA, into " + RECORD)));
        return figures.stream().allMatch(Figure::ok);
    }
}
