package io.automl4j.meta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.automl4j.api.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object of JSON.
 *
 * @param fields maps, lists, texts, {@link Long} and {@link Double} by name; what is null is absent
 */
record Json(Map<String, Object> fields) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The object that a text is; of an array the one whose field {@code items} it is. */
    static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object value = read(parser);
            return value instanceof Map<?, ?> ? of(value) : new Json(Map.of("items", value));
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new UncheckedIOException(
                    "it is no JSON at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // maps are made below alone
    private static Json of(Object map) {
        return new Json((Map<String, Object>) map);
    }

    private static Object read(JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            throw new IOException("the text ends too early");
        }
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    if (parser.nextToken() != JsonToken.VALUE_NULL) {
                        object.put(name, read(parser));
                    }
                }
                return object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(read(parser));
                }
                return array;
            }
            case VALUE_NUMBER_INT -> {
                return parser.getLongValue();
            }
            case VALUE_NUMBER_FLOAT -> {
                return parser.getDoubleValue();
            }
            default -> {
                return parser.getText();
            }
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return String.valueOf(require(name));
    }

    double real(String name) {
        return number(name).doubleValue();
    }

    long whole(String name) {
        return number(name).longValue();
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private Number number(String name) {
        if (require(name) instanceof Number number) {
            return number;
        }
        throw wrong(name);
    }

    Json object(String name) {
        if (require(name) instanceof Map<?, ?> map) {
            return of(map);
        }
        throw wrong(name);
    }

    List<Json> objects(String name) {
        List<Json> objects = new ArrayList<>();
        for (Object one : list(name)) {
            if (!(one instanceof Map<?, ?>)) {
                throw wrong(name);
            }
            objects.add(of(one));
        }
        return objects;
    }

    List<?> list(String name) {
        if (require(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name);
    }

    /** Numbers by name. */
    Map<String, Double> reals() {
        Map<String, Double> reals = new TreeMap<>();
        fields.keySet().forEach(name -> reals.put(name, real(name)));
        return reals;
    }

    private Object require(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new DataException("'%s' is missing among %s".formatted(name, fields.keySet()));
        }
        return value;
    }

    private DataException wrong(String name) {
        return new DataException("'%s' is %s, which is something else than expected".formatted(name, fields.get(name)));
    }
}
