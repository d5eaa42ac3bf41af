package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.NETWORK;
import static io.automl4j.model.encode.Fixture.TREE;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FittedEncoderTest {
    static final List<EncoderSpec> SPECS = Fixture.ALL_SPECS;

    @ParameterizedTest
    @FieldSource("SPECS")
    void encodesBitByBitTheSameAfterLoading(EncoderSpec spec) {
        FittedEncoder encoder = EncoderExamples.mixed(80, 1).fit(spec).encoder();
        FittedEncoder loaded = FittedEncoder.load(encoder.save());

        Table other = EncoderExamples.mixed(50, 2).build();
        assertThat(loaded.transform(other).values())
                .isEqualTo(encoder.transform(other).values());
        assertThat(loaded.features()).isEqualTo(encoder.features());
        assertThat(loaded.columns()).isEqualTo(encoder.columns());
        // 100 for each raw column, 5 for each encoded one
        assertThat(loaded.operations())
                .isEqualTo(encoder.operations())
                .isGreaterThan(100L * encoder.columns().size()
                        + 4L * encoder.features().size());
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void fittingIsDeterministic(EncoderSpec spec) {
        EncodedTraining first = EncoderExamples.mixed(80, 1).fit(spec);
        EncodedTraining second = EncoderExamples.mixed(80, 1).fit(spec);

        assertThat(first.rows().values()).isEqualTo(second.rows().values());
        assertThat(first.rows().features()).isEqualTo(first.encoder().features());
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void oneRowIsEncodedAsAmongMany(EncoderSpec spec) {
        FittedEncoder encoder = EncoderExamples.mixed(80, 1).fit(spec).encoder();
        Table table = EncoderExamples.mixed(40, 3).build();
        EncodedRows all = encoder.transform(table);

        for (int row = 0; row < 40; row++) {
            float[] alone = encoder.transform(table.select(new int[] {row})).values();
            assertThat(alone).isEqualTo(all.select(new int[] {row}).values());
        }
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void takesTablesWithoutRowsAndWithoutValues(EncoderSpec spec) {
        EncodedTraining fitted = EncoderExamples.mixed(80, 1).fit(spec);

        assertThat(fitted.encoder().transform(EncoderExamples.allMissing(0)).rows())
                .isZero();
        EncodedRows missing = fitted.encoder().transform(EncoderExamples.allMissing(2));
        assertThat(missing.values()).hasSize(2 * fitted.encoder().features().size());
        if (spec.impute()) {
            assertThat(IntStream.range(0, missing.values().length).filter(i -> Float.isNaN(missing.values()[i])))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void fitsOnTablesWithoutRowsAndWithOneRow(EncoderSpec spec) {
        assertThat(EncoderExamples.mixed(0, 1).fit(spec).rows().rows()).isZero();
        assertThat(EncoderExamples.mixed(1, 1).fit(spec).rows().rows()).isEqualTo(1);
        assertThat(Encoders.fit(EncoderExamples.allMissing(3), Labels.of(0, 1, 0), Fixture.BINARY, spec, 1)
                        .encoder()
                        .features())
                .isEmpty();
    }

    @Test
    void columnsMayComeInAnyOrderBesideOthers() {
        Table table = EncoderExamples.mixed(30, 4).build();
        FittedEncoder encoder = EncoderExamples.mixed(80, 1).fit(TREE).encoder();
        List<ColumnSchema> schema = new ArrayList<>(table.schema().columns());
        List<Column> columns = new ArrayList<>(table.columns());
        Collections.reverse(schema);
        Collections.reverse(columns);
        schema.add(3, ColumnSchema.of("extra", ColumnKind.TEXT));
        columns.add(3, table.column("text"));
        Table shuffled = Table.of(table.schema().withColumns(schema), columns);

        assertThat(encoder.transform(shuffled).values())
                .isEqualTo(encoder.transform(table).values());
    }

    @Test
    void tenThousandColumnsAreNoTrouble() {
        Fixture wide = table();
        for (int i = 0; i < 10_000; i++) {
            wide.numbers("x" + i, i, i + 1, i * 2 + 5);
        }
        EncodedTraining fitted = wide.fit(NETWORK);
        Table table = wide.build();
        List<ColumnSchema> schema = new ArrayList<>(table.schema().columns());
        List<Column> columns = new ArrayList<>(table.columns());
        Collections.reverse(schema);
        Collections.reverse(columns);

        assertThat(fitted.encoder().features()).hasSize(10_000);
        assertThat(fitted.encoder()
                        .transform(Table.of(table.schema().withColumns(schema), columns))
                        .values())
                .isEqualTo(fitted.rows().values());
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        FittedEncoder encoder = table().numbers("age", 1, 2, 3).fit(TREE).encoder();
        Table other = table().numbers("height", 1).build();

        assertThatThrownBy(() -> encoder.transform(other))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'age'");
    }

    @Test
    void aColumnOfAnotherFormIsNamed() {
        FittedEncoder encoder = table().numbers("age", 1, 2, 3).fit(TREE).encoder();
        Table other = table().levels("age", "young").build();

        assertThatThrownBy(() -> encoder.transform(other))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'age'")
                .hasMessageContaining("NumericColumn");
    }

    @Test
    void labelsMustMatchTheRows() {
        Table table = table().numbers("age", 1, 2, 3).build();

        assertThatThrownBy(() -> Encoders.fit(table, Labels.of(1, 0), Fixture.BINARY, TREE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 labels for 3 training rows");
    }

    @Test
    void tooManyCellsAreRefusedInWords() {
        assertThatThrownBy(() -> FittedEncoder.matrix(1_000_000, 10_000))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1000000 rows of 10000");
    }

    @Test
    void damagedNodesAreRefused() {
        Node node = EncoderExamples.mixed(80, 1).fit(NETWORK).encoder().save();
        Node unknown = new Node()
                .put("columns", List.of(new Node().put("kind", "spell").put("column", "x")))
                .put("finish", node.node("finish"));
        Node outside = new Node()
                .put("columns", List.of(new NumberEncoder("x").save()))
                .put("finish", node.node("finish"));
        Node mode = new Node()
                .put("columns", node.nodes("columns"))
                .put(
                        "finish",
                        EncoderExamples.mixed(80, 1)
                                .fit(NETWORK)
                                .encoder()
                                .save()
                                .node("finish")
                                .put("mode", "bend"));

        assertThatThrownBy(() -> FittedEncoder.load(unknown))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("'spell'");
        assertThatThrownBy(() -> FittedEncoder.load(outside))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("contradicts itself");
        assertThatThrownBy(() -> FittedEncoder.load(mode))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("'bend'");
    }

    /** Each reads the column's texts: a small file would read a long one very often. */
    @Test
    void aColumnWithTwoEncodersOfAKindIsRefused() {
        Node sound = EncoderExamples.mixed(80, 1).fit(NETWORK).encoder().save();
        List<Node> twice = new ArrayList<>(sound.nodes("columns"));
        twice.add(twice.get(0));
        Node node = new Node().put("columns", twice).put("finish", sound.node("finish"));

        assertThatThrownBy(() -> FittedEncoder.load(node))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("contradicts itself");
    }

    /** Each feature's name repeats its column's: a small file would fill the memory. */
    @Test
    void longNamesOfManyFeaturesAreRefused() {
        List<String> levels =
                IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();
        Node column = new Node()
                .put("kind", "one_hot")
                .put("column", "x".repeat(200_000))
                .put("levels", levels);
        Node finish = EncoderExamples.mixed(80, 1).fit(NETWORK).encoder().save().node("finish");
        Node node = new Node().put("columns", List.of(column)).put("finish", finish);

        assertThatThrownBy(() -> FittedEncoder.load(node))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("contradicts itself");
    }
}
