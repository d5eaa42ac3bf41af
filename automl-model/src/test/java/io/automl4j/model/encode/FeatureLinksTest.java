package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.NETWORK;
import static io.automl4j.model.encode.Fixture.names;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Transfer;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.task.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureLinksTest {
    private static final EncoderSpec CODES = new EncoderSpec(Encoding.NETWORK, ManyLevels.CODES, true, true);

    private static Transfer.Column link(EncodedTraining earlier, EncodedTraining now, String name) {
        List<Transfer.Column> links = FeatureLinks.between(earlier.encoder(), now.encoder(), List.of(0, 1));
        assertThat(links).hasSize(now.rows().width());
        return links.get(names(now.rows()).indexOf(name));
    }

    /** The value of a row in the earlier encoding, from that of now. */
    private static float before(Transfer.Column link, EncodedTraining now, String name, int row) {
        return link.factor() * Fixture.column(now.rows(), name)[row] + link.shift();
    }

    @Test
    void columnsAreFoundByName() {
        EncodedTraining earlier =
                table().numbers("a", 1, 2, 3).numbers("b", 3, 1, 2).fit(NETWORK);
        EncodedTraining now =
                table().numbers("c", 2, 1, 3).numbers("b", 3, 1, 2).fit(NETWORK);
        assertThat(link(earlier, now, "b")).isEqualTo(new Transfer.Column(1, 1, 0, List.of()));
        assertThat(link(earlier, now, "c").isKnown()).isFalse();
    }

    @Test
    void aColumnThatIsReadInAnotherWayIsNew() {
        EncodedTraining earlier = table().numbers("a", 1, 2, 3).fit(NETWORK);
        EncodedTraining now = table().levels("a", "1", "2", "3").fit(NETWORK);
        assertThat(FeatureLinks.between(earlier.encoder(), now.encoder(), List.of(0, 1)))
                .noneMatch(Transfer.Column::isKnown);
    }

    /** Small values are hardly clipped, so the line holds. */
    @Test
    void anotherCentreAndScaleAreALine() {
        EncodedTraining earlier = table().numbers("a", 0, 1, 2, 3, 4).fit(NETWORK);
        EncodedTraining now = table().numbers("a", 1, 1.5, 2, 2.5, 3, 3.5, 4).fit(NETWORK);
        Transfer.Column link = link(earlier, now, "a");
        float[] expected = Fixture.column(earlier.rows(), "a");
        assertThat(before(link, now, "a", 2)).isCloseTo(expected[2], within(0.01f));
        assertThat(before(link, now, "a", 0)).isCloseTo(expected[1], within(0.05f));
        assertThat(before(link, now, "a", 4)).isCloseTo(expected[3], within(0.05f));
    }

    @Test
    void levelsAreFoundByTheirTexts() {
        EncodedTraining earlier = table().levels("g", "a", "b", "c", "a").fit(NETWORK);
        EncodedTraining now = table().levels("g", "c", "d", "b", "c").fit(NETWORK);
        assertThat(link(earlier, now, "g=c").earlier())
                .isEqualTo(names(earlier.rows()).indexOf("g=c"));
        assertThat(link(earlier, now, "g=d").isKnown()).isFalse();
    }

    /** Of two levels one column is -1 or 1, of three each has one of 0 or 1. */
    @Test
    void twoLevelsBecomeThreeAndBack() {
        EncodedTraining two = table().levels("g", "no", "yes", "yes", "no").fit(NETWORK);
        EncodedTraining three =
                table().levels("g", "no", "yes", "maybe", "no", "yes").fit(NETWORK);
        float[] ofTwo = Fixture.column(two.rows(), "g=yes");
        Transfer.Column grown = link(two, three, "g=yes");
        // flags of two levels are clipped at their ends alike, so that only the line is compared
        assertThat(before(grown, three, "g=yes", 1) - before(grown, three, "g=yes", 0))
                .isCloseTo(ofTwo[1] - ofTwo[0], within(0.15f));
        assertThat(link(three, two, "g=yes").isKnown()).isTrue();
    }

    @Test
    void codesAreTranslatedByLevel() {
        EncodedTraining earlier = table().levels("g", 44, i -> "l" + i % 11).fit(CODES);
        EncodedTraining now = table().levels("g", 48, i -> "l" + (i % 12 + 1)).fit(CODES);
        List<String> before = List.copyOf(earlier.encoder().levels("g"));
        List<String> after = List.copyOf(now.encoder().levels("g"));
        List<Integer> codes = link(earlier, now, "g").codes();
        assertThat(codes).hasSizeGreaterThanOrEqualTo(after.size());
        for (int code = 0; code < after.size(); code++) {
            int known = before.indexOf(after.get(code));
            assertThat(codes.get(code) == known || known < 0).isTrue();
        }
    }

    @Test
    void indicatorsOfMissingCellsAreFound() {
        EncodedTraining earlier =
                table().numbers("a", 1, Double.NaN, 3).numbers("b", 1, 2, 3).fit(NETWORK);
        EncodedTraining now = table().numbers("b", 1, Double.NaN, 3)
                .numbers("a", 1, 2, Double.NaN)
                .fit(NETWORK);
        assertThat(link(earlier, now, "a#missing").earlier())
                .isEqualTo(names(earlier.rows()).indexOf("a#missing"));
        assertThat(link(earlier, now, "b#missing").isKnown()).isFalse();
    }

    /** Statistics of classes follow the classes, whatever their numbers. */
    @Test
    void statisticsFollowTheClasses() {
        List<String> cells = IntStream.range(0, 60).mapToObj(i -> "l" + i % 12).toList();
        Labels labels =
                Labels.of(IntStream.range(0, 60).mapToDouble(i -> i / 5 % 3).toArray());
        EncodedTraining rows =
                table().texts("g", ColumnKind.CATEGORICAL, cells).fit(NETWORK, Fixture.multiclass(3), labels);
        List<Transfer.Column> links = FeatureLinks.between(rows.encoder(), rows.encoder(), Arrays.asList(2, 0, 1));
        List<String> names = names(rows.rows());
        assertThat(links.get(names.indexOf("g#mean0")).earlier()).isEqualTo(names.indexOf("g#mean2"));
        assertThat(links.get(names.indexOf("g#mean1")).earlier()).isEqualTo(names.indexOf("g#mean0"));
        assertThat(links.get(names.indexOf("g#number")).earlier()).isEqualTo(names.indexOf("g#number"));
    }

    /** With the classes turned about a mean of 0.2 is one of 0.8. */
    @Test
    void theMeanOfTwoClassesTurnsAbout() {
        List<String> cells = IntStream.range(0, 60).mapToObj(i -> "l" + i % 12).toList();
        EncodedTraining rows = table().texts("g", ColumnKind.CATEGORICAL, cells).fit(NETWORK);
        int mean = names(rows.rows()).indexOf("g#mean");
        Transfer.Column turned = FeatureLinks.between(rows.encoder(), rows.encoder(), List.of(1, 0))
                .get(mean);
        assertThat(turned.factor()).isCloseTo(-1, within(1e-5f));
    }

    /** Terms of another seed lie in other buckets. */
    @Test
    void termsOfAnotherSeedAreNew() {
        List<String> cells =
                Fixture.cells(40, i -> "red house number " + i + (i % 2 == 0 ? " in the north" : " at sea"));
        Fixture texts = table().texts("t", ColumnKind.TEXT, cells);
        Labels labels = Labels.of(IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray());
        EncodedTraining one = Encoders.fit(texts.build(), labels, Fixture.BINARY, NETWORK, 1);
        EncodedTraining other = Encoders.fit(texts.build(), labels, Fixture.BINARY, NETWORK, 2);
        assertThat(knownTerms(one, one)).isPositive().isEqualTo(terms(one));
        assertThat(knownTerms(one, other)).isZero();
    }

    private static long terms(EncodedTraining rows) {
        return names(rows.rows()).stream()
                .filter(name -> name.startsWith("t#term"))
                .count();
    }

    private static long knownTerms(EncodedTraining earlier, EncodedTraining now) {
        List<Transfer.Column> links = FeatureLinks.between(earlier.encoder(), now.encoder(), List.of(0, 1));
        List<String> names = names(now.rows());
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).startsWith("t#term") && links.get(i).isKnown())
                .count();
    }
}
