package io.automl4j.neural.learner;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.network.Embedding;
import io.automl4j.neural.train.WeightTransfer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What the columns of encoded rows are to a network: codes, numbers, or flags, which are all columns of at most two
 * values, such as one-hot ones.
 *
 * @param numbers columns of more than two values
 * @param flags columns of at most two
 * @param embeddings columns of codes
 */
record InputColumns(List<Integer> numbers, List<Integer> flags, List<Embedding> embeddings) {
    /** The longest vector of a level (RealMLP, arXiv:2407.04491, table A.1). */
    private static final int LONGEST = 8;

    static InputColumns of(EncodedRows rows) {
        return of(rows, column -> hasMoreThanTwoValues(rows, column));
    }

    /** A column is to a network what it was to the earlier one, however few values it has in these rows. */
    static InputColumns of(EncodedRows rows, WeightTransfer earlier) {
        return of(rows, column -> earlier.isNumber(column).orElseGet(() -> hasMoreThanTwoValues(rows, column)));
    }

    private static InputColumns of(EncodedRows rows, IntPredicate isNumber) {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> flags = new ArrayList<>();
        List<Embedding> embeddings = new ArrayList<>();
        for (int column = 0; column < rows.width(); column++) {
            int levels = rows.features().get(column).levels();
            if (levels > 0) {
                embeddings.add(new Embedding(column, levels, Math.min(LONGEST, levels)));
            } else {
                (isNumber.test(column) ? numbers : flags).add(column);
            }
        }
        return new InputColumns(numbers, flags, embeddings);
    }

    private static boolean hasMoreThanTwoValues(EncodedRows rows, int column) {
        float first = rows.get(0, column);
        float second = first;
        for (int row = 1; row < rows.rows(); row++) {
            float value = rows.get(row, column);
            if (value != first && second == first) {
                second = value;
            } else if (value != first && value != second) {
                return true;
            }
        }
        return false;
    }
}
