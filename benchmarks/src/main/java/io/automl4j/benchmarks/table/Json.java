package io.automl4j.benchmarks.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.automl4j.api.DataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A JSON value in which names are looked for at any depth, since answers wrap what matters in layers that matter not.
 *
 * @param value a map, a list, or a text
 */
record Json(Object value) {

    static Json parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return new Json(read(parser));
        }
    }

    private static Object read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, read(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(read(parser));
            }
            return array;
        }
        return parser.getText();
    }

    /** The first text of a name. */
    String text(String name) throws IOException {
        return texts(value, name)
                .findFirst()
                .orElseThrow(() -> new DataException("The answer has no '%s': %s".formatted(name, value)));
    }

    /** All texts of some names, also those in lists. */
    List<String> all(List<String> names) {
        return names.stream()
                .flatMap(name -> texts(value, name))
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Stream<String> texts(Object value, String name) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .flatMap(entry -> entry.getKey().equals(name)
                            ? Stream.concat(leaves(entry.getValue()), texts(entry.getValue(), name))
                            : texts(entry.getValue(), name));
        }
        return value instanceof List<?> array ? array.stream().flatMap(one -> texts(one, name)) : Stream.of();
    }

    /** A text, or the texts of a list. */
    private static Stream<String> leaves(Object value) {
        if (value instanceof String text) {
            return Stream.of(text);
        }
        return value instanceof List<?> array ? array.stream().flatMap(Json::leaves) : Stream.of();
    }
}
