package io.automl4j.tabular.read;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.model.parse.BooleanTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column as an ARFF header declares it.
 *
 * @param name its name
 * @param type numeric, nominal, string or date
 * @param levels the levels of a nominal one in their order
 * @param format the format of a date
 */
record ArffAttribute(String name, Type type, List<String> levels, String format) {
    /** What a column may hold. */
    enum Type {
        NUMERIC,
        NOMINAL,
        STRING,
        DATE
    }

    /** Its kind; empty for strings, whose meaning has to be found out. */
    Optional<ColumnSchema> declared() {
        return switch (type) {
            case NUMERIC -> Optional.of(ColumnSchema.of(name, ColumnKind.NUMERIC));
            case DATE -> Optional.of(KindGuess.formatted(name, ColumnKind.DATETIME, format));
            case NOMINAL ->
                Optional.of(BooleanTokens.guess(levels)
                        .filter(tokens -> levels.size() == 2)
                        .map(tokens -> KindGuess.formatted(name, ColumnKind.BOOLEAN, tokens.format()))
                        .orElseGet(() -> ColumnSchema.of(name, ColumnKind.CATEGORICAL)));
            case STRING -> Optional.empty();
        };
    }

    /** What a sparse row means by not speaking of the column. */
    String sparseDefault() {
        return switch (type) {
            case NUMERIC -> "0";
            case NOMINAL -> levels.isEmpty() ? "?" : levels.get(0);
            default -> "?";
        };
    }

    Set<String> allowed() {
        return Set.copyOf(levels);
    }
}
