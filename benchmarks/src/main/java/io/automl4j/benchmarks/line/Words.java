package io.automl4j.benchmarks.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of a command line: options with a value each, and flags without. */
public final class Words {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Takes words apart.
     *
     * @param words options and their values
     * @param known the options
     * @param repeatable those of them that may be given several times
     * @param flags options without a value
     * @throws IllegalArgumentException if an option is unknown, lacks its value, or is given twice
     */
    public Words(List<String> words, List<String> known, List<String> repeatable, List<String> flags) {
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (flags.contains(option)) {
                values.put(option, List.of());
                continue;
            }
            if (!known.contains(option)) {
                throw new IllegalArgumentException("Unknown option '%s'.%nMaybe one of these: %s"
                        .formatted(
                                option,
                                Stream.concat(known.stream(), flags.stream()).toList()));
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("%s lacks its value.".formatted(option));
            }
            if (values.containsKey(option) && !repeatable.contains(option)) {
                throw new IllegalArgumentException("%s is given twice.".formatted(option));
            }
            values.computeIfAbsent(option, name -> new ArrayList<>()).add(rest.next());
        }
    }

    /** Whether an option or flag is there. */
    public boolean has(String option) {
        return values.containsKey(option);
    }

    /** The values of an option that may be repeated. */
    public List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** The value of an option. */
    public Optional<String> find(String option) {
        return all(option).stream().findFirst();
    }

    /** The value of an option, or another one. */
    public String text(String option, String otherwise) {
        return find(option).orElse(otherwise);
    }

    /** A list with commas between; empty if it is not given. */
    public List<String> list(String option) {
        return find(option).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** A whole number. */
    public int number(String option, int otherwise) {
        String text = text(option, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is '%s', which is no whole number.".formatted(option, text), e);
        }
    }

    /** Seconds such as {@code 60s}, or minutes such as {@code 5m}. */
    public Duration time(String option, String otherwise) {
        String text = text(option, otherwise);
        if (!text.matches("[0-9]+[sm]")) {
            throw new IllegalArgumentException("%s is '%s', but must be as 60s or 5m.".formatted(option, text));
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("s") ? Duration.ofSeconds(count) : Duration.ofMinutes(count);
    }
}
