package io.automl4j.tabular.lint;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import java.util.Arrays;
import java.util.Optional;

/** Columns that hold nothing to learn from: empty, constant, or a key of the row. */
final class ColumnLint {
    private static final String IGNORED = "It is not used.";

    /** Fewer rows may well be different by chance. */
    private static final int KEY_ROWS = 30;

    /** Unique whole numbers that fill more than half of their range are numbers of rows, not measurements. */
    private static final int KEY_RANGE = 2;

    private ColumnLint() {}

    static Optional<DataWarning> inspect(ColumnSchema described, Column column, long[] hashes) {
        int missing = column.missing();
        if (missing == column.size()) {
            return Optional.of(new DataWarning(
                    DataWarning.Kind.ALL_MISSING,
                    described.name(),
                    "all %d rows are missing.".formatted(missing),
                    IGNORED));
        }
        if (missing == 0 && Arrays.stream(hashes).allMatch(hash -> hash == hashes[0])) {
            return Optional.of(new DataWarning(
                    DataWarning.Kind.CONSTANT,
                    described.name(),
                    "every row is '%s'.".formatted(column.text(0)),
                    IGNORED));
        }
        return isKey(described, column, hashes, column.size() - missing)
                ? Optional.of(new DataWarning(
                        DataWarning.Kind.ID_LIKE,
                        described.name(),
                        "it looks like a key of the row, such as '%s'.".formatted(firstText(column)),
                        IGNORED))
                : Optional.empty();
    }

    private static boolean isKey(ColumnSchema described, Column column, long[] hashes, int present) {
        if (described.kind() == ColumnKind.ID) {
            return true;
        }
        if (present < KEY_ROWS || present < 0.95 * column.size()) {
            return false;
        }
        if (column instanceof NumericColumn numbers) {
            return areRowNumbers(numbers);
        }
        return column instanceof StringColumn texts
                && described.kind() != ColumnKind.BOOLEAN
                && areSingleWords(texts)
                && isUnique(column, hashes);
    }

    private static boolean areRowNumbers(NumericColumn numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < numbers.size(); row++) {
            double value = numbers.value(row);
            if (value != Math.rint(value)) {
                return false;
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low < (double) KEY_RANGE * numbers.size() && isUniqueInRange(numbers, low, high);
    }

    private static boolean isUniqueInRange(NumericColumn numbers, double low, double high) {
        boolean[] seen = new boolean[(int) (high - low) + 1];
        for (int row = 0; row < numbers.size(); row++) {
            int place = (int) (numbers.value(row) - low);
            if (seen[place]) {
                return false;
            }
            seen[place] = true;
        }
        return true;
    }

    /** Sentences are unique as well, but can be learned from. */
    private static boolean areSingleWords(StringColumn texts) {
        int spaced = 0;
        for (int row = 0; row < texts.size(); row++) {
            spaced += texts.text(row).indexOf(' ') >= 0 ? 1 : 0;
        }
        return spaced < texts.size() / 10.0;
    }

    private static boolean isUnique(Column column, long[] hashes) {
        long[] present = new long[hashes.length];
        int size = 0;
        for (int row = 0; row < hashes.length; row++) {
            if (!column.isMissing(row)) {
                present[size++] = hashes[row];
            }
        }
        return Arrays.stream(present, 0, size).sorted().distinct().count() == size;
    }

    private static String firstText(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return column.text(row);
            }
        }
        return "";
    }
}
