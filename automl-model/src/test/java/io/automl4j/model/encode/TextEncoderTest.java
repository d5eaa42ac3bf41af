package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.TREE;
import static io.automl4j.model.encode.Fixture.column;
import static io.automl4j.model.encode.Fixture.names;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.StringColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextEncoderTest {

    private static Fixture texts(List<String> cells) {
        return table().texts("t", ColumnKind.TEXT, cells);
    }

    private static List<Integer> terms(String text, int seed) {
        List<Integer> buckets = new ArrayList<>();
        TextTerms.read(text, seed, buckets::add);
        return buckets;
    }

    @Test
    void lengthAndWordsAreCountedAndNaNWhenMissing() {
        EncodedRows rows = texts(List.of("one two", "", "a-b c!")).fit(TREE).rows();

        assertThat(column(rows, "t#length")).containsExactly(7f, Float.NaN, 6f);
        assertThat(column(rows, "t#words")).containsExactly(2f, Float.NaN, 3f);
    }

    @Test
    void termsAreWordsPairsAndTriples() {
        assertThat(terms("an oak", 1)).as("two words and their pair").hasSize(3);
        assertThat(terms("table", 1)).as("one word and tab, abl, ble").hasSize(4);
        assertThat(terms("", 1)).isEmpty();
        assertThat(terms("?!", 1)).isEmpty();
        assertThat(terms("red oak", 1)).doesNotHaveDuplicates().isNotEqualTo(terms("oak red", 1));
    }

    @Test
    void termsIgnoreCaseAndDependOnTheSeed() {
        assertThat(terms("Solid OAK", 1)).isEqualTo(terms("solid, oak", 1));
        assertThat(terms("solid oak", 1)).isNotEqualTo(terms("solid oak", 2));
        assertThat(terms("solid oak", 1)).allMatch(bucket -> bucket >= 0 && bucket < TextTerms.BUCKETS);
    }

    @Test
    void aTellingWordBecomesAColumnOfItsLogarithmicFrequency() {
        List<String> cells = IntStream.range(0, 40)
                .mapToObj(row -> row % 4 == 0 ? "good good n" + row : "plain n" + row)
                .toList();
        EncodedRows rows = texts(cells).fit(TREE).rows();

        List<float[]> columns = names(rows).stream()
                .filter(name -> name.startsWith("t#term"))
                .map(name -> column(rows, name))
                .toList();
        assertThat(columns)
                .anySatisfy(
                        values -> assertThat(values).startsWith((float) Math.log(3), 0f, 0f, 0f, (float) Math.log(3)));
    }

    @Test
    void wordsThatAlwaysComeTogetherGetOneColumn() {
        List<String> cells = IntStream.range(0, 40)
                .mapToObj(row -> row % 3 == 0 ? "wooden" : "it")
                .toList();
        StringColumn column = StringColumn.of(cells);

        assertThat(new TermSelection().choose(column, 1, 48)).hasSize(2);
    }

    @Test
    void aSelectionCanBeUsedForOneColumnAfterAnother() {
        StringColumn first = StringColumn.of(Fixture.cells(60, row -> "red oak w" + row % 7));
        StringColumn second = StringColumn.of(Fixture.cells(50, row -> "blue lamp v" + row % 5));
        TermSelection selection = new TermSelection();
        selection.choose(first, 1, 48);

        assertThat(selection.choose(second, 1, 48)).isEqualTo(new TermSelection().choose(second, 1, 48));
    }

    @Test
    void rowsOfALargeDictionaryAreEncodedAsTheWholeTable() {
        List<String> cells = Fixture.cells(90, row -> "red" + row % 8 + " oak word" + row % 5);
        EncodedTraining fitted = texts(cells).fit(TREE);

        EncodedRows one = fitted.encoder().transform(texts(cells).build().select(new int[] {17}));
        EncodedRows all = fitted.encoder().transform(texts(cells).build());

        assertThat(one.values()).isEqualTo(all.select(new int[] {17}).values());
    }

    @Test
    void manyPhrasesAreAlsoReadAsText() {
        var codes = Fixture.many(Encoding.TREE, ManyLevels.CODES);

        assertThat(names(table().levels("c", 80, row -> "solid oak" + (char) ('a' + row % 40 / 2) + " v" + row % 40)
                        .fit(codes)
                        .rows()))
                .contains("c", "c#length");
        assertThat(names(table().levels("c", 80, row -> "oak" + row % 40)
                        .fit(codes)
                        .rows()))
                .doesNotContain("c#length");
    }

    @Test
    void textThatRepeatsIsAlsoCategorical() {
        EncodedRows rows = texts(Fixture.cells(80, row -> "solid oak " + (char) ('a' + row % 20)))
                .fit(TREE)
                .rows();

        assertThat(names(rows)).contains("t", "t#mean");
        assertThat(names(texts(Fixture.cells(80, row -> "solid oak " + row))
                        .fit(TREE)
                        .rows()))
                .doesNotContain("t", "t#mean");
    }

    @Test
    void theWeightOfATermLevelsOff() {
        assertThat(TextEncoder.weight(0)).isZero();
        assertThat(TextEncoder.weight(1)).isCloseTo((float) Math.log(2), within(1e-6f));
        assertThat(TextEncoder.weight(1_000_000)).isEqualTo(TextEncoder.weight(63));
    }
}
