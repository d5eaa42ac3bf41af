package io.automl4j.model.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.automl4j.api.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes as JSON. An array is an object such as {@code {"$float32": 17}} of its length; its numbers go to a sink and come
 * from a source, one array after the other. A number that JSON lacks is an object such as {@code {"$real": "NaN"}}.
 */
final class JsonNodes {
    private static final String REAL = "$real";
    private static final int DEEPEST = 64;
    // A lone surrogate, which UTF-8 cannot express, survives as an escape.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonNodes() {}

    /** Where the numbers of arrays go, in order. */
    @FunctionalInterface
    interface ArraySink {
        /** No arrays at all. */
        ArraySink NONE = (kind, array) -> {
            throw new IllegalArgumentException("An array where none can be written.");
        };

        void write(ArrayKind kind, Object array) throws IOException;
    }

    /** Where the numbers of arrays come from, in order. */
    @FunctionalInterface
    interface ArraySource {
        /** No arrays at all. */
        ArraySource NONE = (kind, length) -> {
            throw new ModelFileException("An array where none can be.");
        };

        Object read(ArrayKind kind, long length) throws IOException;
    }

    static void write(Node node, OutputStream out, ArraySink arrays) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(node, json, arrays);
        }
    }

    private static void write(Node node, JsonGenerator json, ArraySink arrays) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : node.values().entrySet()) {
            String name = entry.getKey();
            if (name.startsWith("$")) {
                throw new IllegalArgumentException("'%s' of a node starts with '$'.".formatted(name));
            }
            json.writeFieldName(name);
            write(name, entry.getValue(), json, arrays);
        }
        json.writeEndObject();
    }

    private static void write(String name, Object value, JsonGenerator json, ArraySink arrays) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            writeReal(number, json);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Node node) {
            write(node, json, arrays);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(name, item, json, arrays);
            }
            json.writeEndArray();
        } else {
            ArrayKind kind = ArrayKind.of(value).orElseThrow(() -> NodeBytesWriter.unknown(name, value));
            json.writeStartObject();
            json.writeNumberField(kind.key(), kind.length(value));
            json.writeEndObject();
            arrays.write(kind, value);
        }
    }

    private static void writeReal(double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeStartObject();
            json.writeStringField(REAL, Double.toString(number));
            json.writeEndObject();
        }
    }

    /** What nodes may need of memory, about: three bytes of JSON can become a hundred. */
    private static final class Memory {
        private static final int OF_NODE = 100;
        private static final int OF_VALUE = 60;

        private final long most;
        private long left;

        Memory(long most) {
            this.most = most;
            this.left = most;
        }

        void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new ModelFileException(
                        "its JSON needs more than %d MB of memory.%nMaybe give Java more, as by -Xmx8g."
                                .formatted(most >> 20));
            }
        }
    }

    static Node read(InputStream in, ArraySource arrays) throws IOException {
        return read(in, arrays, Long.MAX_VALUE);
    }

    /** Refuses nodes that need more memory than so many bytes. */
    static Node read(InputStream in, ArraySource arrays, long most) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            json.nextToken();
            Object value = readObject(json, arrays, new Memory(most));
            if (json.nextToken() != null || !(value instanceof Node node)) {
                throw new JsonParseException(json, "One object was expected");
            }
            return node;
        }
    }

    /** From the token after the opening brace to the closing brace. */
    private static Object readObject(JsonParser json, ArraySource arrays, Memory memory) throws IOException {
        Node node = new Node();
        memory.take(Memory.OF_NODE);
        while (json.currentToken() != JsonToken.END_OBJECT) {
            expect(json, json.currentToken(), JsonToken.FIELD_NAME);
            String name = json.currentName();
            json.nextToken();
            if (name.startsWith("$")) {
                return readSpecial(name, json, arrays);
            }
            if (node.has(name)) {
                throw new JsonParseException(json, "'%s' appears twice".formatted(name));
            }
            memory.take(Memory.OF_VALUE + name.length());
            node.put(name, readValue(json, arrays, memory));
            json.nextToken();
        }
        return node;
    }

    private static Object readSpecial(String key, JsonParser json, ArraySource arrays) throws IOException {
        Object value;
        Optional<ArrayKind> kind = ArrayKind.named(key);
        if (kind.isPresent()) {
            value = arrays.read(kind.get(), json.getLongValue());
        } else if (key.equals(REAL)) {
            value = real(json);
        } else {
            throw new JsonParseException(json, "'%s' is unknown".formatted(key));
        }
        expect(json, json.nextToken(), JsonToken.END_OBJECT);
        return value;
    }

    private static double real(JsonParser json) throws IOException {
        try {
            return Double.parseDouble(json.getText());
        } catch (NumberFormatException e) {
            throw new JsonParseException(json, "'%s' is no number".formatted(json.getText()), e);
        }
    }

    private static Object readValue(JsonParser json, ArraySource arrays, Memory memory) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> {
                memory.take(Memory.OF_VALUE + json.getTextLength());
                yield json.getText();
            }
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> {
                json.nextToken();
                yield readObject(json, arrays, memory);
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    memory.take(2 * Long.BYTES);
                    items.add(readValue(json, arrays, memory));
                }
                yield List.copyOf(items);
            }
            default -> throw new JsonParseException(json, "'%s' was not expected".formatted(json.getText()));
        };
    }

    private static void expect(JsonParser json, JsonToken token, JsonToken wanted) throws IOException {
        if (token != wanted) {
            throw new JsonParseException(json, "%s was expected, not %s".formatted(wanted, token));
        }
    }
}
