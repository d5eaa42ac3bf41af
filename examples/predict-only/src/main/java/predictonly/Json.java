package predictonly;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.automl4j.model.Prediction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows and answers as JSON, by the parser that automl-model brings. */
final class Json {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** The objects of a body: one, or an array of them. Values are numbers, truth values, texts, or null. */
    static List<Map<String, Object>> objects(byte[] body) {
        List<Map<String, Object>> objects = new ArrayList<>();
        try (JsonParser json = JSON.createParser(body)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT) {
                objects.add(object(json, 1));
            } else if (first == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    objects.add(object(json, objects.size() + 1));
                }
            }
            boolean ended = json.currentToken() == JsonToken.END_OBJECT || json.currentToken() == JsonToken.END_ARRAY;
            if (!ended || json.nextToken() != null) {
                throw new Refused(400, "The body must be a JSON object, or an array of objects: one for each row.");
            }
            return objects;
        } catch (JsonProcessingException e) {
            throw new Refused(
                    400,
                    "The body is no JSON, from line %d, column %d on: %s"
                            .formatted(
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("An array was read.", e);
        }
    }

    private static Map<String, Object> object(JsonParser json, int row) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json, row, name));
        }
        return object;
    }

    private static Object value(JsonParser json, int row, String name) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json, row, name);
            default -> throw new Refused(400, "Row %d: '%s' is no number, truth value or text.".formatted(row, name));
        };
    }

    private static Object number(JsonParser json, int row, String name) throws IOException {
        if (json.getNumberType() == JsonParser.NumberType.INT || json.getNumberType() == JsonParser.NumberType.LONG) {
            return json.getLongValue();
        }
        double number = json.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new Refused(400, "Row %d: '%s' is larger than any number here.".formatted(row, name));
        }
        return number;
    }

    /** {@code {"predictions": [{"label": …, "value": …, "probabilities": {…}, "quantiles": {…}}]}}; of the last two what there is. */
    static byte[] predictions(List<Prediction> predictions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("predictions");
            for (Prediction prediction : predictions) {
                json.writeStartObject();
                json.writeStringField("label", prediction.label());
                json.writeNumberField("value", prediction.value());
                writeNumbers(json, "probabilities", prediction.probabilities());
                writeNumbers(json, "quantiles", prediction.quantiles());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeNumbers(JsonGenerator json, String name, Map<?, Double> numbers) throws IOException {
        if (!numbers.isEmpty()) {
            json.writeObjectFieldStart(name);
            for (Map.Entry<?, Double> each : numbers.entrySet()) {
                json.writeNumberField(String.valueOf(each.getKey()), each.getValue());
            }
            json.writeEndObject();
        }
    }

    static byte[] error(String message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("error", message);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
