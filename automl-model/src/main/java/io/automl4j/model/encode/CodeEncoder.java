package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.List;

/** A level as its code. Missing and unseen cells are NaN, or a code of their own where nothing may be missing. */
final class CodeEncoder implements ColumnEncoder {
    static final String KIND = "code";
    /** Up to so many levels codes are declared categorical; above, they are numbers in order of frequency. */
    static final int CATEGORICAL = 255;

    private final String column;
    private final LevelIndex index;
    private final boolean impute;

    private CodeEncoder(String column, LevelIndex index, boolean impute) {
        this.column = column;
        this.index = index;
        this.impute = impute;
    }

    static CodeEncoder fit(String name, StringColumn column, boolean impute) {
        boolean few = LevelIndex.occurring(column) <= CATEGORICAL;
        LevelIndex index = few ? LevelIndex.sorted(column) : LevelIndex.frequent(column, Integer.MAX_VALUE);
        return new CodeEncoder(name, index, impute);
    }

    static CodeEncoder load(Node node) {
        return new CodeEncoder(node.text("column"), LevelIndex.of(node.texts("levels")), node.flag("impute"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("column", column)
                .put("levels", index.levels())
                .put("impute", impute);
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public List<Feature> features() {
        int codes = index.size() + (impute ? 1 : 0);
        boolean categorical = index.size() > 2 && codes <= CATEGORICAL;
        return List.of(new Feature(column, categorical ? codes : 0));
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        StringColumn texts = (StringColumn) cells;
        int[] translated = index.translate(texts);
        float none = impute ? index.size() : Float.NaN;
        for (int row = 0; row < texts.size(); row++) {
            int number = LevelIndex.number(texts, translated, row);
            out[offset + row * stride] = number < 0 ? none : number;
        }
    }
}
