package io.automl4j.tabular.conduct;

import io.automl4j.api.table.Table;
import io.automl4j.model.Member;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.FittedEncoder;
import java.util.List;
import java.util.Optional;

/**
 * What an ensemble of models of folds has to say of any rows.
 *
 * @param encoders those that its models refer to
 * @param members its members, with a model for each fold
 * @param stack corrects their mean, if it is there
 * @param outputs the number of values that are predicted for a row
 */
record Teacher(List<FittedEncoder> encoders, List<Member> members, Optional<Stack> stack, int outputs) {

    int folds() {
        return members.get(0).folds().size();
    }

    /** What the models of one fold predict, {@code [rows × outputs]}. */
    double[] ofFold(Table rows, int fold) {
        return new FoldModels(encoders, rows, outputs).mixture(members, stack, fold);
    }

    /** What those of all folds predict; folds have encoders of their own, so rows are kept in those of one at a time. */
    double[] ofAll(Table rows) {
        double[] mean = new double[rows.rows() * outputs];
        for (int fold = 0; fold < folds(); fold++) {
            double[] mixture = ofFold(rows, fold);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += mixture[i] / folds();
            }
        }
        return mean;
    }
}
