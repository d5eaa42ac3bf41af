package io.automl4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SketchTest {
    private static final int ROWS = 3_000;

    /** Two numeric columns, one of ages and one of labels. */
    private static Table table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NumericColumn.Builder one = NumericColumn.builder();
        NumericColumn.Builder two = NumericColumn.builder();
        NumericColumn.Builder ages = NumericColumn.builder();
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            one.add(random.nextDouble());
            two.add(random.nextDouble() * 100);
            ages.add(random.nextInt(18, 90));
            labels.add(random.nextBoolean() ? "yes" : "no");
        }
        return named("one", one.build(), "two", two.build(), "age", ages.build(), "label", StringColumn.of(labels));
    }

    private static Table named(Object... namesAndColumns) {
        List<ColumnSchema> schemas = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < namesAndColumns.length; i += 2) {
            Column column = (Column) namesAndColumns[i + 1];
            schemas.add(ColumnSchema.of(
                    (String) namesAndColumns[i],
                    column instanceof NumericColumn ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL));
            columns.add(column);
        }
        return Table.of(Schema.of(schemas), columns);
    }

    private static int[] some(int count, long seed) {
        return new SplittableRandom(seed)
                .ints(4L * count, 0, ROWS)
                .distinct()
                .limit(count)
                .toArray();
    }

    private final Table table = table(1);
    private final Sketch sketch = Sketch.of(table);

    @Test
    void aTableIsSimilarToItself() {
        assertThat(sketch.isSimilarTo(Sketch.of(table(1)))).isTrue();
    }

    @Test
    void anotherTableWithTheSameKindsOfColumnsIsNot() {
        assertThat(sketch.isSimilarTo(Sketch.of(table(2)))).isFalse();
    }

    @Test
    void partsAreRecognised() {
        assertThat(sketch.isSimilarTo(Sketch.of(table.select(some(2_250, 3))))).isTrue();
        assertThat(sketch.isSimilarTo(Sketch.of(table.select(some(300, 4))))).isTrue();
    }

    @Test
    void aHundredthOfALargeTableIsRecognised() {
        SplittableRandom random = new SplittableRandom(5);
        Table large = named(
                "one", NumericColumn.of(random.doubles(50_000).toArray()),
                "two", NumericColumn.of(random.doubles(50_000).toArray()));
        Table part =
                large.select(random.ints(1_000, 0, 50_000).distinct().limit(500).toArray());

        assertThat(Sketch.of(large).isSimilarTo(Sketch.of(part))).isTrue();
    }

    /** From all bits of a hash the cell could be computed. */
    @Test
    void ofAHashLessIsKeptThanWouldTellACell() {
        assertThat(Arrays.stream(sketch.rows())).allMatch(hash -> hash % (1L << 24) == 0);
        assertThat(sketch.columns().stream().flatMapToLong(Arrays::stream)).allMatch(hash -> hash % (1L << 40) == 0);
    }

    /** As a table that was written with five digits, or six, and read again. */
    @Test
    void aTableWithFewerDigitsIsRecognised() {
        for (int digits : new int[] {5, 6}) {
            Table shorter = named(
                    "one", rounded("one", digits),
                    "two", rounded("two", digits),
                    "age", table.column("age"),
                    "label", table.column("label"));
            assertThat(sketch.isSimilarTo(Sketch.of(shorter)))
                    .as("%d digits", digits)
                    .isTrue();
        }
    }

    private Column rounded(String name, int digits) {
        MathContext context = new MathContext(digits);
        NumericColumn numbers = (NumericColumn) table.column(name);
        return NumericColumn.of(IntStream.range(0, ROWS)
                .mapToDouble(
                        row -> new BigDecimal(numbers.value(row)).round(context).doubleValue())
                .toArray());
    }

    @Test
    void ofManyColumnsTheSameFewAreKept() {
        SplittableRandom random = new SplittableRandom(11);
        Object[] columns = new Object[2 * 400];
        for (int i = 0; i < 400; i++) {
            columns[2 * i] = "c" + i;
            columns[2 * i + 1] = NumericColumn.of(random.doubles(400).toArray());
        }
        Sketch whole = Sketch.of(named(columns));
        Sketch most = Sketch.of(named(Arrays.copyOfRange(columns, 0, 2 * 320)));

        assertThat(whole.columns()).hasSize(256);
        assertThat(whole.isSimilarTo(most)).isTrue();
    }

    /** Grades, prices and measures of few digits are in many tables. */
    @Test
    void columnsOfShortNumbersAreNoSign() {
        assertThat(Sketch.of(prices(6)).isSimilarTo(Sketch.of(prices(7)))).isFalse();
    }

    private static Table prices(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] prices =
                random.ints(ROWS, 0, 1_000).mapToDouble(cents -> cents / 100.0).toArray();
        return named(
                "price",
                NumericColumn.of(prices),
                "other",
                NumericColumn.of(random.doubles(ROWS).toArray()));
    }

    @Test
    void aTableOfLabelsWithAColumnLessIsRecognised() {
        Table whole = grades(8);
        Object[] fewer = new Object[2 * 7];
        for (int i = 0; i < 7; i++) {
            fewer[2 * i] = "g" + i;
            fewer[2 * i + 1] = whole.columns().get(i);
        }

        assertThat(Sketch.of(whole).columns()).isEmpty();
        assertThat(Sketch.of(whole).isSimilarTo(Sketch.of(named(fewer)))).isTrue();
        assertThat(Sketch.of(named(fewer)).isSimilarTo(Sketch.of(whole))).isTrue();
        assertThat(Sketch.of(whole).isSimilarTo(Sketch.of(grades(9)))).isFalse();
    }

    /** Eight columns of grades of their own. */
    private static Table grades(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Object[] columns = new Object[16];
        for (int i = 0; i < columns.length; i += 2) {
            int of = i;
            columns[i] = "g" + i;
            columns[i + 1] = StringColumn.of(IntStream.range(0, ROWS)
                    .mapToObj(row -> seed + "-" + of + "-" + random.nextInt(9))
                    .toList());
        }
        return named(columns);
    }

    @Test
    void partsOfOneTableThatHaveRowsInCommonAreSimilar() {
        Sketch first = Sketch.of(table.select(IntStream.range(0, 2_000).toArray()));
        Sketch second = Sketch.of(table.select(IntStream.range(1_000, 3_000).toArray()));

        assertThat(first.isSimilarTo(second)).isTrue();
    }

    @Test
    void orderAndNamesDoNotMatter() {
        Table other = named(
                "a",
                table.column("label"),
                "b",
                table.column("two"),
                "c",
                table.column("one"),
                "d",
                table.column("age"));

        assertThat(sketch.isSimilarTo(Sketch.of(other))).isTrue();
    }

    @Test
    void aTableWithAColumnLessIsRecognisedByTheOthers() {
        Table other = named("one", table.column("one"), "two", table.column("two"), "label", table.column("label"));

        assertThat(sketch.isSimilarTo(Sketch.of(other))).isTrue();
    }

    @Test
    void numbersThatWereReadAsLabelsAreTheSame() {
        Column labels = StringColumn.of(IntStream.range(0, ROWS)
                .mapToObj(row -> table.column("age").text(row))
                .toList());
        Table other = named(
                "one", table.column("one"), "two", table.column("two"), "age", labels, "label", table.column("label"));

        assertThat(Sketch.of(other).rows()).containsExactly(sketch.rows());
    }

    @Test
    void commonWholeNumbersTellNothing() {
        Table ages = named("age", table.column("age"), "label", table.column("label"));

        assertThat(Sketch.of(ages).columns()).isEmpty();
    }

    /** Games have millions of rows with the same cells in other places, so rows of few kinds. */
    @Test
    void aTableOfFewDifferentRowsIsRecognised() {
        Column moves = StringColumn.of(IntStream.range(0, ROWS)
                .mapToObj(row -> "xo-".substring(row % 3, row % 3 + 1))
                .toList());
        Column again = StringColumn.of(IntStream.range(0, ROWS)
                .mapToObj(row -> "-xo".substring(row % 3, row % 3 + 1))
                .toList());
        Column others = StringColumn.of(IntStream.range(0, ROWS)
                .mapToObj(row -> "ab".substring(row % 2, row % 2 + 1))
                .toList());
        Sketch game = Sketch.of(named("move", moves));

        assertThat(game.rows()).hasSize(3);
        assertThat(game.isSimilarTo(Sketch.of(named("move", again)))).isTrue();
        assertThat(game.isSimilarTo(Sketch.of(named("move", others)))).isFalse();
    }

    @Test
    void nothingIsSimilarToNothing() {
        assertThat(Sketch.NONE.isSimilarTo(Sketch.NONE)).isFalse();
        assertThat(sketch.isSimilarTo(Sketch.NONE)).isFalse();
    }

    @Test
    void itIsSmall() {
        long hashes = sketch.rows().length
                + sketch.columns().stream().mapToLong(values -> values.length).sum();
        assertThat(hashes).isLessThan(1_100);
        assertThat(Arrays.stream(sketch.rows()).distinct().count()).isEqualTo(sketch.rows().length);
    }

    /** To leave out a table too many costs little; to begin with what was found on the table itself deceives. */
    @Test
    void tablesOfTheSameFlagsAreTakenForEachOtherAndNotThoseOfOthers() {
        Sketch one = Sketch.of(flags(5, 1));
        assertThat(one.rows()).hasSizeLessThan(32);
        assertThat(one.isSimilarTo(Sketch.of(flags(5, 2)))).isTrue();
        assertThat(one.isSimilarTo(Sketch.of(flags(4, 2)))).isFalse();
    }

    private static Table flags(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Object[] columns = new Object[2 * count];
        for (int i = 0; i < columns.length; i += 2) {
            columns[i] = "flag " + i;
            columns[i + 1] =
                    NumericColumn.of(random.ints(500, 0, 2).asDoubleStream().toArray());
        }
        return named(columns);
    }
}
