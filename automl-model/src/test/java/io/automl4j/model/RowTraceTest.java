package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowTraceTest {

    @Test
    void isSavedAndLoaded() {
        RowTrace trace = new RowTrace(
                5,
                List.of(
                        new RowTrace.View(List.of("a", "b"), new long[] {Long.MIN_VALUE, 0, 7}, true),
                        new RowTrace.View(List.of("b"), new long[] {-3, 12}, false)));
        assertThat(RowTrace.load(trace.save())).isEqualTo(trace).hasSameHashCodeAs(trace);
    }

    @Test
    void hashesRise() {
        assertThatThrownBy(() -> new RowTrace.View(List.of("a"), new long[] {2, 2}, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not rise");
    }

    /** What predicts is the same with and without. */
    @Test
    void isPartOfTheReportInAFileAndNotOfTheDigest(@TempDir Path folder) {
        AutoModel plain = AutoModel.of(SampleModels.parts());
        RowTrace trace = new RowTrace(2, List.of(new RowTrace.View(List.of("a"), new long[] {1, 5}, true)));
        ModelParts parts = plain.parts();
        FittedReport report = parts.report();
        AutoModel traced = AutoModel.of(parts.with(new FittedReport(
                report.metric(),
                report.score(),
                report.leaderboard(),
                report.warnings(),
                report.provenance(),
                report.importance(),
                List.of(trace))));
        traced.save(folder.resolve("m.automl"));
        AutoModel loaded = AutoModel.load(folder.resolve("m.automl"));
        assertThat(loaded.report().traces()).containsExactly(trace);
        assertThat(loaded.digest()).isEqualTo(plain.digest());
        plain.save(folder.resolve("p.automl"));
        assertThat(AutoModel.load(folder.resolve("p.automl")).report().traces()).isEmpty();
    }
}
