package io.automl4j.ensemble;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.Shuffles;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.Stack;
import io.automl4j.model.predictor.Model;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One level of stacking for numbers: a model that reads what the members of an ensemble predict learns by how much their mean is
 * off, see {@link Stack}. It learns from predictions of rows that the members did not see. Whether it is worth anything is told by five
 * parts of these rows, each corrected by a model that learned from the others: it has to be better there than the mean by a standard
 * error, lest it fits the noise of few rows. The mean, whose weights were chosen on all these rows, has the advantage.
 */
public final class Stacking {
    private static final int PARTS = 5;
    /** Of fewer rows a standard error says little. */
    private static final int FEWEST = 500;
    /** So many tell enough, and take little time. */
    private static final int MOST = 20_000;

    private static final long SEED = 0x57ac4;

    private final Labels labels;
    private final Metric metric;
    private final Cancellation cancellation;

    /**
     * What corrections are judged by.
     *
     * @param labels true numbers and weights of the rows that members predict
     * @param metric what is optimised
     * @param cancellation ends it, without a stack
     */
    public Stacking(Labels labels, Metric metric, Cancellation cancellation) {
        this.labels = requireNonNull(labels, "labels");
        this.metric = requireNonNull(metric, "metric");
        this.cancellation = requireNonNull(cancellation, "cancellation");
    }

    /** What learns a correction. */
    @FunctionalInterface
    public interface Trainer {

        /**
         * Learns by how much means are off.
         *
         * @param inputs what a correction reads, see {@link Stack#inputs}
         * @param residuals truth less mean of these rows, and their weights
         * @return a model of one number for each row
         */
        Model train(EncodedRows inputs, Labels residuals);
    }

    /**
     * A stack that is worth it.
     *
     * @param stack the stack
     * @param outOfFold what such stacks predict for rows that neither members nor correction have seen
     */
    public record Stacked(Stack stack, Predictions outOfFold) {}

    /**
     * What became of one trainer.
     *
     * @param ensemble what it corrects
     * @param corrected all rows, corrected by what has not seen them
     * @param gains by how much each part is better
     */
    private record Judged(Ensemble ensemble, double[] corrected, double[] gains) {
        double gain() {
            return Arrays.stream(gains).average().orElseThrow();
        }

        /** False also where a gain is not defined. */
        boolean isWorthIt() {
            double mean = gain();
            double squares = Arrays.stream(gains)
                    .map(gain -> (gain - mean) * (gain - mean))
                    .sum();
            return mean > Math.sqrt(squares / (gains.length - 1) / gains.length);
        }
    }

    /**
     * The best correction of an ensemble.
     *
     * @param members its members, in the order in which the stack is to read them
     * @param shares the weight of each in the mean by the number of its trial
     * @param trainers what may learn the correction
     * @return nothing if none is worth it, or there are too few rows to tell
     * @throws IllegalArgumentException if a member has no share
     */
    public Optional<Stacked> of(List<Candidate> members, Map<Long, Double> shares, List<Trainer> trainers) {
        List<Long> trials = members.stream().map(Candidate::trial).toList();
        Checks.argument(
                Set.copyOf(trials).equals(shares.keySet()),
                "The members are %s, but there are shares of %s.",
                trials,
                shares.keySet());
        if (labels.rows() < FEWEST || trainers.isEmpty()) {
            return Optional.empty();
        }
        int[] order = Shuffles.order(labels.rows(), new SplittableRandom(SEED));
        List<Judged> judged = trainers.stream()
                .map(trainer -> judged(new Ensemble(members, shares, trainer), order))
                .filter(Judged::isWorthIt)
                .toList();
        if (cancellation.cancelled()) {
            return Optional.empty();
        }
        return judged.stream()
                .max(Comparator.comparingDouble(Judged::gain))
                .map(best -> new Stacked(learned(best.ensemble(), order), predictions(best.corrected())));
    }

    /** Members, their weights, and what learns by how much their mean is off. */
    private record Ensemble(List<Candidate> members, Map<Long, Double> shares, Trainer trainer) {
        MemberRows on(int[] rows) {
            return MemberRows.of(members, shares, rows);
        }
    }

    /** Corrects each part by what the others tell; where it is cancelled, no gain is defined. */
    private Judged judged(Ensemble ensemble, int[] order) {
        double[] corrected = new double[order.length];
        double[] gains = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            if (cancellation.cancelled()) {
                gains[part] = Double.NaN;
                continue;
            }
            int own = part;
            int[] rows = rows(order, place -> place % PARTS == own);
            MemberRows judging = ensemble.on(rows);
            double[] better = judging.correctedBy(learned(ensemble, rows(order, place -> place % PARTS != own)));
            Labels truth = labels.select(rows);
            gains[part] = loss(truth, judging.means()) - loss(truth, better);
            for (int i = 0; i < rows.length; i++) {
                corrected[rows[i]] = better[i];
            }
        }
        return new Judged(ensemble, corrected, gains);
    }

    /** The rows at some places of an order. */
    private static int[] rows(int[] order, IntPredicate places) {
        return IntStream.range(0, order.length)
                .filter(places)
                .map(place -> order[place])
                .toArray();
    }

    /** What the first of some rows, which are in random order, tell. */
    private Stack learned(Ensemble ensemble, int[] known) {
        int[] some = Arrays.copyOf(known, Math.min(known.length, MOST));
        MemberRows seen = ensemble.on(some);
        return new Stack(
                ensemble.members().stream().map(Candidate::trial).toList(),
                ensemble.trainer().train(seen.inputs(), seen.residuals(labels.select(some))));
    }

    /**
     * What a stack predicts.
     *
     * @param stack the stack
     * @param members the members that it reads, in any order
     * @param shares the weight of each in the mean by the number of its trial
     * @return one number for each row
     */
    public static Predictions corrected(Stack stack, List<Candidate> members, Map<Long, Double> shares) {
        Map<Long, Integer> places = stack.places();
        List<Candidate> ordered = members.stream()
                .sorted(Comparator.comparing(member -> requireNonNull(places.get(member.trial()))))
                .toList();
        return predictions(MemberRows.of(ordered, shares).correctedBy(stack));
    }

    private double loss(Labels truth, double[] predicted) {
        return metric.loss(truth, predictions(predicted));
    }

    private static Predictions predictions(double[] numbers) {
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return Predictions.of(values, 1);
    }
}
