package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.TREE;
import static io.automl4j.model.encode.Fixture.TREE_IMPUTED;
import static io.automl4j.model.encode.Fixture.column;
import static io.automl4j.model.encode.Fixture.feature;
import static io.automl4j.model.encode.Fixture.names;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeEncodingTest {
    private static final float NAN = Float.NaN;

    @Test
    void numbersStayAsTheyAreAndMissingOnesNaN() {
        EncodedRows rows =
                table().numbers("x", 1.5, Double.NaN, -3e300, 7).fit(TREE).rows();

        assertThat(column(rows, "x")).containsExactly(1.5f, NAN, -Float.MAX_VALUE, 7f);
    }

    @Test
    void levelsBecomeCodesAndMissingOrUnseenOnesNaN() {
        EncodedTraining fitted = table().levels("c", "b", "a", "", "c", "b").fit(TREE);

        assertThat(column(fitted.rows(), "c")).containsExactly(1f, 0f, NAN, 2f, 1f);
        assertThat(feature(fitted.rows(), "c").levels()).isEqualTo(3);
        EncodedRows other =
                fitted.encoder().transform(table().levels("c", "zebra", "", "c").build());
        assertThat(column(other, "c")).containsExactly(NAN, NAN, 2f);
    }

    @Test
    void levelsThatAreNumbersAreOrderedByValue() {
        EncodedRows rows = table().levels("c", "10", "9", "100", "-1").fit(TREE).rows();

        assertThat(column(rows, "c")).containsExactly(2f, 1f, 3f, 0f);
    }

    @Test
    void codesAreCategoricalUpTo255LevelsAndOrderedByFrequencyAbove() {
        var codes = Fixture.many(Encoding.TREE, ManyLevels.CODES);

        EncodedRows few = table().levels("c", 255, row -> "l" + row).fit(codes).rows();
        assertThat(feature(few, "c").levels()).isEqualTo(255);

        EncodedRows many = table().levels("c", 260, row -> row < 3 ? "often" : "l" + row)
                .fit(codes)
                .rows();
        assertThat(feature(many, "c").levels()).isZero();
        assertThat(column(many, "c")).startsWith(0f, 0f, 0f).doesNotContain(NAN);
    }

    @Test
    void aBooleanIsANumberBecauseItsOnlySplitIsTheSame() {
        EncodedRows rows = table().texts("b", ColumnKind.BOOLEAN, List.of("no", "yes", "", "no"))
                .fit(TREE)
                .rows();

        assertThat(column(rows, "b")).containsExactly(0f, 1f, NAN, 0f);
        assertThat(feature(rows, "b").isCategorical()).isFalse();
    }

    @Test
    void manyLevelsBecomeCodesStatisticsOrBoth() {
        Fixture many = table().levels("c", 44, row -> "l" + (char) ('a' + row % 11));

        assertThat(names(many.fit(Fixture.many(Encoding.TREE, ManyLevels.CODES)).rows()))
                .containsExactly("c");
        assertThat(names(many.fit(Fixture.many(Encoding.TREE, ManyLevels.STATISTICS))
                        .rows()))
                .containsExactly("c#mean");
        assertThat(names(many.fit(Fixture.many(Encoding.TREE, ManyLevels.BOTH)).rows()))
                .containsExactly("c#mean", "c");
    }

    @Test
    void tenLevelsAreNotMany() {
        EncodedRows rows = table().levels("c", 40, row -> "l" + (char) ('a' + row % 10))
                .fit(Fixture.many(Encoding.TREE, ManyLevels.STATISTICS))
                .rows();

        assertThat(names(rows)).containsExactly("c");
    }

    @Test
    void imputingReplacesMissingNumbersByTheMedianBesideAnIndicator() {
        EncodedTraining fitted = table().numbers("x", 1, 2, Double.NaN, 10)
                .numbers("full", 5, 6, 7, 9)
                .fit(TREE_IMPUTED);

        assertThat(names(fitted.rows())).containsExactly("x", "full", "x#missing");
        assertThat(column(fitted.rows(), "x")).containsExactly(1f, 2f, 2f, 10f);
        assertThat(column(fitted.rows(), "x#missing")).containsExactly(0f, 0f, 1f, 0f);
    }

    @Test
    void imputingTakesMissingCellsThatTrainingNeverSaw() {
        EncodedTraining fitted = table().numbers("x", 1, 2, 10)
                .levels("c", "a", "b", "b")
                .levels("m", "a", "", "b")
                .fit(TREE_IMPUTED);

        EncodedRows rows = fitted.encoder()
                .transform(table().numbers("x", Double.NaN, 1)
                        .levels("c", "", "new")
                        .levels("m", "", "new")
                        .build());

        assertThat(column(rows, "x")).containsExactly(2f, 1f);
        assertThat(column(rows, "c")).as("the most frequent level").containsExactly(1f, 1f);
        assertThat(column(rows, "m")).as("the code of missing cells").containsExactly(2f, 2f);
        assertThat(feature(rows, "m").levels()).isEqualTo(3);
    }

    @Test
    void anImputedColumnOfOneValueLeavesItsIndicatorAlone() {
        EncodedRows rows =
                table().numbers("x", 4, Double.NaN, 4).fit(TREE_IMPUTED).rows();

        assertThat(names(rows)).containsExactly("x#missing");
    }

    @Test
    void constantAndEmptyColumnsAreDroppedButNotSometimesMissingOnes() {
        EncodedRows rows = table().numbers("constant", 4, 4, 4)
                .numbers("empty", Double.NaN, Double.NaN, Double.NaN)
                .levels("one", "a", "a", "a")
                .levels("none", "", "", "")
                .times("never", "", "", "")
                .numbers("sometimes", 4, Double.NaN, 4)
                .fit(TREE)
                .rows();

        assertThat(names(rows)).containsExactly("sometimes");
    }

    @Test
    void identifiersAndColumnsOfOtherRolesAreIgnored() {
        EncodedTraining fitted = table().numbers("x", 1, 2, 3)
                .texts("id", ColumnKind.ID, List.of("u1", "u2", "u3"))
                .add(new ColumnSchema("w", ColumnKind.NUMERIC, Role.WEIGHT, ""), NumericColumn.of(1, 2, 3))
                .add(new ColumnSchema("off", ColumnKind.NUMERIC, Role.IGNORED, ""), NumericColumn.of(1, 2, 3))
                .fit(TREE);

        assertThat(names(fitted.rows())).containsExactly("x");
        assertThat(fitted.encoder().columns()).containsExactly("x");
    }
}
