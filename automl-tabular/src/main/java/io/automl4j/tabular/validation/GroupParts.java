package io.automl4j.tabular.validation;

import io.automl4j.api.DataException;
import io.automl4j.api.Shuffles;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Deals whole groups to parts, the largest first, each to the part that has the fewest rows of the group's classes. A
 * row without a group is a group of its own.
 */
final class GroupParts {
    /** The sorted target is cut into so many pieces, which are then treated like classes. */
    private static final int QUANTILES = 10;

    private final int[] groupOf;
    private final int groups;
    private final int[] stratum;
    private final double[] strataRows;

    GroupParts(ColumnSchema described, Column column, Task task, Labels labels) {
        groupOf = new int[column.size()];
        groups = number(column, groupOf);
        if (groups < 2) {
            throw new DataException(
                    "Group column '%s' has one group only, so that no rows are left to validate on.%nMaybe another column holds the groups."
                            .formatted(described.name()));
        }
        stratum = task.type().isClassification() ? classes(labels) : quantiles(labels);
        strataRows = new double[Arrays.stream(stratum).max().orElse(0) + 1];
        for (int s : stratum) {
            strataRows[s]++;
        }
    }

    private static int number(Column column, int[] groupOf) {
        Map<String, Integer> known = new HashMap<>();
        int next = 0;
        for (int row = 0; row < groupOf.length; row++) {
            if (column.isMissing(row)) {
                groupOf[row] = next++;
                continue;
            }
            Integer group = known.putIfAbsent(column.text(row), next);
            groupOf[row] = group == null ? next++ : group;
        }
        return next;
    }

    private static int[] classes(Labels labels) {
        int[] stratum = new int[labels.rows()];
        Arrays.setAll(stratum, labels::label);
        return stratum;
    }

    private static int[] quantiles(Labels labels) {
        double[] targets = new double[labels.rows()];
        Arrays.setAll(targets, labels::target);
        int[] rows = new int[targets.length];
        Arrays.setAll(rows, row -> row);
        int[] sorted = RowSets.sortedBy(targets, rows);
        int[] stratum = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            stratum[sorted[i]] = (int) ((long) i * QUANTILES / sorted.length);
        }
        return stratum;
    }

    /** Parts 0 … min(count, groups) - 1 of rows as equal as the groups allow. */
    int[] folds(int count, SplittableRandom random) {
        int parts = Math.min(count, groups);
        double[] wanted = new double[parts];
        Arrays.fill(wanted, 1.0 / parts);
        return deal(wanted, random);
    }

    /** Part 0 is held out; the others, part -1, are trained on. */
    int[] holdOut(double share, SplittableRandom random) {
        int[] part = deal(new double[] {share, 1 - share}, random);
        return Arrays.stream(part).map(p -> p == 0 ? 0 : -1).toArray();
    }

    private int[] deal(double[] wanted, SplittableRandom random) {
        int[][] members = members();
        double[] sizes = new double[groups];
        Arrays.setAll(sizes, group -> -members[group].length);
        double[][] filled = new double[wanted.length][strataRows.length];
        int[] partOfGroup = new int[groups];
        int[] rowsOf = new int[wanted.length];
        int left = groups;
        for (int group : RowSets.sortedBy(sizes, Shuffles.order(groups, random))) {
            int part = emptiest(members[group], filled, rowsOf, wanted, left);
            partOfGroup[group] = part;
            rowsOf[part] += members[group].length;
            for (int row : members[group]) {
                filled[part][stratum[row]]++;
            }
            left--;
        }
        return Arrays.stream(groupOf).map(group -> partOfGroup[group]).toArray();
    }

    /** The part where the group's classes are rarest; no part stays empty. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private int emptiest(int[] members, double[][] filled, int[] rowsOf, double[] wanted, int left) {
        long empty = Arrays.stream(rowsOf).filter(rows -> rows == 0).count();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int part = 0; part < wanted.length; part++) {
            if (empty >= left && rowsOf[part] > 0) {
                continue;
            }
            double load = (double) members.length * rowsOf[part] / groupOf.length;
            for (int row : members) {
                load += filled[part][stratum[row]] / strataRows[stratum[row]];
            }
            load = (load + (double) members.length * members.length / groupOf.length) / wanted[part];
            if (load < least) {
                least = load;
                best = part;
            }
        }
        return best;
    }

    private int[][] members() {
        int[] sizes = new int[groups];
        for (int group : groupOf) {
            sizes[group]++;
        }
        int[][] members = new int[groups][];
        Arrays.setAll(members, group -> new int[sizes[group]]);
        for (int row = groupOf.length - 1; row >= 0; row--) {
            members[groupOf[row]][--sizes[groupOf[row]]] = row;
        }
        return members;
    }
}
