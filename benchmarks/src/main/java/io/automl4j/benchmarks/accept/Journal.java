package io.automl4j.benchmarks.accept;

import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.model.TrialJson;
import io.automl4j.model.file.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what a run has written down of its trials. */
final class Journal {
    private Journal() {}

    /** The outcomes of whole lines; one that a kill cut off is left out. */
    static List<TrialOutcome> outcomes(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> TrialJson.outcome(Nodes.fromJson(line).node("outcome")))
                .toList();
    }
}
