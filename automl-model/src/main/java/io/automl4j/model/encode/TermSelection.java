package io.automl4j.model.encode;

import io.automl4j.api.table.StringColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the buckets whose weight – logarithm of the term's frequency in a text times its inverse document frequency –
 * varies most over training rows. Of buckets that occur in exactly the same texts, such as a word and its triples of
 * characters, one is chosen.
 */
final class TermSelection {
    private static final int LEAST_ROWS = 3;

    // by bucket; made when first needed, and all zero between columns
    private int[] frequency = new int[0];
    private int[] rowsWith = new int[0];
    private double[] sums = new double[0];
    private double[] squares = new double[0];
    /** Equal for buckets that occur equally often in the same texts. */
    private long[] fingerprints = new long[0];

    /** The buckets of the column, in the order of their first appearance. */
    private int[] used = new int[0];

    private int usedCount;
    /** The buckets of a text. */
    private int[] touched = new int[0];

    private int touchedCount;
    private int rows;

    /** The buckets, the most telling first, at most {@code most}. */
    int[] choose(StringColumn column, int seed, int most) {
        makeRoom();
        rows = 0;
        int[] levelRows = new int[column.levels().size()];
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code != StringColumn.MISSING) {
                levelRows[code]++;
            }
        }
        for (int code = 0; code < levelRows.length; code++) {
            if (levelRows[code] > 0) {
                add(column.levels().get(code), seed, levelRows[code]);
            }
        }
        int[] best = best(most);
        clear();
        return best;
    }

    private void makeRoom() {
        if (frequency.length == 0) {
            frequency = new int[TextTerms.BUCKETS];
            rowsWith = new int[TextTerms.BUCKETS];
            sums = new double[TextTerms.BUCKETS];
            squares = new double[TextTerms.BUCKETS];
            fingerprints = new long[TextTerms.BUCKETS];
            used = new int[TextTerms.BUCKETS];
            touched = new int[TextTerms.BUCKETS];
        }
    }

    private void clear() {
        for (int i = 0; i < usedCount; i++) {
            int bucket = used[i];
            rowsWith[bucket] = 0;
            sums[bucket] = 0;
            squares[bucket] = 0;
            fingerprints[bucket] = 0;
        }
        usedCount = 0;
    }

    private void add(String text, int seed, int times) {
        rows += times;
        touchedCount = 0;
        TextTerms.read(text, seed, bucket -> {
            if (frequency[bucket]++ == 0) {
                touched[touchedCount++] = bucket;
            }
        });
        long mark = mark(rows);
        for (int i = 0; i < touchedCount; i++) {
            int bucket = touched[i];
            double value = TextEncoder.weight(frequency[bucket]);
            if (rowsWith[bucket] == 0) {
                used[usedCount++] = bucket;
            }
            rowsWith[bucket] += times;
            sums[bucket] += times * value;
            squares[bucket] += times * value * value;
            fingerprints[bucket] += mark * frequency[bucket];
            frequency[bucket] = 0;
        }
    }

    /** A number for a text that no sum of others gives but by chance. */
    private static long mark(int text) {
        long mixed = (text + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private record Candidate(int bucket, double score) {}

    private int[] best(int most) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < usedCount; i++) {
            int bucket = used[i];
            if (rowsWith[bucket] >= LEAST_ROWS && score(bucket) > 0) {
                candidates.add(new Candidate(bucket, score(bucket)));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::bucket));
        Set<Long> seen = new HashSet<>();
        return candidates.stream()
                .filter(candidate -> seen.add(fingerprints[candidate.bucket()]))
                .limit(most)
                .mapToInt(Candidate::bucket)
                .toArray();
    }

    private double score(int bucket) {
        double mean = sums[bucket] / rows;
        double variance = squares[bucket] / rows - mean * mean;
        double rarity = StrictMath.log((1.0 + rows) / (1.0 + rowsWith[bucket]));
        return variance * rarity * rarity;
    }
}
