package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InterruptionTest {
    private final List<String> done = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private final Interruption interruption =
            new Interruption(() -> done.add("stop"), code -> done.add("halt " + code), new PrintWriter(err));

    @Test
    void withoutASignalTheCodeIsZero() {
        assertThat(interruption.exitCode()).isZero();
        assertThat(done).isEmpty();
    }

    @Test
    void theFirstSignalEndsTheSearch() {
        interruption.signalled(ExitCode.INTERRUPTED);
        assertThat(done).containsExactly("stop");
        assertThat(interruption.exitCode()).isEqualTo(130);
        assertThat(err.toString()).contains("best model so far");
    }

    @Test
    void theSecondSignalEndsTheProgram() {
        interruption.signalled(ExitCode.INTERRUPTED);
        interruption.signalled(ExitCode.INTERRUPTED);
        assertThat(done).containsExactly("stop", "halt 130");
    }
}
