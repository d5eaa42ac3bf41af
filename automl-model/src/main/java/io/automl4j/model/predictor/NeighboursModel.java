package io.automl4j.model.predictor;

import io.automl4j.api.Checks;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.file.Node;
import java.util.Arrays;

/**
 * The nearest of at most 5,000 stored training rows by Euclidean distance: their mean target, or the smoothed shares of
 * their classes. A file with this model holds training rows, and its manifest says so.
 */
public final class NeighboursModel implements Model {
    static final String KIND = "neighbours";
    /** The most rows that may be stored. */
    public static final int MOST_ROWS = 5_000;

    private final float[] rows;
    private final int features;
    /** {@code [stored × outputs]}: class indicators or values, times the row's weight. */
    private final float[] targets;

    private final float[] rowWeights;
    private final float[] prior;
    private final int neighbours;
    private final boolean byDistance;

    @SuppressWarnings("checkstyle:ParameterNumber") // the arrays of a kernel
    private NeighboursModel(
            float[] rows, float[] targets, float[] rowWeights, float[] prior, int neighbours, boolean byDistance) {
        this.rows = rows;
        this.features = rowWeights.length == 0 ? 0 : rows.length / rowWeights.length;
        this.targets = targets;
        this.rowWeights = rowWeights;
        this.prior = prior;
        this.neighbours = neighbours;
        this.byDistance = byDistance;
    }

    /**
     * A model of stored rows.
     *
     * @param stored the rows
     * @param targets {@code [stored × outputs]}: class indicators or values
     * @param rowWeights a weight for each row
     * @param prior what counts as one further neighbour, one value for each output
     * @param vote how neighbours are chosen and weighted
     * @return the model
     * @throws IllegalArgumentException if there are more than {@link #MOST_ROWS} rows
     */
    public static NeighboursModel of(
            EncodedRows stored, float[] targets, float[] rowWeights, float[] prior, Vote vote) {
        Checks.argument(stored.rows() <= MOST_ROWS, "%d rows are more than %d.", stored.rows(), MOST_ROWS);
        return new NeighboursModel(
                stored.values().clone(),
                targets.clone(),
                rowWeights.clone(),
                prior.clone(),
                Math.min(vote.neighbours(), stored.rows()),
                vote.byDistance());
    }

    /**
     * How neighbours vote.
     *
     * @param neighbours how many
     * @param byDistance whether a neighbour counts by the inverse of its distance
     */
    public record Vote(int neighbours, boolean byDistance) {

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Vote {
            Checks.positive(neighbours, "neighbours");
        }
    }

    @Override
    public int outputs() {
        return prior.length;
    }

    @Override
    public long operations() {
        return rows.length;
    }

    @Override
    public void predict(EncodedRows queries, float[] out) {
        Checks.argument(
                rowWeights.length == 0 || queries.width() == features,
                "Rows have %d columns, not %d.",
                queries.width(),
                features);
        float[] distances = new float[neighbours];
        int[] nearest = new int[neighbours];
        for (int row = 0; row < queries.rows(); row++) {
            findNearest(queries.values(), row * features, distances, nearest);
            vote(distances, nearest, out, row * prior.length);
        }
    }

    private void findNearest(float[] queries, int query, float[] distances, int[] nearest) {
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        for (int row = 0; row < rowWeights.length; row++) {
            float distance = distance(queries, query, row * features);
            if (distance < distances[neighbours - 1]) {
                int at = neighbours - 1;
                while (at > 0 && distances[at - 1] > distance) {
                    distances[at] = distances[at - 1];
                    nearest[at] = nearest[at - 1];
                    at--;
                }
                distances[at] = distance;
                nearest[at] = row;
            }
        }
    }

    private float distance(float[] queries, int query, int row) {
        // four sums side by side, which the processor adds at the same time
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < features; i += 4) {
            float p = queries[query + i] - rows[row + i];
            float q = queries[query + i + 1] - rows[row + i + 1];
            float r = queries[query + i + 2] - rows[row + i + 2];
            float s = queries[query + i + 3] - rows[row + i + 3];
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < features; i++) {
            float p = queries[query + i] - rows[row + i];
            a += p * p;
        }
        return a + b + c + d;
    }

    private void vote(float[] distances, int[] nearest, float[] out, int at) {
        double scale = Math.sqrt(distances[neighbours - 1]) + 1e-6;
        double total = 0;
        double[] sums = new double[prior.length];
        for (int i = 0; i < neighbours; i++) {
            double closeness = byDistance ? 1 / (0.05 + Math.sqrt(distances[i]) / scale) : 1;
            double weight = closeness * rowWeights[nearest[i]];
            total += weight;
            for (int output = 0; output < sums.length; output++) {
                sums[output] += weight * targets[nearest[i] * sums.length + output];
            }
        }
        double average = neighbours == 0 || total == 0 ? 1 : total / neighbours;
        for (int output = 0; output < sums.length; output++) {
            out[at + output] = (float) ((sums[output] + average * prior[output]) / (total + average));
        }
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("rows", rows)
                .put("targets", targets)
                .put("weights", rowWeights)
                .put("prior", prior)
                .put("neighbours", neighbours)
                .put("byDistance", byDistance);
    }

    static NeighboursModel load(Node node) {
        float[] rows = node.floats("rows");
        float[] targets = node.floats("targets");
        float[] weights = node.floats("weights");
        float[] prior = node.floats("prior");
        int neighbours = node.integer("neighbours");
        boolean fits = weights.length <= MOST_ROWS
                && targets.length == (long) weights.length * prior.length
                && (weights.length == 0 ? rows.length == 0 : rows.length % weights.length == 0)
                && neighbours >= 0
                && neighbours <= weights.length;
        if (!fits) {
            throw new ModelFileException("The model file is damaged: its stored rows do not fit together.");
        }
        return new NeighboursModel(rows, targets, weights, prior, neighbours, node.flag("byDistance"));
    }
}
