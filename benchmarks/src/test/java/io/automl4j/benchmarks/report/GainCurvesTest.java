package io.automl4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.benchmarks.measure.References;
import io.automl4j.benchmarks.measure.Score;
import io.automl4j.benchmarks.peer.Facts;
import io.automl4j.benchmarks.run.CellResult;
import io.automl4j.benchmarks.run.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GainCurvesTest {
    private static final References NONE = new References(List.of());

    private static CellResult cell(String framework, String table, int fold, String curve) {
        return new CellResult(
                framework,
                table,
                fold,
                1,
                60,
                new Score("roc_auc", 0.9, Double.NaN),
                0.5,
                new Facts(1, 1, 0, Facts.curve(curve)),
                new Usage(10, 0, 1, 1, false),
                "");
    }

    private static List<GainCurves.Point> curveOfA(CellResult... cells) {
        return GainCurves.of(List.of(cells), NONE).getOrDefault("a", List.of());
    }

    @Test
    void aCurveIsTheMeanOverTables() {
        List<GainCurves.Point> curve =
                curveOfA(cell("a", "one", 0, "1:0.7;10:0.8;100:0.9"), cell("a", "two", 0, "10:0.6"));
        // of the first table half at the first second, of the second nothing
        assertThat(curve.get(0).seconds()).isEqualTo(1);
        assertThat(curve.get(0).gain()).isCloseTo(0.25, within(1e-9));
        assertThat(curve.get(curve.size() - 1)).isEqualTo(new GainCurves.Point(100, 1));
        assertThat(at(curve, 20)).isCloseTo((0.75 + 1) / 2, within(1e-9));
    }

    @Test
    void foldsOfATableCountAsOneTable() {
        List<GainCurves.Point> curve =
                curveOfA(cell("a", "one", 0, "1:0.9"), cell("a", "one", 1, "1:0.9"), cell("a", "two", 0, "10:0.9"));
        assertThat(curve.get(0).gain()).isEqualTo(0.5);
    }

    @Test
    void onlyFrameworksThatTellOfTheirCourseHaveACurve() {
        Map<String, List<GainCurves.Point>> curves = GainCurves.of(
                List.of(
                        cell("silent", "one", 0, ""),
                        cell("b", "one", 0, "2:0.8"),
                        cell("worse than the prior", "one", 0, "1:0.4")),
                NONE);
        assertThat(curves.keySet()).containsExactly("b");
        assertThat(curves.getOrDefault("b", List.of()))
                .isNotEmpty()
                .allMatch(point -> point.gain() == 1 && point.seconds() == 2);
    }

    @Test
    void aStartBelowThePriorIsNoGain() {
        List<GainCurves.Point> curve = curveOfA(cell("a", "one", 0, "1:0.3;10:0.9"));
        assertThat(curve.get(0).gain()).isZero();
    }

    @Test
    void onlyTablesOfWhichAllTellAreCompared() {
        Map<String, List<GainCurves.Point>> curves = GainCurves.of(
                List.of(
                        cell("a", "one", 0, "1:0.7;10:0.9"),
                        cell("a", "two", 0, "1:0.9"),
                        cell("b", "one", 0, "1:0.9"),
                        cell("b", "two", 0, "")),
                NONE);
        assertThat(curves.getOrDefault("a", List.of()).get(0).gain()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void theReferenceCountsAsOne() {
        References references = new References(List.of(new References.Reference("one", "roc_auc", 0.1, "h2o")));
        List<GainCurves.Point> curve = GainCurves.of(List.of(cell("a", "one", 0, "1:0.7;10:0.8")), references)
                .getOrDefault("a", List.of());
        assertThat(curve.get(0).gain()).isCloseTo(0.5, within(1e-9));
        assertThat(curve.get(curve.size() - 1).gain()).isCloseTo(0.75, within(1e-9));
    }

    private static double at(List<GainCurves.Point> curve, double second) {
        return curve.stream()
                .filter(point -> point.seconds() >= second)
                .findFirst()
                .orElseThrow()
                .gain();
    }
}
