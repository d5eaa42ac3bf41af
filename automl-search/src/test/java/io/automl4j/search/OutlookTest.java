package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutlookTest {

    /** The first part of a curve that falls as the root of the iterations. */
    private static Completed trained(double share, double limit) {
        return trained(share, limit, 1);
    }

    private static Completed trained(double share, double limit, int folds) {
        List<CurvePoint> curve = IntStream.rangeClosed(1, (int) (100 * share))
                .mapToObj(i -> new CurvePoint(i, limit + 1 / Math.sqrt(i)))
                .toList();
        TrialRequest request = TrialRequest.of(1, "a", Configuration.EMPTY, new Fidelity(share, 1, folds), 1);
        return new Completed(request, 0, 0, Collections.nCopies(folds, 0.0), List.of(), curve, Cost.of(Duration.ZERO));
    }

    @Test
    void whatWillEndAboveTheBestIsHopeless() {
        Outlook outlook = new Outlook();
        outlook.learn(trained(1, 0.2));
        assertThat(outlook.isHopeless(trained(0.3, 0.3))).isTrue();
        assertThat(outlook.isHopeless(trained(0.3, 0.1))).isFalse();
    }

    @Test
    void nothingIsHopelessBeforeThereIsAFullTraining() {
        Outlook outlook = new Outlook();
        outlook.learn(trained(0.5, 0));
        assertThat(outlook.isHopeless(trained(0.3, 5))).isFalse();
    }

    /** The mean curve of five folds lies elsewhere than that of the first one. */
    @Test
    void curvesOfOtherFoldsDoNotCompare() {
        Outlook outlook = new Outlook();
        outlook.learn(trained(1, 0.2, 5));
        assertThat(outlook.isHopeless(trained(0.3, 0.3, 1))).isFalse();
        outlook.learn(trained(1, 0.2, 1));
        assertThat(outlook.isHopeless(trained(0.3, 0.3, 1))).isTrue();
    }

    @Test
    void threePointsTellTooLittle() {
        Outlook outlook = new Outlook();
        outlook.learn(trained(1, 0));
        assertThat(outlook.isHopeless(trained(0.03, 5))).isFalse();
    }
}
