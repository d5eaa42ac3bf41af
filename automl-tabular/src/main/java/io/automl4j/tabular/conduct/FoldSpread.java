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
 * is estimated twice: on some training rows, by the models that were trained on each, which agree more there than on new rows; and on
 * rows that are {@linkplain Recombination made} of these, which no model has seen, but which are stranger than new rows are. The mean of
 * both is near to what it is on new rows.
 *
 * @param data what was learned from
 * @param encoders those of the members
 */
record FoldSpread(RunData data, List<FittedEncoder> encoders) {
    private static final int ROWS = 300;
    /** Of so many rows others are made. */
    private static final int BASE = 5_000;
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
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, 2));
        int[] order = Shuffles.order(data.table().rows(), random);
        int[] base = Arrays.copyOf(order, Math.min(order.length, BASE));
        int[] rows = Arrays.copyOf(base, Math.min(base.length, ROWS));
        double[] targets = IntStream.of(base).mapToDouble(data.labels()::target).toArray();
        Table made = new Recombination(data.table().select(base), targets, 1).rows(rows.length, random);
        Map<Long, List<float[]>> ofKnown = predicted(members, data.table().select(rows));
        Map<Long, List<float[]>> ofMade = predicted(members, made);
        int folds = members.get(0).folds().size();
        return new Front(front.points().stream()
                .map(point -> hasSingleModels(point, ofKnown, folds)
                        // they err as those of folds do
                        ? point
                        : narrowed(point, mixtures(point, ofKnown, folds), mixtures(point, ofMade, folds), rows))
                .toList());
    }

    private static boolean hasSingleModels(OperatingPoint point, Map<Long, List<float[]>> predicted, int folds) {
        return point.shares().keySet().stream()
                .anyMatch(trial -> Objects.requireNonNull(predicted.get(trial)).size() < folds);
    }

    /** What each model of a fold predicts, by the trial of its member. */
    private Map<Long, List<float[]>> predicted(List<Member> members, Table rows) {
        FoldModels models = new FoldModels(encoders, rows, 1);
        return members.stream()
                .collect(Collectors.toMap(
                        Member::trial,
                        member -> member.folds().stream().map(models::predicted).toList()));
    }

    /** What the models of each fold predict together. */
    private static double[][] mixtures(OperatingPoint point, Map<Long, List<float[]>> predicted, int folds) {
        int rows = predicted.values().iterator().next().get(0).length;
        double[][] mixtures = new double[folds][rows];
        point.shares().forEach((trial, share) -> {
            List<float[]> values = Objects.requireNonNull(predicted.get(trial));
            for (int fold = 0; fold < folds; fold++) {
                for (int row = 0; row < rows; row++) {
                    mixtures[fold][row] += share * values.get(fold)[row];
                }
            }
        });
        point.processing().stack().ifPresent(stack -> {
            for (int fold = 0; fold < folds; fold++) {
                stack.correct(mixtures[fold], ofMembers(stack, predicted, fold, rows));
            }
        });
        return mixtures;
    }

    private OperatingPoint narrowed(OperatingPoint point, double[][] ofKnown, double[][] ofMade, int[] rows) {
        Conformal errors = point.processing().conformal();
        double factor = Math.sqrt(Math.max(LEAST * LEAST, 1 - part(errors, ofKnown, ofMade, rows)));
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
    private double part(Conformal errors, double[][] ofKnown, double[][] ofMade, int[] rows) {
        int folds = ofKnown.length;
        List<boolean[]> seen = data.plan().folds().stream()
                .limit(folds)
                .map(fold -> seen(fold, rows))
                .toList();
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            int at = row;
            double[] known = IntStream.range(0, folds)
                    .filter(fold -> seen.get(fold)[at])
                    .mapToDouble(fold -> ofKnown[fold][at])
                    .toArray();
            double[] made =
                    Arrays.stream(ofMade).mapToDouble(values -> values[at]).toArray();
            int unseen = folds - known.length;
            if (known.length > 1 && unseen > 0) {
                sum += (share(errors, known) + share(errors, made)) / 2 * (1.0 / unseen - 1.0 / folds);
            }
        }
        return sum / rows.length;
    }

    /** The variance of what models predict for a row, as a part of their mean squared error there. */
    private static double share(Conformal errors, double[] values) {
        double square = errors.meanSquare(Arrays.stream(values).average().orElse(0));
        return square > 0 ? variance(values) / square : 0;
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
