package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrontTest {
    private static final OperatingPoint BEST =
            new OperatingPoint(0.9, Duration.ofNanos(5_000), 900, Map.of(11L, 0.5, 12L, 0.5), SampleModels.at(2));
    private static final OperatingPoint SMALL =
            new OperatingPoint(0.8, Duration.ofNanos(4_000), 80, Map.of(12L, 1.0), PostProcessing.NONE);
    private static final OperatingPoint FAST =
            new OperatingPoint(0.7, Duration.ofNanos(100), 500, Map.of(14L, 1.0), PostProcessing.NONE);
    private static final Front FRONT = new Front(List.of(BEST, SMALL, FAST));

    @TempDir
    Path folder;

    /** The sample of all kinds of models, of which the tree alone is the default. */
    private static AutoModel model() {
        return SampleModels.with(FRONT);
    }

    @Test
    void theBestThatIsCheapEnoughIsChosen() {
        assertThat(FRONT.within(Duration.ofSeconds(1))).isEqualTo(BEST);
        assertThat(FRONT.within(Duration.ofNanos(4_000))).isEqualTo(SMALL);
        assertThat(FRONT.within(Duration.ofNanos(3_999))).isEqualTo(FAST);
        assertThat(FRONT.within(Duration.ofSeconds(1), 500)).isEqualTo(SMALL);
        assertThat(FRONT.within(Duration.ofNanos(100), 500)).isEqualTo(FAST);
    }

    /** An ensemble of the front that was looked at before is found, and decides as the model does now. */
    @Test
    void aModelThatDecidesOtherwiseHasTheSameEnsembles() {
        Decision costs = Decision.leastCost(new double[][] {{0, 1, 1}, {9, 0, 1}, {9, 1, 0}});
        AutoModel careful = model().deciding(costs).at(FAST);

        assertThat(careful.members()).hasSize(1);
        assertThat(careful.parts().processing().decision()).isEqualTo(costs);
        assertThat(model().at(model().deciding(costs).front().points().get(2)).digest())
                .isEqualTo(model().at(FAST).digest());
    }

    @Test
    void whereNothingIsCheapEnoughTheCheapestIsNamed() {
        assertThatThrownBy(() -> FRONT.within(Duration.ofNanos(99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.099 us")
                .hasMessageNotContaining("and")
                .hasMessageContaining("Maybe allow more: the fastest takes 0.1 us.")
                .hasMessageNotContaining("bytes");
        assertThatThrownBy(() -> FRONT.within(Duration.ofSeconds(1), 79))
                .hasMessageContaining("1000000.0 us and 79 bytes")
                .hasMessageContaining("Maybe allow more: the fastest takes 0.1 us, the smallest 80 bytes");
        assertThatThrownBy(() -> Front.NONE.within(Duration.ofSeconds(1))).hasMessageContaining("has no front");
    }

    @Test
    void itsEndsHaveNames() {
        assertThat(FRONT.accurate()).isEqualTo(BEST);
        assertThatThrownBy(Front.NONE::accurate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no front");
    }

    @Test
    void aFastEnsembleIsTheMostAccurateOfThoseThatAreFastEnough() {
        assertThat(FRONT.fast()).isEqualTo(BEST);
        OperatingPoint slow = BEST.withLatency(Front.FAST.plusNanos(1));
        OperatingPoint enough = SMALL.withLatency(Front.FAST);
        assertThat(new Front(List.of(slow, enough, FAST)).fast()).isEqualTo(enough);
        OperatingPoint slower = SMALL.withLatency(Front.FAST.plusNanos(2));
        assertThat(new Front(List.of(slower, slow)).fast())
                .as("where none is, the fastest")
                .isEqualTo(slow);
        assertThatThrownBy(Front.NONE::fast).hasMessageContaining("Maybe use the model as it is");
        Front unmeasured = new Front(List.of(BEST.withLatency(Duration.ZERO)));
        assertThatThrownBy(unmeasured::fast).hasMessageContaining("not known how long");
        assertThatThrownBy(() -> unmeasured.within(Duration.ofDays(1))).hasMessageContaining("not known how long");
    }

    /** Of a score of 0.9, where the same answer for every row has 0.5, 0.897 keeps 99 %, and 0.895 does not. */
    @Test
    void aFastEnsembleIsTheFastestThatKeepsNearlyAll() {
        OperatingPoint alike =
                new OperatingPoint(0.897, Duration.ofNanos(900), 500, Map.of(14L, 1.0), PostProcessing.NONE);
        OperatingPoint worse =
                new OperatingPoint(0.895, Duration.ofNanos(500), 500, Map.of(14L, 1.0), PostProcessing.NONE);
        List<OperatingPoint> points = List.of(BEST, alike, worse, FAST);

        assertThat(new Front(points, 0.5).fast()).isEqualTo(alike);
        assertThat(new Front(points, 0).fast()).isEqualTo(worse);
        assertThat(new Front(points).fast()).isEqualTo(BEST);
        OperatingPoint slow = BEST.withLatency(Front.FAST.plusNanos(1));
        assertThat(new Front(List.of(slow, worse, FAST), 0.5).fast())
                .as("where none does, the most accurate of the fast ones")
                .isEqualTo(worse);
        assertThat(new Front(List.of(point(20), point(20.2), point(21)), 40).fast())
                .as("where less is better")
                .isEqualTo(point(20.2));
    }

    private static OperatingPoint point(double error) {
        return new OperatingPoint(
                error, Duration.ofNanos((long) (1e5 / error / error)), 500, Map.of(14L, 1.0), PostProcessing.NONE);
    }

    @Test
    void anOperatingPointIsAModelOfItsMembersAlone() {
        AutoModel model = model();
        Table table = SampleModels.table(20, 3);
        AutoModel small = model.at(SMALL);
        assertThat(small.members()).extracting(Member::trial).containsExactly(12L);
        assertThat(small.predict(table).values().toArray())
                .containsExactly(model.only(12).predict(table).values().toArray());
        assertThat(small.report().score()).isEqualTo(0.8);
        assertThat(small.front().points()).containsExactly(SMALL);
        assertThat(small.leaderboard())
                .filteredOn(row -> row.trial() == 11)
                .extracting(LeaderboardRow::weight)
                .containsOnly(0.0);
        assertThat(model.at(FAST).members()).extracting(Member::trial).containsExactly(14L);
        assertThatThrownBy(() -> small.at(FAST)).hasMessageContaining("The front has no ensemble");
    }

    @Test
    void itIsSavedWithItsModel() {
        AutoModel model = model();
        Path file = folder.resolve("front.automl");
        model.save(file);
        AutoModel loaded = AutoModel.load(file);
        assertThat(loaded.front()).isEqualTo(FRONT);
        assertThat(loaded.digest()).isEqualTo(model.digest());
        Table table = SampleModels.table(20, 3);
        assertThat(loaded.at(FAST).predict(table).values().toArray())
                .containsExactly(model.at(FAST).predict(table).values().toArray());
    }

    @Test
    void whatIsMeasuredDoesNotIdentifyAModel() {
        ModelParts parts = SampleModels.parts();
        Front slow = new Front(List.of(BEST.withLatency(Duration.ofSeconds(1)), SMALL, FAST));
        assertThat(AutoModel.of(parts.with(slow)).digest())
                .isEqualTo(AutoModel.of(parts.with(FRONT)).digest())
                .isNotEqualTo(AutoModel.of(parts).digest());
    }

    @Test
    void anotherEnsembleCanTakeThePlaceOfTheFirst() {
        ModelParts parts = SampleModels.parts().with(FRONT).choosing(FAST);
        assertThat(parts.members()).extracting(Member::trial).containsExactly(14L);
        assertThat(parts.others()).extracting(Member::trial).containsExactly(11L, 12L, 13L);
        assertThat(AutoModel.of(parts).at(BEST).members())
                .extracting(Member::trial)
                .containsOnly(11L, 12L);
    }

    @Test
    void pointsOfUnknownMembersAreRefused() {
        Front odd = new Front(List.of(new OperatingPoint(1, Duration.ZERO, 1, Map.of(99L, 1.0), PostProcessing.NONE)));
        assertThatThrownBy(() -> SampleModels.parts().with(odd)).hasMessageContaining("[99]");
        assertThatThrownBy(() -> new OperatingPoint(1, Duration.ZERO, 1, Map.of(1L, 0.5), PostProcessing.NONE))
                .hasMessageContaining("sum to 0.5");
    }

    @Test
    void aTemperatureMakesProbabilitiesMoreEvenOrBolder() {
        AutoModel warm = model().at(BEST);
        Table table = SampleModels.table(20, 3);
        ModelParts parts = SampleModels.parts();
        List<Member> members = List.of(
                parts.members().get(0).withWeight(0.5), parts.members().get(1).withWeight(0.5));
        Predictions plain = AutoModel.of(
                        ModelParts.of(warm.task(), warm.schema(), parts.encoders(), members, warm.report()))
                .predict(table)
                .values();

        Predictions scaled = warm.predict(table).values();

        for (int row = 0; row < 20; row++) {
            double sum = 0;
            for (int output = 0; output < 3; output++) {
                sum += Math.sqrt(plain.get(row, output));
            }
            for (int output = 0; output < 3; output++) {
                assertThat(scaled.get(row, output))
                        .isCloseTo((float) (Math.sqrt(plain.get(row, output)) / sum), within(1e-6f));
            }
        }
    }
}
