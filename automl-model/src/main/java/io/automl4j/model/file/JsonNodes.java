package io.automl4j.model.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.automl4j.api.ModelFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Nodes as JSON. Arrays of numbers are not in the text: in their place stands {@code {"@": entry, "type": letter}},
 * where the entry holds the little-endian numbers. Numbers that JSON lacks are the texts {@code NaN}, {@code Infinity}
 * and {@code -Infinity} in an object {@code {"@double": …}}.
 */
final class JsonNodes {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();
    private static final String BLOB = "@";
    private static final String SPECIAL = "@double";

    private JsonNodes() {}

    /** The JSON of a node; each array is handed to {@code blobs}, which gives the name of its entry. */
    static byte[] write(Node node, Function<byte[], String> blobs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            value(json, node, blobs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void value(JsonGenerator json, Object value, Function<byte[], String> blobs) throws IOException {
        ValueType type = ValueType.of(value);
        switch (type) {
            case TEXT -> json.writeString((String) value);
            case LONG -> json.writeNumber((Long) value);
            case FLAG -> json.writeBoolean((Boolean) value);
            case DOUBLE -> number(json, (Double) value);
            case NODE -> {
                json.writeStartObject();
                for (Map.Entry<String, Object> entry : ((Node) value).values().entrySet()) {
                    json.writeFieldName(entry.getKey());
                    value(json, entry.getValue(), blobs);
                }
                json.writeEndObject();
            }
            case LIST -> {
                json.writeStartArray();
                for (Object item : (List<?>) value) {
                    value(json, item, blobs);
                }
                json.writeEndArray();
            }
            default -> {
                json.writeStartObject();
                json.writeStringField(BLOB, blobs.apply(ModelCodec.arrayBytes(value)));
                json.writeStringField("type", String.valueOf(type.code()));
                json.writeEndObject();
            }
        }
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeStartObject();
            json.writeStringField(SPECIAL, Double.toString(value));
            json.writeEndObject();
        }
    }

    /** The node of a JSON text; {@code blobs} gives the bytes of an entry. */
    static Node read(byte[] text, Function<String, ByteBuffer> blobs) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT && object(json, blobs) instanceof Node node) {
                return node;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelFileException("The model file is damaged: its JSON cannot be read.", e);
        }
        throw new ModelFileException("The model file is damaged: its JSON is no object.");
    }

    private static Object object(JsonParser json, Function<String, ByteBuffer> blobs) throws IOException {
        Node node = new Node();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            node.put(name, any(json, blobs));
        }
        if (node.has(BLOB)) {
            return ValueType.named(node.text("type").charAt(0)).array(blobs.apply(node.text(BLOB)));
        }
        return node.has(SPECIAL) ? (Object) Double.parseDouble(node.text(SPECIAL)) : node;
    }

    private static Object any(JsonParser json, Function<String, ByteBuffer> blobs) throws IOException {
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> object(json, blobs);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(any(json, blobs));
                }
                yield list;
            }
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new ModelFileException("The model file is damaged: %s in its JSON.".formatted(token));
        };
    }
}
