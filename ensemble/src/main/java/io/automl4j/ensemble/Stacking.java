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
import java.util.Optional;
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
     * @param trainer what learns the correction
     * @param corrected all rows, corrected by what has not seen them
     * @param gains by how much each part is better
     */
    private record Judged(Trainer trainer, double[] corrected, double[] gains) {
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
     * @param shares the weight of each in the mean
     * @param trainers what may learn the correction
     * @return nothing if none is worth it, or there are too few rows to tell
     * @throws IllegalArgumentException if members and shares differ in number
     */
    public Optional<Stacked> of(List<Candidate> members, List<Double> shares, List<Trainer> trainers) {
        Checks.argument(
                members.size() == shares.size(), "There are %d members, but %d shares.", members.size(), shares.size());
        if (labels.rows() < FEWEST) {
            return Optional.empty();
        }
        List<Long> trials = members.stream().map(Candidate::trial).toList();
        MemberRows rows = MemberRows.of(members, shares);
        Optional<Judged> best = trainers.stream()
                .filter(trainer -> !cancellation.cancelled())
                .map(trainer -> judged(trainer, trials, rows))
                .filter(Judged::isWorthIt)
                .max(Comparator.comparingDouble(Judged::gain));
        return cancellation.cancelled() ? Optional.empty() : best.map(judged -> stacked(judged, trials, rows));
    }

    /**
     * What a stack predicts.
     *
     * @param stack the stack
     * @param members the members that it reads, in its order
     * @param shares the weight of each in the mean
     * @return one number for each row
     */
    public static Predictions corrected(Stack stack, List<Candidate> members, List<Double> shares) {
        return predictions(MemberRows.of(members, shares).correctedBy(stack));
    }

    /** Corrects each part by what the others tell. */
    private Judged judged(Trainer trainer, List<Long> trials, MemberRows rows) {
        int[] order = Shuffles.order(labels.rows(), new SplittableRandom(SEED));
        double[] corrected = rows.means();
        double[] gains = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            int[] own = sorted(order, place -> place % PARTS == left);
            MemberRows some = rows.on(own);
            double[] better =
                    some.correctedBy(learned(trainer, trials, rows, sorted(order, place -> place % PARTS != left)));
            Labels truth = labels.select(own);
            gains[part] = loss(truth, some.means()) - loss(truth, better);
            for (int i = 0; i < own.length; i++) {
                corrected[own[i]] = better[i];
            }
        }
        return new Judged(trainer, corrected, gains);
    }

    /** The rows at some places of an order. */
    private static int[] sorted(int[] order, IntPredicate places) {
        return IntStream.range(0, order.length)
                .filter(places)
                .map(place -> order[place])
                .sorted()
                .toArray();
    }

    private Stack learned(Trainer trainer, List<Long> trials, MemberRows rows, int[] known) {
        int[] some = Arrays.stream(Shuffles.some(known.length, MOST, new SplittableRandom(SEED)))
                .map(i -> known[i])
                .toArray();
        MemberRows seen = rows.on(some);
        return new Stack(trials, trainer.train(seen.inputs(), seen.residuals(labels.select(some))));
    }

    private double loss(Labels truth, double[] predicted) {
        return metric.loss(truth, predictions(predicted));
    }

    private Stacked stacked(Judged judged, List<Long> trials, MemberRows rows) {
        Stack stack = learned(
                judged.trainer(),
                trials,
                rows,
                IntStream.range(0, labels.rows()).toArray());
        return new Stacked(stack, predictions(judged.corrected()));
    }

    private static Predictions predictions(double[] numbers) {
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return Predictions.of(values, 1);
    }
}
