package io.automl4j.api.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.space.Configuration;
import java.nio.ReadOnlyBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {
    private static final TrialRequest REQUEST = TrialRequest.of(3, "linear", Configuration.EMPTY, Fidelity.full(5), 42);

    @Test
    void requestIsOpenEndedUnlessLimited() {
        assertThat(REQUEST.continues()).isEmpty();
        assertThat(REQUEST.stop()).isEqualTo(StopRule.NEVER);
        assertThat(REQUEST.limit()).isGreaterThan(Duration.ofDays(1));
        assertThat(REQUEST.withLimit(Duration.ofSeconds(2)).limit()).hasSeconds(2);
        assertThat(REQUEST.withStop(StopRule.above(0.3)).stop().lossAbove()).isEqualTo(0.3);
        assertThat(REQUEST.withStop(StopRule.above(0.3)).seed()).isEqualTo(42);
        Origin child = new Origin("crossover", List.of(3L, 4L));
        TrialRequest born = REQUEST.withOrigin(child);
        assertThat(born.continued(9, 1).origin()).isEqualTo(child);
        assertThat(born.again(9, Fidelity.full(5), 8)).satisfies(again -> {
            assertThat(again.origin()).isEqualTo(child);
            assertThat(again.continues()).isEmpty();
            assertThat(again.seed()).isEqualTo(8);
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1.5, 1, 1", "1, 0, 1", "1, NaN, 1", "1, 1, 0"})
    void sharesLieBetweenNothingAndAll(double iterations, double rows, int folds) {
        assertThatThrownBy(() -> new Fidelity(iterations, rows, folds)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void outcomesAreFolded() {
        Cost cost = Cost.of(Duration.ofMillis(5));
        TrialOutcome completed =
                new TrialOutcome.Completed(REQUEST, 0.9, 0.1, List.of(0.1), List.of(7), List.of(), cost);
        TrialOutcome pruned = new TrialOutcome.Pruned(REQUEST, 0.4, cost);
        TrialOutcome failed = new TrialOutcome.Failed(REQUEST, Stage.TRAIN, "numeric", "NaN loss", cost);

        assertThat(List.of(completed, pruned, failed))
                .extracting(outcome -> outcome.<String>fold(c -> "c", p -> "p", f -> f.message()))
                .containsExactly("c", "p", "NaN loss");
        assertThat(completed.cost().wall()).hasMillis(5);
    }

    @Test
    void listsAreCopied() {
        List<Double> losses = new ArrayList<>(List.of(0.1, 0.2));
        TrialOutcome.Completed completed = new TrialOutcome.Completed(
                REQUEST, 0.9, 0.1, losses, List.of(), List.of(new CurvePoint(1, 0.5)), Cost.of(Duration.ZERO));
        List<FoldArtifact> artifacts =
                new ArrayList<>(List.of(new FoldArtifact(0, Block.EMPTY, Block.EMPTY, Block.EMPTY)));
        TrialResult result = new TrialResult(completed, artifacts);

        losses.clear();
        artifacts.clear();

        assertThat(completed.foldLosses()).containsExactly(0.1, 0.2);
        assertThat(result.artifacts()).hasSize(1);
    }

    @Test
    void blocksAreOnlyRead() {
        Block block = Block.of(new byte[] {1, 2, 3});

        assertThat(block.size()).isEqualTo(3);
        assertThat(block.buffer().get(2)).isEqualTo((byte) 3);
        assertThatThrownBy(() -> block.buffer().put((byte) 9)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void cancellationEndsTheCaller() {
        Cancellation cancelled = () -> true;

        Cancellation.NEVER.check();
        assertThatThrownBy(cancelled::check).isInstanceOf(CancelledException.class);
    }
}
