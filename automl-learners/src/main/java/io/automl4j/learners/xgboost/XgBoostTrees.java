package io.automl4j.learners.xgboost;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the trees of a booster from its JSON form. The base of the scores is a text that holds a vector; for logistic
 * regression it is a probability.
 */
final class XgBoostTrees {
    private static final JsonFactory JSON = new JsonFactory();

    private final List<XgBoostTree> trees = new ArrayList<>();
    private String base = "";

    private XgBoostTrees() {}

    static Model read(byte[] json, XgBoostTraining.Link link, int rounds) {
        XgBoostTrees read = new XgBoostTrees();
        try (JsonParser parser = JSON.createParser(json)) {
            read.parse(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.model(link, rounds);
    }

    private void parse(JsonParser parser) throws IOException {
        while (parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.FIELD_NAME) {
                switch (parser.currentName()) {
                    case "base_score" -> base = parser.nextTextValue();
                    case "trees" -> parseTrees(parser);
                    default -> {}
                }
            }
        }
    }

    private void parseTrees(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Map<String, float[]> arrays = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    arrays.put(name, numbers(parser));
                } else if (value == JsonToken.START_OBJECT) {
                    parser.skipChildren();
                }
            }
            trees.add(new XgBoostTree(arrays));
        }
    }

    private static float[] numbers(JsonParser parser) throws IOException {
        float[] numbers = new float[64];
        int size = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = switch (token) {
                case VALUE_TRUE -> 1;
                case VALUE_FALSE -> 0;
                default -> Float.parseFloat(parser.getText());
            };
        }
        return Arrays.copyOf(numbers, size);
    }

    private Model model(XgBoostTraining.Link link, int rounds) {
        float[] bases = bases(link);
        int scores = bases.length;
        double spread = link.spread();
        TreesBuilder builder = switch (link.type()) {
            case BINARY -> TreesModel.boosted(Link.LOGISTIC, bases);
            case MULTICLASS -> TreesModel.boosted(Link.SOFTMAX, bases);
            case REGRESSION, QUANTILE -> TreesModel.boosted(Link.IDENTITY, numbers(bases, link));
        };
        for (int tree = 0; tree < Math.min(trees.size(), rounds * scores); tree++) {
            builder.add(trees.get(tree).scaled(spread), tree % scores);
        }
        return builder.build();
    }

    private static float[] numbers(float[] standardised, XgBoostTraining.Link link) {
        float[] numbers = new float[standardised.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (link.centre() + link.spread() * standardised[i]);
        }
        return numbers;
    }

    private float[] bases(XgBoostTraining.Link link) {
        String[] parts = base.replace("[", "").replace("]", "").split(",", -1);
        float[] bases = new float[link.type() == TaskType.BINARY ? 1 : link.outputs()];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = Float.parseFloat(parts[Math.min(i, parts.length - 1)]);
        }
        if (link.type() == TaskType.BINARY) {
            bases[0] = (float) -Math.log(1 / (double) bases[0] - 1);
        }
        return bases;
    }
}
