package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.List;

/**
 * A level as its code. Missing and unseen cells are NaN. Where nothing may be missing they get a code of their own if
 * training had missing cells, else that of the most frequent level: a code that training never saw would be split off
 * at random.
 */
final class CodeEncoder implements ColumnEncoder {
    static final String KIND = "code";
    /** Up to so many codes are declared categorical; above, they are numbers in order of frequency. */
    static final int CATEGORICAL = 255;

    /** Of more levels than this a network embeds the most frequent ones; of those in one row nothing can be learned. */
    private static final int EMBEDDED = 10_000;

    private static final int LEAST_ROWS = 2;
    private static final int NONE = -1;

    private final String column;
    private final LevelIndex index;
    /** The code of missing and unseen cells, {@link #NONE} for NaN. */
    private final int unknown;
    /** Whether codes are categories however many there are. */
    private final boolean embedded;

    private CodeEncoder(String column, LevelIndex index, int unknown, boolean embedded) {
        this.column = column;
        this.index = index;
        this.unknown = unknown;
        this.embedded = embedded;
    }

    static CodeEncoder fit(String name, StringColumn column, LevelCounts counts, boolean impute) {
        boolean few = counts.size() <= CATEGORICAL;
        LevelIndex index = LevelIndex.of(few ? counts.natural() : counts.frequent(Integer.MAX_VALUE, 1));
        return new CodeEncoder(name, index, impute ? unknown(column, counts, index) : NONE, false);
    }

    /**
     * Codes for a network that learns a vector for each. Rare, missing and unseen levels share the last one; where
     * training has none of the former, nothing could be learned for it, and unseen levels are the most frequent one.
     */
    static CodeEncoder embedded(String name, StringColumn column, LevelCounts counts) {
        LevelIndex index = LevelIndex.of(counts.frequent(EMBEDDED, LEAST_ROWS));
        boolean shared = index.size() < counts.size();
        return new CodeEncoder(name, index, shared ? index.size() : unknown(column, counts, index), true);
    }

    private static int unknown(StringColumn column, LevelCounts counts, LevelIndex index) {
        if (counts.present() < column.size() || index.size() == 0) {
            return index.size();
        }
        return index.number(counts.frequent(1, 1).get(0));
    }

    static CodeEncoder load(Node node) {
        LevelIndex index = LevelIndex.of(node.texts("levels"));
        int unknown = node.integer("unknown");
        Damage.unless(unknown >= NONE && unknown <= index.size(), "code encoder");
        // files of before there were embeddings do not say
        boolean embedded = node.has("embedded") && node.flag("embedded");
        Damage.unless(!embedded || unknown != NONE, "code encoder");
        return new CodeEncoder(node.text("column"), index, unknown, embedded);
    }

    int unknown() {
        return unknown;
    }

    @Override
    public List<String> levels() {
        return index.levels();
    }

    @Override
    public <R> R accept(EncoderVisitor<R> visitor) {
        float[] values = new float[index.size() + 2];
        for (int number = 0; number < values.length; number++) {
            values[number] = number < index.size() ? number : none();
        }
        return visitor.levels(new LevelTable(column, index.levels(), values));
    }

    @Override
    public Node save() {
        Node node = new Node()
                .put("kind", KIND)
                .put("column", column)
                .put("levels", index.levels())
                .put("unknown", unknown);
        return embedded ? node.put("embedded", true) : node;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<Feature> features() {
        int codes = Math.max(index.size(), unknown + 1);
        // of two codes a split of numbers is the same as one of sets, and cheaper
        boolean categorical = embedded || (codes > 2 && codes <= CATEGORICAL);
        return List.of(new Feature(column, categorical ? codes : 0));
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        int[] numbers = index.numbers(ColumnEncoder.cells(cells, StringColumn.class, column));
        for (int row = 0; row < numbers.length; row++) {
            out[offset + row * stride] = numbers[row] < 0 ? none() : numbers[row];
        }
    }

    private float none() {
        return unknown == NONE ? Float.NaN : unknown;
    }
}
