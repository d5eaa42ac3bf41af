package io.automl4j.model;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * The models of all members by encoder, so that rows are encoded once for each encoder and only one encoding is in
 * memory at a time. Sums are kept in double precision and their order is fixed.
 */
final class Ensemble {
    private final List<Part> parts;
    private final int outputs;
    private final boolean classification;
    /** The inverse of the temperature. */
    private final double power;

    private Ensemble(List<Part> parts, Task task, double temperature) {
        this.parts = parts;
        this.outputs = task.outputs();
        this.classification = task.type().isClassification();
        this.power = 1 / temperature;
    }

    /** The models that share an encoder, with the share of each in the whole. */
    private record Part(FittedEncoder encoder, boolean empty, List<Share> shares) {
        EncodedRows encode(Table table, int count) {
            return empty ? EncodedRows.of(List.of(), new float[0], count) : encoder.transform(table);
        }
    }

    private record Share(Model model, double weight) {}

    static Ensemble of(ModelParts model) {
        List<Part> parts = new ArrayList<>();
        for (int encoder = 0; encoder < model.encoders().size(); encoder++) {
            List<Share> shares = new ArrayList<>();
            for (Member member : model.members()) {
                double weight = member.weight() / member.folds().size();
                for (FoldModel fold : member.folds()) {
                    if (fold.encoder() == encoder) {
                        shares.add(new Share(fold.model(), weight));
                    }
                }
            }
            if (!shares.isEmpty()) {
                FittedEncoder fitted = model.encoders().get(encoder);
                parts.add(new Part(fitted, fitted.columns().isEmpty(), List.copyOf(shares)));
            }
        }
        return new Ensemble(List.copyOf(parts), model.task(), model.temperature());
    }

    /** Predicts rows into {@code out} from a position on; a table without columns does not know their number. */
    void predict(Table table, int count, float[] out, int from) {
        double[] sums = new double[count * outputs];
        float[] values = new float[sums.length];
        for (Part part : parts) {
            EncodedRows rows = part.encode(table, count);
            for (Share share : part.shares()) {
                share.model().predict(rows, values);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += share.weight() * values[i];
                }
            }
        }
        for (int row = 0; row < count; row++) {
            finish(sums, row * outputs, out, from + row * outputs);
        }
    }

    /** Probabilities are divided by their sum, which rounding leaves a little off 1. */
    private void finish(double[] sums, int at, float[] out, int to) {
        double total = 1;
        if (classification) {
            total = 0;
            for (int i = 0; i < outputs; i++) {
                if (power != 1) {
                    // the same on every machine, as Math.pow is not
                    sums[at + i] = StrictMath.pow(sums[at + i], power);
                }
                total += sums[at + i];
            }
        }
        for (int i = 0; i < outputs; i++) {
            out[to + i] = (float) (sums[at + i] / total);
        }
    }
}
