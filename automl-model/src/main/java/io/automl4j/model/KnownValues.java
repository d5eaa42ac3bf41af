package io.automl4j.model;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.table.Table;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What every model of the folds predicts for the same rows, so that ensembles that share members ask each once. */
final class KnownValues {
    private final int count;
    private final Map<Asked, float[]> values = new HashMap<>();

    private KnownValues(int count) {
        this.count = count;
    }

    private record Asked(FittedEncoder encoder, Model model) {}

    /** The values for rows of the columns that the model needs; a table without columns does not know their number. */
    static KnownValues of(ModelParts parts, Table table, int count) {
        KnownValues known = new KnownValues(count);
        List<List<Model>> models = new ArrayList<>();
        parts.encoders().forEach(encoder -> models.add(new ArrayList<>()));
        parts.everyMember()
                .forEach(member -> member.folds()
                        .forEach(fold -> models.get(fold.encoder()).add(fold.model())));
        for (int i = 0; i < models.size(); i++) {
            if (!models.get(i).isEmpty()) {
                known.ask(parts.encoders().get(i), models.get(i), table);
            }
        }
        return known;
    }

    private void ask(FittedEncoder encoder, List<Model> models, Table table) {
        EncodedRows rows = encode(encoder, table, count);
        for (Model model : models) {
            float[] out = new float[Math.multiplyExact(count, model.outputs())];
            model.predict(rows, out);
            values.put(new Asked(encoder, model), out);
        }
    }

    static EncodedRows encode(FittedEncoder encoder, Table table, int count) {
        return encoder.columns().isEmpty() ? EncodedRows.of(List.of(), new float[0], count) : encoder.transform(table);
    }

    int count() {
        return count;
    }

    float[] of(FittedEncoder encoder, Model model) {
        return Objects.requireNonNull(values.get(new Asked(encoder, model)));
    }
}
