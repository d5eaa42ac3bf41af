package io.automl4j.tabular.read;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.parse.BooleanTokens;
import io.automl4j.model.parse.NumberText;
import io.automl4j.model.parse.TimeFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what the cells of a column mean, cell by cell over all rows, so that no late cell is lost:
 *
 * <ul>
 *   <li>numbers, unless some have leading zeros as codes have; whole numbers that count the rows are an id
 *   <li>the two levels of a truth value
 *   <li>times, if one format fits every cell; day and month are told apart over the whole column
 *   <li>text, if most cells are different and of several words
 *   <li>an id, if all cells are different single words
 *   <li>else categories
 * </ul>
 */
final class ColumnGuess {
    private static final List<String> TIME_FORMATS = List.of(
            "",
            "yyyy/M/d[ H:mm[:ss]]",
            "d/M/yyyy[ H:mm[:ss]]",
            "M/d/yyyy[ H:mm[:ss]]",
            "d.M.yyyy[ H:mm[:ss]]",
            "d-M-yyyy[ H:mm[:ss]]",
            "M-d-yyyy[ H:mm[:ss]]",
            "d/M/yy[ H:mm[:ss]]",
            "M/d/yy[ H:mm[:ss]]",
            "d MMM yyyy[ H:mm[:ss]]",
            "d-MMM-yyyy",
            "d-MMM-yy",
            "MMM d, yyyy",
            "MMM-yy",
            "yyyyMMdd'T'HHmmss");

    private static final int REMEMBERED = 20_000;
    private static final int LEAST_ID_ROWS = 20;
    private static final double TEXT_DISTINCT = 0.3;
    private static final double TEXT_WORDS = 2.5;

    private final String name;
    private final List<TimeFormat> times = new ArrayList<>();
    private final Set<String> distinct = new HashSet<>();
    private boolean distinctOverflow;
    private long present;
    private long repeated;
    private long words;
    private boolean numeric = true;
    private boolean leadingZero;
    private boolean counting = true;
    private boolean rising = true;
    private double last = Double.NaN;
    private String lastText = "";

    ColumnGuess(String name, ZoneId zone) {
        this.name = name;
        TIME_FORMATS.forEach(format -> times.add(TimeFormat.of(format, zone)));
    }

    /** Looks at a cell that is not missing. */
    void add(String cell) {
        present++;
        if (numeric) {
            double value = NumberText.parse(cell);
            if (!Double.isNaN(value)) {
                addNumber(cell, value);
                return;
            }
            numeric = false;
        }
        if (cell.equals(lastText)) {
            repeated++;
            return;
        }
        lastText = cell;
        addText(cell);
    }

    private void addNumber(String cell, double value) {
        leadingZero |= cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
        if (counting && present > 1) {
            counting = value == last + 1;
        }
        if (rising && present > 1) {
            rising = value > last;
        }
        counting &= value == Math.rint(value);
        last = value;
        if (present == 1 || (leadingZero && distinct.size() < REMEMBERED)) {
            distinct.add(cell);
        }
    }

    private void addText(String cell) {
        if (distinct.size() >= REMEMBERED) {
            distinctOverflow = true;
            repeated += distinct.contains(cell) ? 1 : 0;
            return;
        }
        if (distinct.add(cell)) {
            words += wordsOf(cell);
            times.removeIf(format -> format.millis(cell) == TimeColumn.MISSING);
        } else {
            repeated++;
        }
    }

    private static int wordsOf(String cell) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < cell.length(); i++) {
            boolean letter = Character.isLetterOrDigit(cell.charAt(i));
            count += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return count;
    }

    ColumnSchema conclude() {
        if (present == 0) {
            return ColumnSchema.of(name, ColumnKind.NUMERIC);
        }
        if (numeric && !leadingZero) {
            boolean id = present >= LEAST_ID_ROWS && (counting || (rising && isIdName()));
            return ColumnSchema.of(name, id ? ColumnKind.ID : ColumnKind.NUMERIC);
        }
        if (!numeric && !times.isEmpty()) {
            return new ColumnSchema(
                    name,
                    ColumnKind.DATETIME,
                    io.automl4j.api.table.Role.FEATURE,
                    times.get(0).pattern());
        }
        Optional<BooleanTokens> tokens = distinct.size() == 2 ? BooleanTokens.guess(distinct) : Optional.empty();
        return tokens.map(found ->
                        new ColumnSchema(name, ColumnKind.BOOLEAN, io.automl4j.api.table.Role.FEATURE, found.format()))
                .orElseGet(() -> ColumnSchema.of(name, textKind()));
    }

    private ColumnKind textKind() {
        if (numeric) {
            return ColumnKind.CATEGORICAL;
        }
        double different = distinctOverflow ? 1 - (double) repeated / present : (double) distinct.size() / present;
        double wordsPerCell = (double) words / distinct.size();
        if (different >= TEXT_DISTINCT && wordsPerCell >= TEXT_WORDS) {
            return ColumnKind.TEXT;
        }
        boolean allDifferent = repeated == 0 && present >= LEAST_ID_ROWS;
        return allDifferent && wordsPerCell < TEXT_WORDS ? ColumnKind.ID : ColumnKind.CATEGORICAL;
    }

    private boolean isIdName() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("id")
                || lower.endsWith("_id")
                || lower.endsWith(" id")
                || lower.equals("index")
                || name.endsWith("Id")
                || name.endsWith("ID");
    }
}
