package io.automl4j.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.run.SuiteProgress.Standing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SuiteProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    private static CellResult cell(String failure) {
        return new CellResult(
                "ours",
                "iris",
                0,
                1,
                60,
                new Score("log_loss", 0.25, Double.NaN),
                1.1,
                Facts.NONE,
                new Usage(30, 0, 1, 61, false),
                failure);
    }

    private String told(SuiteProgress progress) {
        try (progress) {
            progress.started(3, 1);
            progress.begun("ours", "iris", new Standing(0, 2, 120));
            progress.ended(cell(""), new Standing(1, 2, 61));
            progress.begun("weka-rf", "iris", new Standing(1, 2, 61));
            progress.ended(cell("exit code 1"), new Standing(2, 2, 0));
        }
        return bytes.toString(UTF_8);
    }

    @Test
    void aLogHasALineForEachCell() {
        assertThat(told(SuiteProgress.lines(out)).lines())
                .containsExactly(
                        "3 cells, 1 of them finished before",
                        "[1/2] ours         iris                   fold 0 seed 1  log_loss 0.25000  in 61 s; 1 min left",
                        "[2/2] ours         iris                   fold 0 seed 1  FAILED: exit code 1 (see cells/ours_iris_0_1)  in 61 s; 0 s left");
    }

    @Test
    void aTerminalHasOneLineAndTheFailures() {
        String told = told(SuiteProgress.bar(out));
        assertThat(told)
                .satisfies(text -> assertThat(text.split("\n", -1)).hasSize(4))
                .endsWith(System.lineSeparator());
        assertThat(told)
                .contains("\r[          ]   0%  ours on iris  2 min left\033[K")
                .contains("\r[=====     ]  50%  weka-rf on iris; ours 0.25000  1 min left\033[K")
                .contains("\r\033[K[2/2] ours ", "FAILED: exit code 1")
                .contains("\r[==========] 100%  ours failed  0 s left\033[K");
    }

    @Test
    void aLongLineIsCutSoThatItCanBeDrawnOver() {
        String line = BarProgress.render(new Standing(1, 3, 7260), "ours-without-xgboost on " + "x".repeat(90));
        assertThat(line).hasSize(79).endsWith("x…  2 h 01 min left");
    }

    @Test
    void aBarThatWasNeverDrawnLeavesNothing() {
        SuiteProgress.bar(out).close();
        assertThat(bytes.size()).isZero();
    }

    @Test
    void timeLeftIsOfEachFrameworkItsOwn() {
        Forecast forecast = new Forecast(60);
        List<String> rest = List.of("ours", "prior", "prior");
        assertThat(forecast.secondsFor(rest)).isEqualTo(180);
        forecast.took("prior", 0.5);
        forecast.took("prior", 1.5);
        assertThat(forecast.secondsFor(rest)).isEqualTo(62);
    }
}
