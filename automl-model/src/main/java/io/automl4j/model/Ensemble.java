package io.automl4j.model;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    /** How many members a stack reads. */
    private final int stacked;

    private Ensemble(List<Part> parts, Task task, PostProcessing processing) {
        this.parts = parts;
        this.outputs = task.outputs();
        this.type = task.type();
        this.processing = processing;
        this.calibrator = new Calibrator(processing.calibration(), outputs);
        this.stacked = processing.stack().map(stack -> stack.members().size()).orElse(0);
    }

    /** The models that share an encoder, with the share of each in the whole. */
    private record Part(FittedEncoder encoder, List<Share> shares) {}

    /**
     * A model of a member.
     *
     * @param model the model
     * @param weight its share in the whole
     * @param ofMember its share in the member
     * @param place of the member among those that a stack reads, -1 if there is none
     */
    private record Share(Model model, double weight, double ofMember, int place) {}

    /** What is summed up of some rows: the whole, and of each member what a stack is to read. */
    private final class Sums {
        private final double[] whole;
        private final double[] ofMembers;

        Sums(int count) {
            whole = new double[count * outputs];
            ofMembers = new double[count * stacked];
        }

        void add(Share share, float[] values) {
            for (int i = 0; i < whole.length; i++) {
                whole[i] += share.weight() * values[i];
            }
            if (stacked > 0) {
                for (int i = 0; i < whole.length; i++) {
                    ofMembers[i * stacked + share.place()] += share.ofMember() * values[i];
                }
            }
        }

        void finish(float[] out, int from) {
            processing.stack().ifPresent(stack -> stack.correct(whole, ofMembers));
            for (int at = 0; at < whole.length; at += outputs) {
                Ensemble.this.finish(whole, at, out, from + at);
            }
        }
    }

    /** The ensemble that a model is. */
    static Ensemble of(ModelParts model) {
        return new Ensemble(
                parts(model.encoders(), model.members(), model.processing()), model.task(), model.processing());
    }

    /** Another one of its front. */
    static Ensemble of(ModelParts model, OperatingPoint point) {
        ModelParts.Chosen chosen = model.chosen(point);
        return new Ensemble(
                parts(chosen.encoders(), chosen.members(), point.processing()), model.task(), point.processing());
    }

    private static List<Part> parts(List<FittedEncoder> encoders, List<Member> members, PostProcessing processing) {
        Map<Long, Integer> read = processing.stack().map(Stack::places).orElse(Map.of());
        List<List<Share>> shares = new ArrayList<>();
        encoders.forEach(encoder -> shares.add(new ArrayList<>()));
        for (Member member : members) {
            int folds = member.folds().size();
            int place = read.getOrDefault(member.trial(), -1);
            for (FoldModel fold : member.folds()) {
                shares.get(fold.encoder()).add(new Share(fold.model(), member.weight() / folds, 1.0 / folds, place));
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
        Sums sums = new Sums(count);
        float[] values = new float[count * outputs];
        for (Part part : parts) {
            EncodedRows rows = KnownValues.encode(part.encoder(), table, count);
            for (Share share : part.shares()) {
                share.model().predict(rows, values);
                sums.add(share, values);
            }
        }
        sums.finish(out, from);
    }

    /** What {@link #predict} gives for rows for which every model was asked before: bit by bit the same. */
    float[] predict(KnownValues known) {
        Sums sums = new Sums(known.count());
        for (Part part : parts) {
            for (Share share : part.shares()) {
                sums.add(share, known.of(part.encoder(), share.model()));
            }
        }
        float[] out = new float[known.count() * outputs];
        sums.finish(out, 0);
        return out;
    }

    private void finish(double[] sums, int at, float[] out, int to) {
        switch (type) {
            case BINARY, MULTICLASS -> calibrator.finish(sums, at, out, to);
            case REGRESSION -> out[to] = (float) sums[at];
            case QUANTILE -> processing.order(sums, at, outputs, out, to);
        }
    }
}
