package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * A text as its length, its number of words, and the presence of its most telling terms: words, pairs of words and
 * triples of characters, hashed with a seed (Weinberger et al. 2009, doi:10.1145/1553374.1553516), of which those are
 * kept whose presence varies most. Only hashes are stored, no texts.
 */
final class TextEncoder implements ColumnEncoder {
    static final String KIND = "text";

    private static final int TERMS = 48;
    private static final int BITS = 20;
    private static final int LEAST_ROWS = 3;

    private final String column;
    private final int seed;
    private final int[] terms;
    private final Map<Integer, Integer> positions = new HashMap<>();

    private TextEncoder(String column, int seed, int[] terms) {
        this.column = column;
        this.seed = seed;
        this.terms = terms;
        for (int i = 0; i < terms.length; i++) {
            positions.put(terms[i], i);
        }
    }

    static TextEncoder fit(String name, StringColumn column, long seed) {
        int hashSeed = Long.hashCode(seed);
        int[] levelRows = new int[column.levels().size()];
        int present = 0;
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code != StringColumn.MISSING) {
                levelRows[code]++;
                present++;
            }
        }
        Map<Integer, Integer> rowsWith = new HashMap<>();
        for (int code = 0; code < levelRows.length; code++) {
            int rows = levelRows[code];
            if (rows > 0) {
                distinct(column.levels().get(code), hashSeed).forEach(term -> rowsWith.merge(term, rows, Integer::sum));
            }
        }
        int total = present;
        int[] terms = rowsWith.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_ROWS && entry.getValue() < total)
                .sorted(Comparator.comparingLong(
                                (Map.Entry<Integer, Integer> e) -> -(long) e.getValue() * (total - e.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TERMS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        return new TextEncoder(name, hashSeed, terms);
    }

    static TextEncoder load(Node node) {
        return new TextEncoder(node.text("column"), node.integer("seed"), node.ints("terms"));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("column", column)
                .put("seed", seed)
                .put("terms", terms);
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        features.add(new Feature(column + "#length", 0));
        features.add(new Feature(column + "#words", 0));
        for (int term : terms) {
            features.add(new Feature(column + "#term" + term, 0));
        }
        return features;
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        StringColumn texts = (StringColumn) cells;
        float[][] encoded = new float[texts.levels().size()][];
        for (int row = 0; row < texts.size(); row++) {
            int code = texts.code(row);
            if (code == StringColumn.MISSING) {
                Arrays.fill(out, offset + row * stride, offset + row * stride + 2, Float.NaN);
                continue;
            }
            if (encoded[code] == null) {
                encoded[code] = encode(texts.levels().get(code));
            }
            System.arraycopy(encoded[code], 0, out, offset + row * stride, encoded[code].length);
        }
    }

    private float[] encode(String text) {
        float[] encoded = new float[2 + terms.length];
        encoded[0] = text.length();
        encoded[1] = words(text).length;
        forEachTerm(text, seed, term -> {
            Integer position = positions.get(term);
            if (position != null) {
                encoded[2 + position] = 1;
            }
        });
        return encoded;
    }

    /** The mean number of words of a column's cells. */
    static double meanWords(StringColumn column) {
        return column.levels().stream()
                .mapToInt(level -> words(level).length)
                .average()
                .orElse(0);
    }

    private static java.util.Set<Integer> distinct(String text, int seed) {
        java.util.Set<Integer> terms = new java.util.TreeSet<>();
        forEachTerm(text, seed, terms::add);
        return terms;
    }

    private static String[] words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static void forEachTerm(String text, int seed, IntConsumer consumer) {
        String[] words = words(text);
        for (int i = 0; i < words.length; i++) {
            consumer.accept(hash(words[i], seed));
            if (i > 0) {
                consumer.accept(hash(words[i - 1] + ' ' + words[i], seed));
            }
            for (int from = 0; words[i].length() > 3 && from + 3 <= words[i].length(); from++) {
                consumer.accept(hash('_' + words[i].substring(from, from + 3), seed));
            }
        }
    }

    /** Mixes the characters as MurmurHash3 does; {@link String#hashCode} keeps near texts near. */
    private static int hash(String term, int seed) {
        int h = seed;
        for (int i = 0; i < term.length(); i++) {
            h = (h ^ term.charAt(i)) * 0x85EBCA6B;
            h ^= h >>> 13;
        }
        h *= 0xC2B2AE35;
        return (h ^ (h >>> 16)) & ((1 << BITS) - 1);
    }
}
