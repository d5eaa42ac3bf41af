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

    static OneHotEncoder fit(String name, StringColumn column, int most) {
        return new OneHotEncoder(name, LevelIndex.frequent(column, most));
    }

    static OneHotEncoder load(Node node) {
        return new OneHotEncoder(node.text("column"), LevelIndex.of(node.texts("levels")));
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
    public List<Feature> features() {
        if (index.size() == 2) {
            return List.of(new Feature(column + "=" + index.levels().get(1), 0));
        }
        return index.levels().stream()
                .map(level -> new Feature(column + "=" + level, 0))
                .toList();
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        StringColumn texts = (StringColumn) cells;
        int[] translated = index.translate(texts);
        boolean two = index.size() == 2;
        for (int row = 0; row < texts.size(); row++) {
            int number = LevelIndex.number(texts, translated, row);
            if (number >= 0) {
                out[offset + row * stride + (two ? 0 : number)] = two ? 2 * number - 1 : 1;
            }
        }
    }
}
