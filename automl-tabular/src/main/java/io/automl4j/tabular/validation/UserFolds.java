package io.automl4j.tabular.validation;

import io.automl4j.api.DataException;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnSchema;
import java.util.List;

/** One fold for each value of a column of the user's; rows without a value are always trained on. */
final class UserFolds {
    private static final int MOST = 100;

    private UserFolds() {}

    static List<Fold> of(ColumnSchema described, Column column) {
        List<String> names = TargetValues.distinct(column);
        if (names.size() > MOST) {
            throw new DataException(
                    "Fold column '%s' has %d values; at most %d folds are possible.%nMaybe its role is GROUP (--group)."
                            .formatted(described.name(), names.size(), MOST));
        }
        double[] indices = TargetValues.indices(column, names);
        int[] part = new int[indices.length];
        for (int row = 0; row < part.length; row++) {
            part[row] = Double.isNaN(indices[row]) ? -1 : (int) indices[row];
        }
        List<Fold> folds = RowSets.folds(part, names.size());
        if (folds.isEmpty()) {
            throw new DataException(
                    "Fold column '%s' has %s, so that no rows are left to train or to validate on.%nMaybe give some rows another fold, or none to train on them always."
                            .formatted(
                                    described.name(),
                                    names.isEmpty() ? "no value" : "the value '" + names.get(0) + "' in every row"));
        }
        return folds;
    }
}
