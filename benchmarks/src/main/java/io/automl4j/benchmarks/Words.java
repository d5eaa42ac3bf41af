package io.automl4j.benchmarks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a command line: options with a value each. */
final class Words {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Takes words apart.
     *
     * @throws IllegalArgumentException if an option is unknown or lacks its value
     */
    Words(List<String> words, List<String> known) {
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (!known.contains(option)) {
                throw new IllegalArgumentException(
                        "Unknown option '%s'.%nMaybe one of these: %s".formatted(option, known));
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("%s lacks its value.".formatted(option));
            }
            values.computeIfAbsent(option, name -> new ArrayList<>()).add(rest.next());
        }
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    Optional<String> find(String option) {
        return all(option).stream().reduce((first, last) -> last);
    }

    String text(String option, String otherwise) {
        return find(option).orElse(otherwise);
    }

    /** A list with commas between; empty if it is not given. */
    List<String> list(String option) {
        return find(option).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    int number(String option, int otherwise) {
        String text = text(option, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is '%s', which is no whole number.".formatted(option, text), e);
        }
    }

    /** Seconds such as {@code 60s}, or minutes such as {@code 5m}. */
    java.time.Duration time(String option, String otherwise) {
        String text = text(option, otherwise);
        if (!text.matches("[0-9]+[sm]")) {
            throw new IllegalArgumentException("%s is '%s', but must be as 60s or 5m.".formatted(option, text));
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("s") ? java.time.Duration.ofSeconds(count) : java.time.Duration.ofMinutes(count);
    }
}
