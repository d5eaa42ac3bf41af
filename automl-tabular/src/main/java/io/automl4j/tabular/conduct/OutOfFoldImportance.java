package io.automl4j.tabular.conduct;

import io.automl4j.api.DataException;
import io.automl4j.api.Seeds;
import io.automl4j.api.Shuffles;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.explain.Draws;
import io.automl4j.model.explain.Importance;
import io.automl4j.model.explain.PermutationImportance;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much an ensemble relies on each column, by rows that its models were not trained on: every row is predicted by the
 * models of the folds that validate it.
 *
 * @param data what was learned from
 * @param encoders those of the members
 * @param members the ensemble, each with a model for each of the first folds, in their order
 * @param processing what is made of its mean
 */
record OutOfFoldImportance(
        RunData data, List<FittedEncoder> encoders, List<Member> members, PostProcessing processing) {
    private static final int MOST_REPEATS = 5;
    /** With fewer repeats an interval says little. */
    private static final int WANTED_REPEATS = 3;

    private static final int MOST_ROWS = 2_000;
    /** With fewer rows importance would be chance. */
    private static final int LEAST_ROWS = 100;
    /** How much longer it may take by count, which counts a row that is alone. */
    private static final double SLACK = 2;

    /**
     * The importance of the columns.
     *
     * @param time what it may take by count: fewer rows are drawn, and they are permuted less often, where that is too little
     * @param seed of rows and permutations
     * @param cancellation ends it early, columns that were not permuted until then are left out
     * @return nothing where the time is too short, or the metric is not defined
     */
    Importance of(Duration time, long seed, Cancellation cancellation) {
        List<String> columns = columns();
        int[] covered = data.plan().outOfFold(folds()).rows();
        // a row, once for each column
        double once = operations() * Math.max(1, columns.size());
        int count = Math.min(covered.length, within(time.toNanos() / (once * WANTED_REPEATS), LEAST_ROWS, MOST_ROWS));
        if (columns.isEmpty() || count * once > SLACK * time.toNanos() || cancellation.cancelled()) {
            return Importance.NONE;
        }
        int[] rows = drawn(covered, count, Seeds.mix(seed, 0));
        int repeats = within(time.toNanos() / (once * count), 1, MOST_REPEATS);
        FoldPredictions models = new FoldPredictions(this, rows);
        try {
            return new PermutationImportance(models::of, data.labels().select(rows), data.metric())
                    .of(data.table().select(rows), columns, new Draws(repeats, Seeds.mix(seed, 1)), cancellation);
        } catch (DataException undefined) {
            return Importance.NONE;
        }
    }

    /**
     * How much longer predictions take than by count: on other machines, beside other work, and while the code is new.
     *
     * @param clock measures those of some rows
     * @param seed of these rows
     * @return the factor, at least 1
     */
    double slowness(NanoClock clock, long seed) {
        int[] rows = drawn(data.plan().outOfFold(folds()).rows(), LEAST_ROWS, Seeds.mix(seed, 0));
        Table some = data.table().select(rows);
        long started = clock.nanos();
        new FoldPredictions(this, rows).of(some);
        return Math.max(1, clock.since(started).toNanos() / (operations() * rows.length));
    }

    private static int within(double value, int least, int most) {
        return (int) Math.max(least, Math.min(most, value));
    }

    private int folds() {
        return members.get(0).folds().size();
    }

    /** The columns that members read, in the order of the table. */
    private List<String> columns() {
        Set<String> read = new HashSet<>();
        members.forEach(member -> member.folds()
                .forEach(fold -> read.addAll(encoders.get(fold.encoder()).columns())));
        return data.table().schema().allWithRole(Role.FEATURE).stream()
                .map(ColumnSchema::name)
                .filter(read::contains)
                .toList();
    }

    /** What it takes to predict a row, by the models of one fold. */
    private double operations() {
        Set<Integer> encoding = new HashSet<>();
        double operations = 1;
        for (Member member : members) {
            FoldModel first = member.folds().get(0);
            operations += first.model().operations();
            if (encoding.add(first.encoder())) {
                operations += encoders.get(first.encoder()).operations();
            }
        }
        return operations;
    }

    private static int[] drawn(int[] rows, int most, long seed) {
        return Arrays.stream(Shuffles.some(rows.length, most, new SplittableRandom(seed)))
                .map(i -> rows[i])
                .toArray();
    }

    /** Predicts some rows of the training table by the folds that validate them, whatever their cells are now. */
    private static final class FoldPredictions {
        private final OutOfFoldImportance of;
        /** For each fold the places of the rows that it validates. */
        private final List<int[]> places;

        private final int[] times;

        FoldPredictions(OutOfFoldImportance of, int[] rows) {
            this.of = of;
            this.times = new int[rows.length];
            Map<Integer, Integer> known = new HashMap<>();
            for (int row : rows) {
                known.put(row, known.size());
            }
            this.places = of.data.plan().folds().stream()
                    .limit(of.folds())
                    .map(fold -> Arrays.stream(fold.validation())
                            .filter(known::containsKey)
                            .map(row -> known.getOrDefault(row, 0))
                            .toArray())
                    .toList();
            places.forEach(fold -> Arrays.stream(fold).forEach(place -> times[place]++));
        }

        Predictions of(Table table) {
            int outputs = of.data.task().outputs();
            double[] sums = new double[times.length * outputs];
            for (int fold = 0; fold < places.size(); fold++) {
                int[] some = places.get(fold);
                double[] mixture = some.length == 0
                        ? new double[0]
                        : new FoldModels(of.encoders, table.select(some), outputs)
                                .mixture(of.members, of.processing.stack(), fold);
                for (int i = 0; i < mixture.length; i++) {
                    int place = some[i / outputs];
                    sums[place * outputs + i % outputs] += mixture[i] / times[place];
                }
            }
            float[] values = new float[sums.length];
            IntStream.range(0, sums.length).forEach(i -> values[i] = (float) sums[i]);
            Predictions predictions = Predictions.of(values, outputs);
            return of.data.task().type() == TaskType.QUANTILE
                    ? of.processing.ordered(predictions)
                    : of.processing.judged(of.processing.calibration().applied(predictions), of.data.metric());
        }
    }
}
