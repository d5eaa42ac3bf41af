package io.automl4j.tabular.read;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.model.parse.BooleanTokens;
import io.automl4j.model.parse.TimeFormat;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a column means, first match first:
 *
 * <ul>
 *   <li>numbers, unless they are codes (leading zeros, more digits than a number holds) or a key (all different whole
 *       numbers, without a gap or with the name of a key)
 *   <li>times, if one format fits every cell
 *   <li>the two levels of a truth value
 *   <li>a key: all different, and named or formed like one
 *   <li>text: most cells are different and of several words; phrases that repeat are categories, of which encoders
 *       read the words as well
 *   <li>else categories
 * </ul>
 */
final class KindGuess {
    private static final int FEWEST_KEYS = 20;
    private static final int FEWEST_COUNTED = 30;
    private static final int FEWEST_TEXTS = 50;
    private static final double DIFFERENT = 0.7;
    private static final double NEARLY_ALL_DIFFERENT = 0.9;
    private static final double SEVERAL_WORDS = 1.8;
    private static final double SENTENCE = 5;
    private static final double SENTENCES_DIFFERENT = 0.5;

    private KindGuess() {}

    static ColumnSchema of(String name, ColumnProfile profile) {
        if (profile.isNumeric()) {
            boolean words = profile.present() == 0 && !profile.doubtful().isEmpty();
            return ColumnSchema.of(name, words ? ColumnKind.CATEGORICAL : ofNumbers(name, profile));
        }
        Optional<TimeFormat> time = profile.timeFormat();
        if (time.isPresent()) {
            return formatted(name, ColumnKind.DATETIME, time.get().pattern());
        }
        Optional<BooleanTokens> tokens = BooleanTokens.guess(profile.fewLevels())
                .filter(found -> profile.doubtful().isEmpty());
        return tokens.isPresent()
                ? formatted(name, ColumnKind.BOOLEAN, tokens.get().format())
                : ColumnSchema.of(name, ofTexts(name, profile));
    }

    static ColumnSchema formatted(String name, ColumnKind kind, String format) {
        return new ColumnSchema(name, kind, Role.FEATURE, format);
    }

    static ColumnKind ofNumbers(String name, ColumnProfile profile) {
        long count = profile.present();
        boolean unique =
                count >= FEWEST_KEYS && profile.isUnique() && profile.numbers().whole();
        boolean counted = count >= FEWEST_COUNTED && profile.numbers().dense(count) && !Names.isPartOfTime(name);
        if (unique && (Names.isId(name) || counted || profile.numbers().inexact())) {
            return ColumnKind.ID;
        }
        boolean code = profile.numbers().padded() || (profile.numbers().inexact() && Names.isId(name));
        return code ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC;
    }

    private static ColumnKind ofTexts(String name, ColumnProfile profile) {
        if (profile.present() >= FEWEST_KEYS && profile.isUnique() && (Names.isId(name) || profile.hasKeyShape())) {
            return ColumnKind.ID;
        }
        return isText(profile) ? ColumnKind.TEXT : ColumnKind.CATEGORICAL;
    }

    private static boolean isText(ColumnProfile profile) {
        double different = profile.distinctShare();
        double words = profile.wordsPerCell();
        boolean several = words >= SEVERAL_WORDS && different >= DIFFERENT;
        boolean sentences = words >= SENTENCE && different >= SENTENCES_DIFFERENT;
        return profile.distinct() >= FEWEST_TEXTS
                && (several
                        || sentences
                        || (different >= NEARLY_ALL_DIFFERENT
                                && profile.numbers().count() == 0));
    }

    /** The column as somebody says that it is; its format is found out unless it is given. */
    static ColumnSchema demanded(String name, ColumnKind kind, String format, ColumnProfile profile) {
        if (!format.isEmpty()) {
            return formatted(name, kind, format);
        }
        return switch (kind) {
            case DATETIME ->
                formatted(
                        name,
                        kind,
                        profile.timeFormat().map(TimeFormat::pattern).orElse(""));
            case BOOLEAN -> formatted(name, kind, twoLevels(profile.fewLevels()));
            default -> ColumnSchema.of(name, kind);
        };
    }

    private static String twoLevels(List<String> levels) {
        List<String> sorted = levels.stream().sorted().toList();
        return BooleanTokens.guess(levels)
                .or(() -> sorted.size() == 2
                        ? Optional.of(new BooleanTokens(sorted.get(0), sorted.get(1)))
                        : Optional.empty())
                .map(BooleanTokens::format)
                .orElse("");
    }
}
