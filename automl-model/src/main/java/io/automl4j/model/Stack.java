package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.file.ModelCodec;
import io.automl4j.model.file.Nodes;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.NeighboursModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One level of stacking for numbers (Wolpert, "Stacked Generalization", 1992, doi:10.1016/S0893-6080(05)80023-1): a model that reads
 * what the members of an ensemble predict tells what is added to their mean.
 *
 * @param members the numbers of the trials of all members, in the order in which the model reads them
 * @param correction reads the columns of {@link #inputs}, and predicts one number, which is added to the mean
 */
public record Stack(List<Long> members, Model correction) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no member or one is there twice, or the correction reads or predicts something else
     */
    public Stack {
        members = List.copyOf(members);
        requireNonNull(correction, "correction");
        Checks.argument(!members.isEmpty(), "A stack has no members.");
        Checks.argument(new HashSet<>(members).size() == members.size(), "A stack has a member twice, of %s.", members);
        Checks.argument(
                correction.fits(members.size() + 1) && correction.outputs() == 1,
                "The correction of a stack must read %d columns and predict one number.",
                members.size() + 1);
        // whether a file holds rows that were learned from is told by its members
        Checks.argument(
                !(correction instanceof NeighboursModel),
                "The correction of a stack must not be of nearest neighbours.");
    }

    /** By what it predicts, as points of a front are found by their values. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Stack stack
                && members.equals(stack.members)
                && Arrays.equals(Nodes.toBytes(correction.save()), Nodes.toBytes(stack.correction.save()));
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /**
     * The size of the model, as it is in a file.
     *
     * @return bytes
     */
    public long bytes() {
        return ModelCodec.toBlock(correction).size();
    }

    /**
     * Where members are among those that the model reads.
     *
     * @return places from 0, by the number of the trial
     */
    public Map<Long, Integer> places() {
        return IntStream.range(0, members.size()).boxed().collect(Collectors.toMap(members::get, place -> place));
    }

    /**
     * The columns that a correction reads.
     *
     * @param members the number of members
     * @return one for each, then the mean
     */
    public static List<Feature> features(int members) {
        List<Feature> features = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            features.add(new Feature("member " + member, 0));
        }
        features.add(new Feature("mean", 0));
        return features;
    }

    /**
     * What a correction reads: how far each member is from the mean, then the mean.
     *
     * @param means of the members, for each row
     * @param ofMembers what each predicts, {@code [rows × members]}
     * @return as many rows as there are means
     */
    public static EncodedRows inputs(double[] means, double[] ofMembers) {
        int members = ofMembers.length / Math.max(1, means.length);
        List<Feature> features = features(members);
        float[] values = new float[means.length * features.size()];
        for (int row = 0; row < means.length; row++) {
            int at = row * features.size();
            for (int member = 0; member < members; member++) {
                values[at + member] = (float) (ofMembers[row * members + member] - means[row]);
            }
            values[at + members] = (float) means[row];
        }
        return EncodedRows.of(features, values, means.length);
    }

    /**
     * Corrects means in place.
     *
     * @param means of the members, for each row
     * @param ofMembers what each predicts, {@code [rows × members]}, in the order of {@link #members}
     */
    public void correct(double[] means, double[] ofMembers) {
        float[] added = new float[means.length];
        if (added.length > 0) {
            correction.predict(inputs(means, ofMembers), added);
        }
        for (int row = 0; row < means.length; row++) {
            means[row] += added[row];
        }
    }
}
