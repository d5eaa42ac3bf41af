package io.automl4j.onnx;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import io.automl4j.model.parse.BooleanTokens;
import io.automl4j.model.parse.ValueParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What texts mean that are no levels themselves. A graph compares texts letter by letter, so those that a schema reads
 * whatever their case are spelled out: as they are, in lower case, with a capital, in capitals.
 */
final class Spellings {
    private Spellings() {}

    /** Texts with their levels, empty for a missing cell. */
    static Map<String, String> of(Schema schema, ColumnSchema column) {
        List<String> words =
                new ArrayList<>(schema.missingTokens().stream().sorted().toList());
        if (column.kind() == ColumnKind.BOOLEAN) {
            BooleanTokens tokens = BooleanTokens.of(column.format());
            words.addAll(List.of(tokens.no(), tokens.yes()));
            words.addAll(BooleanTokens.words());
        }
        ValueParser parser = ValueParser.of(schema);
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("", "");
        for (String word : words) {
            for (String spelling : spelled(word.strip())) {
                meanings.putIfAbsent(spelling, parser.token(column, spelling));
            }
        }
        return meanings;
    }

    private static List<String> spelled(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String upper = word.toUpperCase(Locale.ROOT);
        String capital = upper.substring(0, Math.min(1, upper.length())) + lower.substring(Math.min(1, lower.length()));
        return List.of(word, lower, upper, capital);
    }
}
