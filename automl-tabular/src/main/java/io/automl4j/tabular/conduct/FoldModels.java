package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.table.Table;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.FittedEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What models of folds predict for some rows, which are encoded once for each encoder. */
final class FoldModels {
    private final List<FittedEncoder> encoders;
    private final Table rows;
    private final int outputs;
    private final Map<Integer, EncodedRows> encoded = new HashMap<>();

    /**
     * Predictions of rows.
     *
     * @param encoders those that models refer to
     * @param rows the rows
     * @param outputs the number of values that are predicted for a row
     */
    FoldModels(List<FittedEncoder> encoders, Table rows, int outputs) {
        this.encoders = encoders;
        this.rows = rows;
        this.outputs = outputs;
    }

    /** What one model predicts, {@code [rows × outputs]}. */
    float[] predicted(FoldModel model) {
        float[] values = new float[rows.rows() * outputs];
        model.model()
                .predict(
                        encoded.computeIfAbsent(
                                model.encoder(), index -> encoders.get(index).transform(rows)),
                        values);
        return values;
    }

    /** What the models of a fold predict together, corrected by a stack if there is one. */
    double[] mixture(List<Member> members, Optional<Stack> stack, int fold) {
        double[] sums = new double[rows.rows() * outputs];
        Map<Long, Integer> read = stack.map(Stack::places).orElse(Map.of());
        double[] ofMembers = new double[rows.rows() * read.size()];
        for (Member member : members) {
            float[] values = predicted(member.folds().get(fold));
            int place = read.getOrDefault(member.trial(), -1);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += member.weight() * values[i];
            }
            for (int row = 0; row < rows.rows() && place >= 0; row++) {
                ofMembers[row * read.size() + place] = values[row];
            }
        }
        stack.ifPresent(correcting -> correcting.correct(sums, ofMembers));
        return sums;
    }
}
