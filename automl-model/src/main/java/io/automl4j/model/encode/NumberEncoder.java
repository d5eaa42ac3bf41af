package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.model.file.Node;
import java.util.List;

/** A number as it is. */
record NumberEncoder(String column) implements ColumnEncoder {
    static final String KIND = "number";

    @Override
    public List<Feature> features() {
        return List.of(new Feature(column, 0));
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        NumericColumn numbers = (NumericColumn) cells;
        for (int row = 0; row < numbers.size(); row++) {
            float value = (float) numbers.value(row);
            out[offset + row * stride] = Float.isInfinite(value) ? Math.copySign(Float.MAX_VALUE, value) : value;
        }
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("column", column);
    }
}
