package io.automl4j.tabular.validation;

import io.automl4j.api.Shuffles;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gives each row the number of the part that it is validated in, so that every part has its share of each class, or of
 * each quantile of the target.
 *
 * <p>The only row of a class is always trained on (part -1): validated, it would be a class that its model cannot know.
 * Not so in binary tasks, whose metrics need both classes, nor where most classes are that rare.
 */
final class StratifiedParts {
    private static final int ALWAYS_TRAIN = -1;
    private static final int NOT_RARE = 5;

    private final Task task;
    private final Labels labels;
    private final int[] classRows;
    private final boolean pinned;

    StratifiedParts(Task task, Labels labels) {
        this.task = task;
        this.labels = labels;
        this.classRows = classRows(task, labels);
        this.pinned = task.type() == TaskType.MULTICLASS && worthPinning(classRows, labels.rows());
    }

    static int[] classRows(Task task, Labels labels) {
        int[] counts = new int[task.classes().size()];
        for (int row = 0; counts.length > 0 && row < labels.rows(); row++) {
            counts[labels.label(row)]++;
        }
        return counts;
    }

    private static boolean worthPinning(int[] classRows, int rows) {
        long lone = Arrays.stream(classRows).filter(count -> count == 1).count();
        long others = Arrays.stream(classRows).filter(count -> count > 1).count();
        return others >= 2 && 2 * lone <= rows;
    }

    private boolean isPinned(int row) {
        return pinned && classRows[labels.label(row)] == 1;
    }

    /** Parts 0 … count-1 of about equal size. */
    int[] folds(int count, SplittableRandom random) {
        int[] part = new int[labels.rows()];
        int[] order = order(random);
        int[] turn = Shuffles.order(count, random);
        for (int i = 0, dealt = 0; i < order.length; i++) {
            if (isPinned(order[i])) {
                part[order[i]] = ALWAYS_TRAIN;
                continue;
            }
            if (!task.type().isClassification() && dealt % count == 0) {
                // in a fixed turn one part would always get the lowest target of each quantile
                turn = Shuffles.order(count, random);
            }
            // in a fixed turn the rows of a class go to different parts, however few they are
            part[order[i]] = turn[dealt++ % count];
        }
        return part;
    }

    /** Part 0 is held out; every class of two rows or more keeps a row to train on. */
    int[] holdOut(double share, SplittableRandom random) {
        int[] part = new int[labels.rows()];
        Arrays.fill(part, ALWAYS_TRAIN);
        int[] order = order(random);
        double due = random.nextDouble();
        for (int start = 0, end; start < order.length; start = end) {
            end = task.type().isClassification() ? start + classRows[labels.label(order[start])] : order.length;
            int wanted = (int) Math.floor(due + share * (end - start));
            due += share * (end - start) - wanted;
            int taken = Math.min(Math.max(wanted, isNeeded(order[start]) ? 1 : 0), mostOf(end - start));
            for (int i = 0; i < taken && !isPinned(order[start]); i++) {
                // evenly along the class (in random order) or the sorted target
                part[order[start + (int) ((i + 0.5) * (end - start) / taken)]] = 0;
            }
        }
        return part;
    }

    /** Binary metrics are not defined without both classes; a class of many may be absent from the held-out part. */
    private boolean isNeeded(int row) {
        return task.type() != TaskType.MULTICLASS || classRows[labels.label(row)] >= NOT_RARE;
    }

    private static int mostOf(int rows) {
        return rows == 1 ? 1 : rows - 1;
    }

    /** All rows, sorted by target and random among equals. */
    private int[] order(SplittableRandom random) {
        double[] targets = new double[labels.rows()];
        Arrays.setAll(targets, labels::target);
        return RowSets.sortedBy(targets, Shuffles.order(targets.length, random));
    }
}
