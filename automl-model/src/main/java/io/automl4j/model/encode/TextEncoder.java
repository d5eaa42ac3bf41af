package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as its length in characters, its number of words, and the logarithmic frequency of its most telling terms,
 * which are hashed. Only hashes are stored, no texts.
 */
final class TextEncoder implements ColumnEncoder {
    static final String KIND = "text";

    private static final int TERMS = 48;
    private static final int EMPTY = -1;
    private static final float[] WEIGHTS = weights(64);

    private final String column;
    private final int seed;
    private final int[] terms;
    /** An open hash table: buckets at even places, their positions after them. */
    private final int[] positions;

    private TextEncoder(String column, int seed, int[] terms) {
        this.column = column;
        this.seed = seed;
        this.terms = terms;
        this.positions = new int[2 * Integer.highestOneBit(Math.max(1, 4 * terms.length))];
        Arrays.fill(positions, EMPTY);
        for (int i = 0; i < terms.length; i++) {
            int slot = slot(terms[i]);
            positions[slot] = terms[i];
            positions[slot + 1] = i;
        }
    }

    static TextEncoder fit(String name, StringColumn column, TermSelection selection, long seed) {
        int hashSeed = Long.hashCode(seed);
        return new TextEncoder(name, hashSeed, selection.choose(column, hashSeed, TERMS));
    }

    static TextEncoder load(Node node) {
        int[] terms = node.ints("terms");
        boolean sound = Arrays.stream(terms).allMatch(term -> term >= 0 && term < TextTerms.BUCKETS);
        Damage.unless(sound, "text encoder");
        return new TextEncoder(node.text("column"), node.integer("seed"), terms);
    }

    private static float[] weights(int most) {
        float[] weights = new float[most];
        for (int frequency = 0; frequency < most; frequency++) {
            weights[frequency] = (float) StrictMath.log1p(frequency);
        }
        return weights;
    }

    /** The value of a term that occurs so often in a text; from 63 times on it is the same. */
    static float weight(int frequency) {
        return WEIGHTS[Math.min(frequency, WEIGHTS.length - 1)];
    }

    /** The place of a bucket, or the free one where it would be. */
    private int slot(int bucket) {
        int mask = positions.length - 1;
        int slot = 2 * bucket & mask;
        while (positions[slot] != bucket && positions[slot] != EMPTY) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    @Override
    public <R> R accept(EncoderVisitor<R> visitor) {
        return visitor.text(column);
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
    public int width() {
        return 2 + terms.length;
    }

    /** By another seed a term falls into another bucket. */
    @Override
    public String meaning() {
        return KIND + seed;
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
        StringColumn texts = ColumnEncoder.cells(cells, StringColumn.class, column);
        // a text that recurs is read once and copied from its first row; not worth it for few rows
        int[] firsts =
                new int[texts.size() > texts.levels().size() ? texts.levels().size() : 0];
        for (int row = 0; row < texts.size(); row++) {
            int code = texts.code(row);
            int at = offset + row * stride;
            if (code == StringColumn.MISSING) {
                out[at] = Float.NaN;
                out[at + 1] = Float.NaN;
            } else if (firsts.length > 0 && firsts[code] > 0) {
                System.arraycopy(out, offset + (firsts[code] - 1) * stride, out, at, width());
            } else {
                write(texts.levels().get(code), out, at);
                if (firsts.length > 0) {
                    firsts[code] = row + 1;
                }
            }
        }
    }

    private void write(String text, float[] out, int at) {
        out[at] = text.length();
        out[at + 1] = TextTerms.words(text);
        int first = at + 2;
        TextTerms.read(text, seed, bucket -> {
            int slot = slot(bucket);
            if (positions[slot] == bucket) {
                out[first + positions[slot + 1]]++;
            }
        });
        for (int i = first; i < first + terms.length; i++) {
            out[i] = weight((int) out[i]);
        }
    }
}
