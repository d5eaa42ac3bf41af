package io.automl4j.ensemble;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.task.Labels;
import io.automl4j.model.Stack;
import java.util.List;
import java.util.Map;

/** What the members of an ensemble of numbers predict for some rows, and the mean of it. */
final class MemberRows {
    private final double[] means;
    /** {@code [rows × members]}. */
    private final double[] ofMembers;

    private MemberRows(double[] means, double[] ofMembers) {
        this.means = means;
        this.ofMembers = ofMembers;
    }

    /** Some of the rows that candidates predict. */
    static MemberRows of(List<Candidate> members, Map<Long, Double> shares, int[] some) {
        return of(members.stream().map(member -> member.on(some)).toList(), shares);
    }

    static MemberRows of(List<Candidate> members, Map<Long, Double> shares) {
        int rows = members.get(0).predictions().rows();
        double[] means = new double[rows];
        double[] ofMembers = new double[rows * members.size()];
        for (int member = 0; member < members.size(); member++) {
            double share = requireNonNull(shares.get(members.get(member).trial()));
            float[] values = members.get(member).predictions().toArray();
            for (int row = 0; row < rows; row++) {
                means[row] += share * values[row];
                ofMembers[row * members.size() + member] = values[row];
            }
        }
        return new MemberRows(means, ofMembers);
    }

    EncodedRows inputs() {
        return Stack.inputs(means, ofMembers);
    }

    /** The means. */
    double[] means() {
        return means.clone();
    }

    double[] correctedBy(Stack stack) {
        double[] corrected = means.clone();
        stack.correct(corrected, ofMembers);
        return corrected;
    }

    /** By how much the truth is greater than the mean. */
    Labels residuals(Labels truth) {
        double[] residuals = new double[means.length];
        double[] weights = new double[means.length];
        for (int row = 0; row < residuals.length; row++) {
            residuals[row] = truth.target(row) - means[row];
            weights[row] = truth.weight(row);
        }
        return Labels.weighted(residuals, weights);
    }
}
