package io.automl4j.examples;

import io.automl4j.api.metric.Metrics;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoClassifier;
import java.io.IOException;
import java.time.Duration;

/** The shortest way from a table to a model; without a builder a search takes 60 seconds. */
public final class FirstFit {
    private FirstFit() {}

    /**
     * Fits, and scores on rows that were held out.
     *
     * @param args none
     * @throws IOException if the table cannot be read
     */
    public static void main(String[] args) throws IOException {
        GermanCredit.Split credit = GermanCredit.split(0.25, 1);

        AutoModel model =
                AutoClassifier.builder().budget(Duration.ofSeconds(5)).build().fit(credit.train());

        System.out.printf("validation: %.3f%n", model.report().score());
        System.out.printf("held out:   %.3f%n", HeldOut.score(Metrics.ROC_AUC, model, credit.test()));
    }
}
