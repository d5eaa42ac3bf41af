package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.model.file.Description;
import io.automl4j.model.file.ModelFile;
import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityTest {
    private static final OperatingPoint BEST =
            new OperatingPoint(0.9, Duration.ofNanos(5_000), 900, Map.of(11L, 0.5, 12L, 0.5), SampleModels.at(2));
    private static final OperatingPoint OTHER =
            new OperatingPoint(0.8, Duration.ofNanos(4_000), 80, Map.of(16L, 0.5, 13L, 0.5), SampleModels.at(1.5));

    @TempDir
    private Path folder;

    private static AutoModel model() {
        return SampleModels.withNetwork(new Front(List.of(BEST, OTHER)));
    }

    private Node saved(AutoModel model) {
        Path file = folder.resolve("m.automl");
        model.save(file);
        return ModelFile.read(file).model();
    }

    /** Whoever changes a model can also compute its digest anew; so the digest is that of the changed model here. */
    private AutoModel loaded(Node changed) {
        return loaded(changed, true);
    }

    private AutoModel loaded(Node changed, boolean containsTrainingRows) {
        Path file = folder.resolve("changed.automl");
        String digest = ModelNodes.digest(ModelNodes.load(changed));
        ModelFile.write(file, changed, new Description("test", "2026-01-02T03:04:05Z", containsTrainingRows, digest));
        return AutoModel.load(file);
    }

    private void assertRefused(Node changed, String what) {
        assertThatThrownBy(() -> loaded(changed))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("changed.automl")
                .hasMessageContaining(what)
                .hasMessageContaining("Maybe");
    }

    @Test
    void whatIsKeptIsWhatEveryEnsemblePredicts() {
        AutoModel model = model();
        Node saved = saved(model);
        Parity parity = ParityNodes.parity(saved.node("parity"), model.requiredColumns());
        assertThat(parity.predictions()).hasSize(3);
        assertThat(parity.predictions().get(0))
                .isEqualTo(model.predict(parity.rows()).values().toArray());
        assertThat(parity.predictions().get(1))
                .isEqualTo(model.at(BEST).predict(parity.rows()).values().toArray());
        assertThat(parity.predictions().get(2))
                .isEqualTo(model.at(OTHER).predict(parity.rows()).values().toArray());
        assertThat(loaded(saved).digest()).isEqualTo(model.digest());
    }

    @Test
    void itIsTheSameAfterLoading() {
        AutoModel model = model();
        Node saved = saved(model);
        Node again = saved(loaded(saved));
        assertThat(Nodes.toBytes(again)).isEqualTo(Nodes.toBytes(saved));
    }

    @Test
    void theRowsHaveMissingStrangeAndKnownCells() {
        Table rows = ParityRows.of(SampleModels.parts());
        Table training = SampleModels.table(60, 7);
        Set<String> cities = new HashSet<>(((StringColumn) training.column("city")).levels());
        for (Column column : rows.columns()) {
            assertThat(column.isMissing(0)).isTrue();
            assertThat(column.isMissing(1)).isFalse();
        }
        Column city = rows.column("city");
        assertThat(city.text(1)).isNotIn(cities);
        Set<String> known = new HashSet<>();
        for (int row = 2; row < ParityRows.COUNT; row++) {
            known.add(city.text(row));
        }
        assertThat(cities).containsAll(known);
        assertThat(known).hasSizeGreaterThan(3);
    }

    /** A number of the training table would be one of many digits. */
    @Test
    void theyHoldNoRowsOfTheTable() {
        Table rows = ParityRows.of(SampleModels.parts());
        Table training = SampleModels.table(60, 7);
        NumericColumn amounts = (NumericColumn) training.column("amount");
        Set<Double> known = new HashSet<>();
        for (int row = 0; row < amounts.size(); row++) {
            known.add(amounts.value(row));
        }
        NumericColumn drawn = (NumericColumn) rows.column("amount");
        for (int row = 1; row < ParityRows.COUNT; row++) {
            assertThat(Double.isNaN(drawn.value(row)) || !known.contains(drawn.value(row)))
                    .isTrue();
        }
        Set<String> remarks = new HashSet<>(((StringColumn) training.column("remark")).levels());
        assertThat(((StringColumn) rows.column("remark")).levels()).noneMatch(remarks::contains);
    }

    @Test
    void aModelWithoutColumnsHasThemToo() {
        Node saved = saved(SampleModels.prior());
        assertThat(saved.node("parity").integer("rows")).isEqualTo(ParityRows.COUNT);
        assertThat(saved.node("parity").nodes("predictions").get(0).floats("values"))
                .hasSize(2 * ParityRows.COUNT)
                .startsWith(0.25f, 0.75f);
        assertThat(loaded(saved, false).predict(Map.of()).value()).isEqualTo(0.75);
    }

    @Test
    void aChangedModelIsRefusedByWhatItPredicts() {
        Node saved = saved(model());
        Node linear = saved.nodes("members").get(1).nodes("folds").get(0).node("model");
        linear.floats("weights")[3] += 0.01f;
        assertRefused(saved, "where it predicted");
        assertRefused(saved, "the model itself");
    }

    @Test
    void soIsOneWhoseOtherEnsemblesAreChanged() {
        Node saved = saved(model());
        saved.nodes("front").get(1).node("processing").node("calibration").doubles("powers")[0] = 1.25;
        assertRefused(saved, "ensemble 2 of the front");
    }

    @Test
    void aNameThatIsNotReadIsNoLoophole() {
        Node saved = saved(model());
        Node renamed = new Node();
        saved.values().forEach((name, value) -> renamed.put(name.equals("processing") ? "processed" : name, value));
        assertRefused(renamed, "where it predicted");
    }

    @Test
    void predictionsOfAnotherNumberAreRefused() {
        Node saved = saved(model());
        Node parity = saved.node("parity");
        parity.put("predictions", parity.nodes("predictions").subList(0, 2));
        assertRefused(saved, "predictions of 2 ensembles, and is 3");

        Node shorter = saved(model());
        shorter.node("parity").nodes("predictions").get(2).put("values", new float[3]);
        assertRefused(shorter, "it predicts 24 values where it predicted 3");
    }

    @Test
    void withoutParityRowsAFileOfThisVersionIsRefused() {
        Node saved = saved(model());
        Node without = new Node();
        saved.values().forEach((name, value) -> {
            if (!name.equals("parity")) {
                without.put(name, value);
            }
        });
        assertRefused(without, "lacks 'parity'");
        Node fewer = saved(model());
        fewer.node("parity")
                .put("columns", fewer.node("parity").nodes("columns").subList(1, 5));
        assertRefused(fewer, "'amount'");
        Node more = saved(model());
        more.node("parity").put("rows", 9);
        assertRefused(more, "not 9 parity rows");
    }

    @Test
    void aManifestThatSaysOtherwiseIsRefused() {
        Node saved = saved(model());
        assertThatThrownBy(() -> loaded(saved, false)).hasMessageContaining("whether it holds training rows");
        Path file = folder.resolve("other.automl");
        ModelFile.write(file, saved, new Description("test", "2026-01-02T03:04:05Z", true, "00"));
        assertThatThrownBy(() -> AutoModel.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("the digest of its model");
    }
}
