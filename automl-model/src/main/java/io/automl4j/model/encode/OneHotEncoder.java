package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.List;

/** One column for each level, 1 where a row has it; of two levels one column of -1 and 1. Else zeros. */
final class OneHotEncoder implements ColumnEncoder {
    static final String KIND = "one_hot";

    private final String column;
    private final LevelIndex index;

    private OneHotEncoder(String column, LevelIndex index) {
        this.column = column;
        this.index = index;
    }

    /** Levels beyond the {@code most} frequent ones are encoded as unseen ones. */
    static OneHotEncoder fit(String name, LevelCounts counts, int most) {
        // the lesser of two levels in natural order is -1: "no" before "yes"
        List<String> levels = counts.size() == 2 ? counts.natural() : counts.frequent(most, 1);
        return new OneHotEncoder(name, LevelIndex.of(levels));
    }

    static OneHotEncoder load(Node node) {
        return new OneHotEncoder(node.text("column"), LevelIndex.of(node.texts("levels")));
    }

    @Override
    public List<String> levels() {
        return index.levels();
    }

    @Override
    public <R> R accept(EncoderVisitor<R> visitor) {
        float[] values = new float[(index.size() + 2) * width()];
        for (int number = 0; number < index.size(); number++) {
            write(number, values, number * width());
        }
        return visitor.levels(new LevelTable(column, index.levels(), values));
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("column", column).put("levels", index.levels());
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public int width() {
        return index.size() == 2 ? 1 : index.size();
    }

    @Override
    public List<Feature> features() {
        return index.levels().stream()
                .skip(index.size() == 2 ? 1 : 0)
                .map(level -> new Feature(column + "=" + level, 0))
                .toList();
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        int[] numbers = index.numbers(ColumnEncoder.cells(cells, StringColumn.class, column));
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] >= 0) {
                write(numbers[row], out, offset + row * stride);
            }
        }
    }

    private void write(int number, float[] out, int at) {
        boolean two = index.size() == 2;
        out[at + (two ? 0 : number)] = two ? 2 * number - 1 : 1;
    }
}
