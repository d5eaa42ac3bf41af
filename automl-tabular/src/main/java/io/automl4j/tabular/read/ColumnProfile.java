package io.automl4j.tabular.read;

import io.automl4j.model.parse.TimeFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is known of a column after all its cells were looked at once. Missing cells are not shown to it. */
final class ColumnProfile {
    /** 1,5 or 1.234,5 or 1,234 or 1,234.5. */
    private static final Pattern WITH_COMMA =
            Pattern.compile("[-+]?(\\d+|\\d{1,3}(\\.\\d{3})+),\\d+|[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private final NumberStatistics numbers = new NumberStatistics();
    private final DistinctCount distinct = new DistinctCount();
    private final FewLevels few = new FewLevels();
    private final TokenShape shape = new TokenShape();
    private final TimeGuess times;
    private final boolean digitsMayBeTimes;
    private final Set<String> doubtful = new TreeSet<>();
    private long present;
    private long words;
    private long commas;
    private String odd = "";
    private long oddRow;

    private ColumnProfile(List<TimeFormat> formats, boolean digitsMayBeTimes) {
        this.times = digitsMayBeTimes ? TimeGuess.tolerant(formats) : TimeGuess.strict(formats);
        this.digitsMayBeTimes = digitsMayBeTimes;
    }

    static ColumnProfile guessing(List<TimeFormat> formats) {
        return new ColumnProfile(formats, false);
    }

    static ColumnProfile ofTimes(List<TimeFormat> formats) {
        return new ColumnProfile(formats, true);
    }

    /** Looks at a cell. */
    void add(char[] text, int offset, int length, long row) {
        present++;
        few.add(text, offset, length);
        boolean number = numbers.add(text, offset, length);
        if (number && !numbers.whole() && numbers.count() == present) {
            distinct.stop(); // numbers with fractions are neither keys nor codes
        } else {
            distinct.add(text, offset, length);
        }
        if (!number || digitsMayBeTimes) {
            times.add(text, offset, length);
        }
        if (!number) {
            words += wordsOf(text, offset, length);
            countComma(text, offset, length, row);
            rememberOdd(text, offset, length, row);
        }
        if (distinct.unique()) {
            shape.add(text, offset, length);
        }
    }

    private void rememberOdd(char[] text, int offset, int length, long row) {
        if (odd.isEmpty() && numbers.count() > 0) {
            odd = new String(text, offset, Math.min(length, 40));
            oddRow = row;
        }
    }

    /** Looks at a cell that is missing in a column of numbers and a level in a column of words, such as "none". */
    void addDoubtful(String token) {
        doubtful.add(token.toLowerCase(Locale.ROOT));
    }

    private static int wordsOf(char[] text, int offset, int length) {
        int count = 0;
        boolean inside = false;
        for (int i = offset; i < offset + length; i++) {
            boolean space = Character.isWhitespace(text[i]);
            count += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return count;
    }

    private void countComma(char[] text, int offset, int length, long row) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == ',') {
                String cell = new String(text, offset, length);
                if (WITH_COMMA.matcher(cell).matches()) {
                    if (commas++ == 0) {
                        odd = cell;
                        oddRow = row;
                    }
                }
                return;
            }
        }
    }

    long present() {
        return present;
    }

    /** How many texts are numbers as people write them whose decimal point, or separator of thousands, is a comma. */
    long commas() {
        return commas;
    }

    Set<String> doubtful() {
        return doubtful;
    }

    NumberStatistics numbers() {
        return numbers;
    }

    boolean isNumeric() {
        return numbers.count() == present;
    }

    int distinct() {
        return distinct.distinct();
    }

    /** The share of cells that differ from all before them. */
    double distinctShare() {
        return distinct.share();
    }

    boolean isUnique() {
        return distinct.unique() && doubtful.isEmpty();
    }

    /** The mean number of words; a number is one. */
    double wordsPerCell() {
        return present == 0 ? 0 : (double) (words + numbers.count()) / present;
    }

    boolean hasKeyShape() {
        return shape.isKey();
    }

    List<String> fewLevels() {
        return few.all();
    }

    /** The format of all cells, if they are times. */
    Optional<TimeFormat> timeFormat() {
        boolean mixed = numbers.count() > 0 && !digitsMayBeTimes;
        return mixed || present == 0 ? Optional.empty() : times.found();
    }

    boolean isAmbiguousTime() {
        return times.ambiguous();
    }

    /** The first number with a comma, or else the first text among numbers; empty if there is none. */
    String odd() {
        return odd;
    }

    long oddRow() {
        return oddRow;
    }
}
