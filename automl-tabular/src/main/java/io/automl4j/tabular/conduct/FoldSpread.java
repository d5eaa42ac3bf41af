package io.automl4j.tabular.conduct;

import io.automl4j.api.Seeds;
import io.automl4j.api.Shuffles;
import io.automl4j.api.table.Table;
import io.automl4j.model.Conformal;
import io.automl4j.model.Front;
import io.automl4j.model.Member;
import io.automl4j.model.OperatingPoint;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.tabular.validation.Fold;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much the models of folds differ, and so how much less their mean errs than they do, whose errors are known. For any new row the
 * mean of the squared errors of K models is the squared error of their mean plus the variance of what they predict. That variance
 * is estimated on some training rows, by the models that were trained on each; these agree more than on new rows would be, so intervals
 * stay a little wide.
 *
 * @param data what was learned from
 * @param encoders those of the members
 */
record FoldSpread(RunData data, List<FittedEncoder> encoders) {
    private static final int ROWS = 300;
    /** More than this is not believed. */
    private static final double LEAST = 0.5;

    /**
     * The same front with narrower intervals.
     *
     * @param front ensembles of numbers
     * @param members all that they have, one with a model for each fold first
     * @param seed of the rows that are drawn
     * @return a copy
     */
    Front narrowed(Front front, List<Member> members, long seed) {
        int[] rows = rows(seed);
        Map<Long, List<float[]>> predicted = predicted(members, data.table().select(rows));
        int folds = members.get(0).folds().size();
        return new Front(front.points().stream()
                .map(point -> narrowed(point, predicted, rows, folds))
                .toList());
    }

    private int[] rows(long seed) {
        return Shuffles.some(data.table().rows(), ROWS, new SplittableRandom(Seeds.mix(seed, 2)));
    }

    /** What each model of a fold predicts, by the trial of its member. */
    private Map<Long, List<float[]>> predicted(List<Member> members, Table rows) {
        FoldModels models = new FoldModels(encoders, rows, 1);
        return members.stream()
                .collect(Collectors.toMap(
                        Member::trial,
                        member -> member.folds().stream().map(models::predicted).toList()));
    }

    private OperatingPoint narrowed(OperatingPoint point, Map<Long, List<float[]>> predicted, int[] rows, int folds) {
        if (point.shares().keySet().stream()
                .anyMatch(trial -> Objects.requireNonNull(predicted.get(trial)).size() < folds)) {
            // single models err as those of folds do
            return point;
        }
        double[][] mixtures = new double[folds][rows.length];
        point.shares().forEach((trial, share) -> {
            List<float[]> values = Objects.requireNonNull(predicted.get(trial));
            for (int fold = 0; fold < folds; fold++) {
                for (int row = 0; row < rows.length; row++) {
                    mixtures[fold][row] += share * values.get(fold)[row];
                }
            }
        });
        point.processing().stack().ifPresent(stack -> {
            for (int fold = 0; fold < folds; fold++) {
                stack.correct(mixtures[fold], ofMembers(stack, predicted, fold, rows.length));
            }
        });
        Conformal errors = point.processing().conformal();
        double factor = Math.sqrt(Math.max(LEAST * LEAST, 1 - part(errors, mixtures, rows)));
        return new OperatingPoint(
                point.score(),
                point.latency(),
                point.bytes(),
                point.shares(),
                point.processing().with(errors.scaled(factor)));
    }

    /** What the models of a fold predict, as a stack reads it. */
    private static double[] ofMembers(Stack stack, Map<Long, List<float[]>> predicted, int fold, int rows) {
        List<float[]> members = stack.members().stream()
                .map(trial -> Objects.requireNonNull(predicted.get(trial)).get(fold))
                .toList();
        double[] values = new double[rows * members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = members.get(i % members.size())[i / members.size()];
        }
        return values;
    }

    /** What part of the mean squared error of the models of folds is the variance among them. */
    private double part(Conformal errors, double[][] mixtures, int[] rows) {
        List<boolean[]> seen = data.plan().folds().stream()
                .limit(mixtures.length)
                .map(fold -> seen(fold, rows))
                .toList();
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            int at = row;
            double[] values = IntStream.range(0, mixtures.length)
                    .filter(fold -> seen.get(fold)[at])
                    .mapToDouble(fold -> mixtures[fold][at])
                    .toArray();
            int unseen = mixtures.length - values.length;
            double square = errors.meanSquare(Arrays.stream(values).average().orElse(0));
            if (values.length > 1 && unseen > 0 && square > 0) {
                sum += variance(values) * (1.0 / unseen - 1.0 / mixtures.length) / square;
            }
        }
        return sum / rows.length;
    }

    private static boolean[] seen(Fold fold, int[] rows) {
        int[] train = fold.train();
        boolean[] seen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            seen[i] = Arrays.binarySearch(train, rows[i]) >= 0;
        }
        return seen;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
