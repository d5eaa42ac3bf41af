package io.automl4j.examples;

import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoClassifier;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Columns with other jobs than being a feature, and errors that cost more than others. */
public final class RolesAndWeights {
    private RolesAndWeights() {}

    /**
     * Fits without columns that the law forbids, and weights bad customers five times.
     *
     * @param args none
     * @throws IOException if the table cannot be read
     */
    public static void main(String[] args) throws IOException {
        Table table =
                GermanCredit.table().withRole("personal_status", Role.IGNORED).withRole("foreign_worker", Role.IGNORED);

        AutoModel model = AutoClassifier.builder()
                .classWeights(Map.of("bad", 5.0))
                .metric(Metrics.BALANCED_ACCURACY)
                .budget(Duration.ofSeconds(5))
                .build()
                .fit(table);

        System.out.printf("balanced accuracy: %.3f%n", model.report().score());
        for (DataWarning warning : model.report().warnings()) {
            System.out.println(warning);
        }
    }
}
