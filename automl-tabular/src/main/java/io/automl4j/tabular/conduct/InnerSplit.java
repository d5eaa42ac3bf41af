package io.automl4j.tabular.conduct;

import io.automl4j.api.Shuffles;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Takes a tenth of the training rows away to watch, so that a lone fold's validation part need not decide when its own
 * model stops. Stratified: rows are shuffled, sorted stably by target, and every tenth is taken.
 */
final class InnerSplit {
    private static final int SHARE = 10;

    private InnerSplit() {}

    static FoldData of(Task task, EncodedRows rows, Labels labels, long seed) {
        int[] order = sortedByTarget(labels, Shuffles.order(rows.rows(), new SplittableRandom(seed)));
        int watched = rows.rows() / SHARE;
        int[] watch = new int[watched];
        int[] train = new int[order.length - watched];
        for (int i = 0, w = 0, t = 0; i < order.length; i++) {
            if (i % SHARE == SHARE / 2 && w < watched) {
                watch[w++] = order[i];
            } else {
                train[t++] = order[i];
            }
        }
        if (watched == 0) {
            // too few rows to give any away: the curve is the training curve
            return new FoldData(task, rows, labels, rows, labels);
        }
        return new FoldData(task, rows.select(train), labels.select(train), rows.select(watch), labels.select(watch));
    }

    private static int[] sortedByTarget(Labels labels, int[] order) {
        return Arrays.stream(order)
                .boxed()
                .sorted((a, b) -> Double.compare(labels.target(a), labels.target(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
