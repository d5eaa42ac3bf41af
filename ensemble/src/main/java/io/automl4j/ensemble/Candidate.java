package io.automl4j.ensemble;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.task.Predictions;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A trial that may become a member.
 *
 * @param trial the number of the trial
 * @param family what it is kin to, such as the name of its learner
 * @param predictions its out-of-fold predictions; all candidates of a selection predict the same rows
 * @param operations elementary operations to predict a row
 */
public record Candidate(long trial, String family, Predictions predictions, long operations) {

    /**
     * The same on some of the rows.
     *
     * @param rows row numbers, from 0
     * @return a candidate that predicts {@code rows.length} rows
     */
    Candidate on(int[] rows) {
        return new Candidate(trial, family, predictions.select(rows), operations);
    }

    /**
     * What some candidates predict together.
     *
     * @param candidates at least all that have a share
     * @param shares the weight of each member by the number of its trial, added in this order
     * @return the weighted sum
     */
    public static Predictions mixture(Collection<Candidate> candidates, Map<Long, Double> shares) {
        Map<Long, Candidate> known =
                candidates.stream().collect(Collectors.toMap(Candidate::trial, Function.identity()));
        Predictions any = candidates.iterator().next().predictions();
        float[] sum = new float[any.rows() * any.outputs()];
        shares.forEach((trial, share) -> {
            float[] values = requireNonNull(known.get(trial)).predictions().toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += share.floatValue() * values[i];
            }
        });
        return Predictions.of(sum, any.outputs());
    }
}
