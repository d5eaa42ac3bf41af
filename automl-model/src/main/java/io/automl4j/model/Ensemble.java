package io.automl4j.model;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
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
    private final TaskType type;
    private final PostProcessing processing;
    private final Calibrator calibrator;

    private Ensemble(List<Part> parts, Task task, PostProcessing processing) {
        this.parts = parts;
        this.outputs = task.outputs();
        this.type = task.type();
        this.processing = processing;
        this.calibrator = new Calibrator(processing.calibration(), outputs);
    }

    /** The models that share an encoder, with the share of each in the whole. */
    private record Part(FittedEncoder encoder, List<Share> shares) {}

    private record Share(Model model, double weight) {
        void addTo(double[] sums, float[] values) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * values[i];
            }
        }
    }

    /** The ensemble that a model is. */
    static Ensemble of(ModelParts model) {
        return new Ensemble(parts(model.encoders(), model.members()), model.task(), model.processing());
    }

    /** Another one of its front. */
    static Ensemble of(ModelParts model, OperatingPoint point) {
        ModelParts.Chosen chosen = model.chosen(point);
        return new Ensemble(parts(chosen.encoders(), chosen.members()), model.task(), point.processing());
    }

    private static List<Part> parts(List<FittedEncoder> encoders, List<Member> members) {
        List<List<Share>> shares = new ArrayList<>();
        encoders.forEach(encoder -> shares.add(new ArrayList<>()));
        for (Member member : members) {
            double weight = member.weight() / member.folds().size();
            for (FoldModel fold : member.folds()) {
                shares.get(fold.encoder()).add(new Share(fold.model(), weight));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int encoder = 0; encoder < encoders.size(); encoder++) {
            if (!shares.get(encoder).isEmpty()) {
                parts.add(new Part(encoders.get(encoder), List.copyOf(shares.get(encoder))));
            }
        }
        return List.copyOf(parts);
    }

    /** Predicts rows into {@code out} from a position on; a table without columns does not know their number. */
    void predict(Table table, int count, float[] out, int from) {
        double[] sums = new double[count * outputs];
        float[] values = new float[sums.length];
        for (Part part : parts) {
            EncodedRows rows = KnownValues.encode(part.encoder(), table, count);
            for (Share share : part.shares()) {
                share.model().predict(rows, values);
                share.addTo(sums, values);
            }
        }
        finish(sums, out, from);
    }

    /** What {@link #predict} gives for rows for which every model was asked before: bit by bit the same. */
    float[] predict(KnownValues known) {
        double[] sums = new double[known.count() * outputs];
        for (Part part : parts) {
            for (Share share : part.shares()) {
                share.addTo(sums, known.of(part.encoder(), share.model()));
            }
        }
        float[] out = new float[sums.length];
        finish(sums, out, 0);
        return out;
    }

    private void finish(double[] sums, float[] out, int from) {
        for (int at = 0; at < sums.length; at += outputs) {
            finish(sums, at, out, from + at);
        }
    }

    private void finish(double[] sums, int at, float[] out, int to) {
        switch (type) {
            case BINARY, MULTICLASS -> calibrator.finish(sums, at, out, to);
            case REGRESSION -> out[to] = (float) sums[at];
            case QUANTILE -> processing.order(sums, at, outputs, out, to);
        }
    }
}
