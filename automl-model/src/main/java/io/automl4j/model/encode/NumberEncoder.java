package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.model.file.Node;
import java.util.List;

/** A number as it is. */
record NumberEncoder(String column) implements ColumnEncoder {
    static final String KIND = "number";

    /** The nearest single-precision number that is finite; NaN stays. */
    static float single(double value) {
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
    }

    @Override
    public boolean reads(ColumnKind kind) {
        return kind == ColumnKind.NUMERIC;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<Feature> features() {
        return List.of(new Feature(column, 0));
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        NumericColumn numbers = ColumnEncoder.cells(cells, NumericColumn.class, column);
        for (int row = 0; row < numbers.size(); row++) {
            out[offset + row * stride] = single(numbers.value(row));
        }
    }

    @Override
    public <R> R accept(EncoderVisitor<R> visitor) {
        return visitor.number(column);
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("column", column);
    }
}
