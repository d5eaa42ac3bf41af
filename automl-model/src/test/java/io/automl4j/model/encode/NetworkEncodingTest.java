package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.NETWORK;
import static io.automl4j.model.encode.Fixture.column;
import static io.automl4j.model.encode.Fixture.names;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.table.ColumnKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkEncodingTest {

    private static float clipped(double x) {
        return (float) (x / Math.sqrt(1 + (x / 3) * (x / 3)));
    }

    @Test
    void numbersAreCentredScaledByTheirQuartilesAndClipped() {
        EncodedRows rows = table().numbers("x", 1, 2, 3, 4, 5000).fit(NETWORK).rows();

        float[] x = column(rows, "x");
        assertThat(x[0]).isEqualTo(clipped(-1));
        assertThat(x[2]).isZero();
        assertThat(x[3]).isEqualTo(clipped(0.5));
        assertThat(x[4]).isCloseTo(3, within(0.001f));
    }

    @Test
    void withoutQuartilesTheRangeScales() {
        EncodedRows rows =
                table().numbers("x", 7, 7, 7, 7, 7, 7, 7, 11).fit(NETWORK).rows();

        assertThat(column(rows, "x")[0]).isZero();
        assertThat(column(rows, "x")[7]).isEqualTo(clipped(2));
    }

    @Test
    void anExtremeRangeStaysFinite() {
        EncodedRows rows = table().numbers("tiny", 0, 1e-42, 2e-42, 3e-42)
                .numbers("huge", -1e300, 0, 1, 1e300)
                .fit(NETWORK)
                .rows();

        for (float value : rows.values()) {
            assertThat(value).isBetween(-3f, 3f);
        }
    }

    @Test
    void missingNumbersAreZeroBesideAnIndicator() {
        EncodedTraining fitted = table().numbers("x", 1, 2, Double.NaN, 3)
                .numbers("y", 1, 2, 3, 4)
                .fit(NETWORK);

        assertThat(names(fitted.rows())).containsExactly("x", "y", "x#missing");
        assertThat(column(fitted.rows(), "x")[2]).isZero();
        assertThat(column(fitted.rows(), "x#missing")).containsExactly(0f, 0f, 1f, 0f);
        EncodedRows other = fitted.encoder()
                .transform(table().numbers("x", Double.NaN)
                        .numbers("y", Double.NaN)
                        .build());
        assertThat(other.values()).containsExactly(0f, 0f, 1f);
    }

    @Test
    void twoLevelsBecomeOneColumnInNaturalOrder() {
        EncodedTraining fitted = table().texts("b", ColumnKind.BOOLEAN, List.of("yes", "no", "yes", "yes", "no", "no"))
                .fit(NETWORK);

        assertThat(names(fitted.rows())).containsExactly("b=yes");
        float[] other = column(
                fitted.encoder()
                        .transform(table().levels("b", "no", "", "yes", "new").build()),
                "b=yes");
        assertThat(other[0]).isLessThan(other[1]);
        assertThat(other[1]).isLessThan(other[2]);
        assertThat(other[3]).isEqualTo(other[1]);
    }

    @Test
    void fewLevelsBecomeOneColumnEachAndAreAllZeroWhenMissingOrUnseen() {
        EncodedTraining fitted =
                table().levels("c", "a", "b", "c", "a", "b", "c", "a", "a").fit(NETWORK);

        assertThat(names(fitted.rows())).containsExactly("c=a", "c=b", "c=c");
        EncodedRows rows =
                fitted.encoder().transform(table().levels("c", "", "new", "b").build());
        assertThat(column(rows, "c=b")).containsExactly(0f, 0f, clipped(2));
        assertThat(column(rows, "c=c")).containsExactly(0f, 0f, 0f);
        assertThat(rows.get(0, 0)).isEqualTo(rows.get(1, 0)).isEqualTo(rows.get(2, 0));
    }

    @Test
    void ofManyLevelsTheThirtyMostFrequentGetACodeColumn() {
        Fixture table = table().levels("c", 200, row -> row < 60 ? "often" + row % 30 + "x" : "rare" + row);

        EncodedRows codes =
                table.fit(Fixture.many(Encoding.NETWORK, ManyLevels.CODES)).rows();
        assertThat(names(codes))
                .filteredOn(name -> name.startsWith("c="))
                .hasSize(30)
                .allMatch(name -> name.startsWith("c=often"));
        EncodedRows both =
                table.fit(Fixture.many(Encoding.NETWORK, ManyLevels.BOTH)).rows();
        assertThat(names(both)).contains("c#mean", "c#count").hasSizeGreaterThan(31);
        EncodedRows statistics =
                table.fit(Fixture.many(Encoding.NETWORK, ManyLevels.STATISTICS)).rows();
        assertThat(names(statistics)).noneMatch(name -> name.startsWith("c="));
    }

    @Test
    void aNetworkThatEmbedsGetsCodesOfManyLevels() {
        EncoderSpec spec = new EncoderSpec(Encoding.NETWORK, ManyLevels.BOTH, true, true);
        EncodedTraining fitted = table().levels("c", 200, row -> row < 60 ? "often" + row % 30 : "rare" + row)
                .numbers("x", IntStream.range(0, 200).asDoubleStream().toArray())
                .fit(spec);
        assertThat(names(fitted.rows())).contains("c", "c#mean", "c#count").noneMatch(name -> name.startsWith("c="));
        int column = names(fitted.rows()).indexOf("c");
        assertThat(fitted.rows().features().get(column).levels())
                .as("thirty that repeat, and one for all others")
                .isEqualTo(31);
        float[] codes = column(fitted.rows(), "c");
        assertThat(codes[0]).isEqualTo(codes[30]).isNotEqualTo(codes[1]).isBetween(0f, 29f);
        assertThat(codes[199]).isEqualTo(30);
        FittedEncoder loaded = FittedEncoder.load(fitted.encoder().save());
        assertThat(loaded.features()).isEqualTo(fitted.rows().features());
        EncodedRows unseen = loaded.transform(
                table().levels("c", "new", "").numbers("x", 1, 2).build());
        assertThat(column(unseen, "c")).containsExactly(30, 30);
    }

    @Test
    void whereEveryLevelIsLearnedUnseenOnesAreTheMostFrequent() {
        EncoderSpec spec = new EncoderSpec(Encoding.NETWORK, ManyLevels.CODES, true, true);
        EncodedTraining fitted = table().levels("c", 200, row -> row < 40 ? "most" : "level" + row % 20)
                .numbers("x", IntStream.range(0, 200).asDoubleStream().toArray())
                .fit(spec);
        int column = names(fitted.rows()).indexOf("c");
        assertThat(fitted.rows().features().get(column).levels()).isEqualTo(21);
        EncodedRows unseen = fitted.encoder()
                .transform(table().levels("c", "new", "most").numbers("x", 1, 2).build());
        float[] codes = column(unseen, "c");
        assertThat(codes[0]).isEqualTo(codes[1]);
    }

    @Test
    void nothingIsEverNaN() {
        EncodedTraining fitted = EncoderExamples.mixed(60, 5).fit(NETWORK);

        for (float value : fitted.rows().values()) {
            assertThat(value).isNotNaN();
        }
        for (float value :
                fitted.encoder().transform(EncoderExamples.allMissing(3)).values()) {
            assertThat(value).isNotNaN();
        }
    }
}
