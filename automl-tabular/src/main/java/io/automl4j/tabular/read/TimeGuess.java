package io.automl4j.tabular.read;

import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.parse.TimeFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the one format that all texts of a column have. Day and month are told apart over the whole column. */
final class TimeGuess {
    private static final String TIME = "[ H:mm[:ss]]";
    private static final String HALF_DAY = " h:mm[:ss] a";

    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd",
            TimeFormat.ISO,
            "yyyy-M-d" + TIME,
            "yyyy/M/d" + TIME,
            "M/d/yyyy" + TIME,
            "d/M/yyyy" + TIME,
            "M/d/yyyy" + HALF_DAY,
            "d/M/yyyy" + HALF_DAY,
            "d.M.yyyy" + TIME,
            "d-M-yyyy" + TIME,
            "M-d-yyyy" + TIME,
            "M/d/yy" + TIME,
            "d/M/yy" + TIME,
            "d MMM yyyy" + TIME,
            "d-MMM-yyyy" + TIME,
            "d-MMM-yy",
            "MMM d, yyyy" + TIME,
            "d MMMM yyyy",
            "MMMM d, yyyy",
            "MMM yyyy",
            "MMM-yyyy",
            "MMM-yy",
            "yyyy-MM",
            "yyyyMMdd'T'HHmmss[X]",
            "H:mm[:ss]",
            "HH.mm.ss");

    /** Digits alone are read as times only where somebody says that they are. */
    private static final List<String> DEMANDED = List.of("yyyyMMdd", "yyyyMMddHHmmss", "yyyyMM", "yyyy");

    /** 1800 to 2200: outside, a text that looks like a date is something else. */
    private static final long EARLIEST = -5_364_662_400_000L;

    private static final long LATEST = 7_258_118_400_000L;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int REMEMBERED = 4096;
    private static final int FIRST_OF_MONTH = 1 << 1;

    private final List<TimeFormat> alive;
    private final Map<TimeFormat, Integer> hits = new LinkedHashMap<>();
    private final boolean tolerant;
    private final Set<String> known = new HashSet<>();
    private int firstFields;
    private int secondFields;

    private TimeGuess(List<TimeFormat> alive, boolean tolerant) {
        this.alive = new ArrayList<>(alive);
        this.tolerant = tolerant;
    }

    /** The formats that are guessed; made once and shared by all columns of a table. */
    static List<TimeFormat> formats(ZoneId zone) {
        return PATTERNS.stream().map(pattern -> TimeFormat.of(pattern, zone)).toList();
    }

    /** The formats that are tried where somebody says that a column holds times. */
    static List<TimeFormat> demandedFormats(ZoneId zone) {
        return Stream.of(PATTERNS, DEMANDED, List.of(TimeFormat.EPOCH_SECONDS, TimeFormat.EPOCH_MILLIS))
                .flatMap(List::stream)
                .map(pattern -> TimeFormat.of(pattern, zone))
                .toList();
    }

    /** Wants a format that every text has. */
    static TimeGuess strict(List<TimeFormat> formats) {
        return new TimeGuess(formats, false);
    }

    /** Wants the format that most texts have. */
    static TimeGuess tolerant(List<TimeFormat> formats) {
        return new TimeGuess(formats, true);
    }

    void add(char[] text, int offset, int length) {
        if (alive.isEmpty()) {
            return;
        }
        if (length < SHORTEST || length > LONGEST || digits(text, offset, length) < 3) {
            drop();
            return;
        }
        String cell = new String(text, offset, length);
        if (known.size() >= REMEMBERED || known.add(cell)) {
            test(cell);
        }
    }

    private void drop() {
        if (!tolerant) {
            alive.clear();
        }
    }

    private void test(String cell) {
        if (tolerant) {
            alive.stream()
                    .filter(format -> plausible(format, format.millis(cell)))
                    .forEach(format -> hits.merge(format, 1, Integer::sum));
        } else {
            alive.removeIf(format -> !plausible(format, format.millis(cell)));
        }
        fields(cell);
    }

    private static int digits(char[] text, int offset, int length) {
        int count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += Slices.isDigit(text[i]) ? 1 : 0;
        }
        return count;
    }

    private static boolean plausible(TimeFormat format, long millis) {
        // seconds of the epoch, read as milliseconds, would all lie in January 1970
        boolean tooEarly = format.pattern().equals(TimeFormat.EPOCH_MILLIS) && Math.abs(millis) < 100_000_000_000L;
        return millis != TimeColumn.MISSING && millis >= EARLIEST && millis < LATEST && !tooEarly;
    }

    /** Remembers which values the first two fields take, as bits. */
    private void fields(String cell) {
        int at = 0;
        int first = 0;
        while (at < cell.length() && Slices.isDigit(cell.charAt(at))) {
            first = first * 10 + cell.charAt(at++) - '0';
        }
        int second = 0;
        for (at++; at < cell.length() && Slices.isDigit(cell.charAt(at)); at++) {
            second = second * 10 + cell.charAt(at) - '0';
        }
        firstFields |= 1 << Math.min(first, 31);
        secondFields |= 1 << Math.min(second, 31);
    }

    private List<TimeFormat> best() {
        if (!tolerant) {
            return alive;
        }
        int most = hits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return alive.stream()
                .filter(format -> most > 0 && hits.getOrDefault(format, 0) == most)
                .toList();
    }

    /** The format that fits. */
    Optional<TimeFormat> found() {
        // Many values here and the first of the month there: the many are months.
        boolean monthFirst = secondFields == FIRST_OF_MONTH && firstFields != FIRST_OF_MONTH;
        boolean dayFirst = firstFields == FIRST_OF_MONTH && secondFields != FIRST_OF_MONTH;
        String start = !ambiguous() || monthFirst == dayFirst ? "" : monthFirst ? "M" : "d";
        return best().stream()
                .filter(format -> format.pattern().startsWith(start))
                .findFirst();
    }

    /** Whether day and month could be changed about in every text. */
    boolean ambiguous() {
        return best().stream().anyMatch(format -> format.pattern().matches("M[/-]d.*"))
                && best().stream().anyMatch(format -> format.pattern().matches("d[/-]M[/-].*"));
    }
}
