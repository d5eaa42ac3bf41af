package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The header of an ARFF file.
 *
 * @param attributes the columns in order
 * @param lines how many lines it takes, that with {@code @data} included
 */
record ArffHeader(List<ArffAttribute> attributes, int lines) {
    private static final String DEFAULT_DATE = "yyyy-MM-dd'T'HH:mm:ss";

    static ArffHeader read(BufferedReader reader, String title) throws IOException {
        List<ArffAttribute> attributes = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            ArffLine tokens = new ArffLine(line);
            if (tokens.atEnd()) {
                continue;
            }
            String keyword = tokens.token("{").toLowerCase(Locale.ROOT);
            switch (keyword) {
                case "@data" -> {
                    return new ArffHeader(checked(attributes, title), number);
                }
                case "@attribute" -> attributes.add(attribute(tokens, title, number));
                case "@relation" -> {
                    // the name of the table says nothing about its columns
                }
                default -> throw malformed(title, number, "'%s' is no part of a header".formatted(keyword));
            }
        }
        throw malformed(title, number, "there is no line @data");
    }

    private static List<ArffAttribute> checked(List<ArffAttribute> attributes, String title) {
        if (attributes.isEmpty()) {
            throw new DataException("%s declares no @attribute.".formatted(title));
        }
        Names.checked(attributes.stream().map(ArffAttribute::name).toList(), title);
        return List.copyOf(attributes);
    }

    private static ArffAttribute attribute(ArffLine tokens, String title, int number) {
        try {
            String name = tokens.token("{").strip();
            if (tokens.take('{')) {
                List<String> levels =
                        tokens.untilBrace().stream().map(String::strip).toList();
                return new ArffAttribute(name, ArffAttribute.Type.NOMINAL, levels, "");
            }
            String type = tokens.token("{").toLowerCase(Locale.ROOT);
            return switch (type) {
                case "numeric", "real", "integer" -> new ArffAttribute(name, ArffAttribute.Type.NUMERIC, List.of(), "");
                case "string" -> new ArffAttribute(name, ArffAttribute.Type.STRING, List.of(), "");
                case "date" ->
                    new ArffAttribute(
                            name, ArffAttribute.Type.DATE, List.of(), tokens.atEnd() ? DEFAULT_DATE : tokens.cell('%'));
                default ->
                    throw malformed(
                            title,
                            number,
                            "column '%s' is of type '%s', which a table cannot hold".formatted(name, type));
            };
        } catch (IllegalArgumentException e) {
            throw malformed(title, number, e.getMessage());
        }
    }

    static DataException malformed(String title, int line, @org.jspecify.annotations.Nullable String reason) {
        return new DataException("%s is no ARFF file: line %d: %s.".formatted(title, line, reason));
    }
}
