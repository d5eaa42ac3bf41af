package io.automl4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every example runs, and prints what it promises. */
final class ExamplesIT {
    @Test
    void fitsFirst() throws Exception {
        assertThat(printedBy(() -> FirstFit.main(new String[0]))).contains("validation: 0.", "held out:   0.");
    }

    @Test
    void followsOnesOwnMetric() throws Exception {
        assertThat(printedBy(() -> OwnMetric.main(new String[0]))).contains("profit for each customer: ");
    }

    @Test
    void ignoresColumnsAndWeightsClasses() throws Exception {
        assertThat(printedBy(() -> RolesAndWeights.main(new String[0]))).contains("balanced accuracy: 0.");
    }

    @Test
    void servesOneRow() throws Exception {
        assertThat(printedBy(() -> ServeOneRow.main(new String[0]))).matches("(?s)(good|bad): \\{bad=0.*, good=0.*");
    }

    @Test
    void demonstratesTheMainJob() throws Exception {
        assertThat(printedBy(() -> Demo.main(new String[] {"--budget", "5s"})))
                .contains("1000 customers", "750 to learn from, 250 held out", "ensemble of", "roc_auc", "Next: ");
    }

    private static String printedBy(Example example) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Example {
        void run() throws Exception;
    }
}
