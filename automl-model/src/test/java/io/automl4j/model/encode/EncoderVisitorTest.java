package io.automl4j.model.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whoever looks into an encoder sees how it encodes. */
final class EncoderVisitorTest {
    static final List<EncoderSpec> SPECS = Fixture.ALL_SPECS;

    /** The number of encoded columns of each where it is known, and the tables of levels. */
    private static final class Widths implements EncoderVisitor<Integer> {
        private final List<LevelTable> tables = new ArrayList<>();

        @Override
        public Integer number(String column) {
            return 1;
        }

        @Override
        public Integer levels(LevelTable table) {
            tables.add(table);
            return table.width();
        }

        @Override
        public Integer date(String column, ZoneId zone, boolean circles) {
            assertThat(zone.getId()).isNotEmpty();
            return circles ? 12 : 6;
        }

        @Override
        public Integer text(String column) {
            return 0;
        }

        @Override
        public Integer textNumber(String column) {
            return 1;
        }
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void eachEncoderIsShownInOrder(EncoderSpec spec) {
        FittedEncoder encoder = EncoderExamples.mixed(80, 1).fit(spec).encoder();
        Widths widths = new Widths();
        assertThat(encoder.accept(widths))
                .hasSize(encoder.save().nodes("columns").size());
        assertThat(widths.tables).isNotEmpty();
        Finish finish = encoder.finish();
        assertThat(finish.columns().size() + finish.indicators().length)
                .isEqualTo(encoder.features().size());
        assertThat(finish.mode())
                .isEqualTo(
                        spec.encoding() == Encoding.NETWORK
                                ? Finish.Mode.SCALE
                                : spec.impute() ? Finish.Mode.IMPUTE : Finish.Mode.KEEP);
    }

    /** In the encoding that leaves numbers as they are: that of a level, of a missing cell, and of another level. */
    @Test
    void aTableHoldsWhatItsLevelsBecome() {
        for (ManyLevels many : ManyLevels.values()) {
            Fixture training = EncoderExamples.mixed(80, 1);
            FittedEncoder encoder =
                    training.fit(new EncoderSpec(Encoding.TREE, many, false)).encoder();
            Widths widths = new Widths();
            encoder.accept(widths);
            for (LevelTable table : widths.tables) {
                assertThat(encoder.levels(table.column())).containsAll(table.levels());
                for (int slot = 0; slot < table.levels().size() + 2; slot++) {
                    String level = slot < table.levels().size()
                            ? table.levels().get(slot)
                            : slot == table.levels().size() ? "" : "\uFFFE";
                    float[] row = Arrays.copyOfRange(table.values(), slot * table.width(), (slot + 1) * table.width());
                    assertThat(encoded(encoder, training.build(), table.column(), level))
                            .containsAll(boxed(row));
                }
            }
        }
    }

    private static List<Float> encoded(FittedEncoder encoder, Table table, String column, String level) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            boolean replaced = table.schema().columns().get(i).name().equals(column);
            columns.add(
                    replaced ? StringColumn.of(List.of(level)) : table.column(i).select(new int[] {0}));
        }
        EncodedRows rows = encoder.transform(Table.of(table.schema(), columns));
        return boxed(rows.values());
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>();
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }

    @Test
    void aTableHasWholeRows() {
        assertThat(new LevelTable("c", List.of("a"), new float[6]).width()).isEqualTo(2);
        assertThatThrownBy(() -> new LevelTable("c", List.of("a"), new float[7]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 values");
    }
}
