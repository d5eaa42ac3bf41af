package io.automl4j.examples;

import io.automl4j.model.AutoModel;
import io.automl4j.model.Prediction;
import io.automl4j.tabular.AutoClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service does: load a model file once, then answer one row at a time, from as many threads as it likes. */
public final class ServeOneRow {
    private ServeOneRow() {}

    /**
     * Fits, saves, loads and answers.
     *
     * @param args none
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path file = Files.createTempDirectory("automl4j").resolve("credit.automl");
        AutoClassifier.builder()
                .budget(Duration.ofSeconds(5))
                .build()
                .fit(GermanCredit.table())
                .save(file);

        AutoModel model = AutoModel.load(file);
        // every column must be named; one whose value is not known is null
        Map<String, Object> customer = new LinkedHashMap<>();
        model.requiredColumns().columns().forEach(column -> customer.put(column.name(), null));
        customer.put("checking_status", "no checking");
        customer.put("duration", 12);
        customer.put("credit_amount", 2_096);
        customer.put("age", 49);
        Prediction answer = model.predict(customer);

        System.out.printf("%s: %s%n", answer.label(), answer.probabilities());
    }
}
