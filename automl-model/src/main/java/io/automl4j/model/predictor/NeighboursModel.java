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

    /** {@code [feature][stored row]}, so that a query walks along one feature of all rows. */
    private final float[][] columns;
    /** {@code [stored × outputs]}: class indicators or values, times the row's weight. */
    private final float[] targets;

    private final float[] rowWeights;
    private final float[] prior;
    private final int neighbours;
    private final boolean byDistance;

    @SuppressWarnings("checkstyle:ParameterNumber") // the arrays of a kernel
    private NeighboursModel(
            float[] columns, float[] targets, float[] rowWeights, float[] prior, int neighbours, boolean byDistance) {
        this.columns = new float[columns.length / rowWeights.length][];
        for (int feature = 0; feature < this.columns.length; feature++) {
            int from = feature * rowWeights.length;
            this.columns[feature] = Arrays.copyOfRange(columns, from, from + rowWeights.length);
        }
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
     * @throws IllegalArgumentException if there is no row, or more than {@link #MOST_ROWS}
     */
    public static NeighboursModel of(
            EncodedRows stored, float[] targets, float[] rowWeights, float[] prior, Vote vote) {
        Checks.in(stored.rows(), "stored rows", 1, MOST_ROWS);
        return new NeighboursModel(
                byColumn(stored),
                targets.clone(),
                rowWeights.clone(),
                prior.clone(),
                Math.min(vote.neighbours(), stored.rows()),
                vote.byDistance());
    }

    private static float[] byColumn(EncodedRows stored) {
        float[] columns = new float[stored.rows() * stored.width()];
        for (int row = 0; row < stored.rows(); row++) {
            for (int feature = 0; feature < stored.width(); feature++) {
                columns[feature * stored.rows() + row] = stored.values()[row * stored.width() + feature];
            }
        }
        return columns;
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

    /**
     * The number of stored rows.
     *
     * @return at most {@link #MOST_ROWS}
     */
    public int size() {
        return rowWeights.length;
    }

    /**
     * The stored rows.
     *
     * @return a copy, {@code [features × stored]}: one feature of all rows after another
     */
    public float[] stored() {
        return flat();
    }

    /**
     * The targets of the stored rows.
     *
     * @return a copy, {@code [stored × outputs]}
     */
    public float[] targets() {
        return targets.clone();
    }

    /**
     * The weights of the stored rows.
     *
     * @return a copy
     */
    public float[] weights() {
        return rowWeights.clone();
    }

    /**
     * What counts as one further neighbour.
     *
     * @return a copy, one value for each output
     */
    public float[] prior() {
        return prior.clone();
    }

    /**
     * How neighbours vote.
     *
     * @return how many, at most as there are rows, and with what weight
     */
    public Vote vote() {
        return new Vote(neighbours, byDistance);
    }

    @Override
    public int outputs() {
        return prior.length;
    }

    @Override
    public boolean fits(int count) {
        return count == columns.length;
    }

    @Override
    public long operations() {
        // two squares in a nanosecond, measured
        return (long) columns.length * rowWeights.length / 2;
    }

    @Override
    public void predict(EncodedRows queries, float[] out) {
        Checks.argument(
                queries.width() == columns.length, "Rows have %d columns, not %d.", queries.width(), columns.length);
        Nearest nearest = new Nearest(rowWeights.length, neighbours);
        for (int row = 0; row < queries.rows(); row++) {
            findNearest(queries.values(), row * columns.length, nearest);
            vote(nearest.distances, nearest.rows, out, row * prior.length);
        }
    }

    private void findNearest(float[] queries, int query, Nearest nearest) {
        float[] all = nearest.all;
        Arrays.fill(all, 0);
        for (int feature = 0; feature < columns.length; feature++) {
            addSquares(queries[query + feature], columns[feature], all);
        }
        float[] distances = nearest.distances;
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        for (int row = 0; row < all.length; row++) {
            if (all[row] < distances[neighbours - 1]) {
                nearest.insert(row);
            }
        }
    }

    /**
     * One feature of all stored rows. No sum runs across elements and both arrays are read at the same index, so the JIT
     * vectorises the loop.
     */
    private static void addSquares(float value, float[] column, float[] all) {
        for (int row = 0; row < all.length; row++) {
            float difference = value - column[row];
            all[row] += difference * difference;
        }
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
        double average = total == 0 ? 1 : total / neighbours;
        for (int output = 0; output < sums.length; output++) {
            out[at + output] = (float) ((sums[output] + average * prior[output]) / (total + average));
        }
    }

    /** The scratch of one call: the distances to all stored rows, and the nearest of them in order. */
    private static final class Nearest {
        private final float[] all;
        private final float[] distances;
        private final int[] rows;

        Nearest(int stored, int neighbours) {
            all = new float[stored];
            distances = new float[neighbours];
            rows = new int[neighbours];
        }

        void insert(int row) {
            float distance = all[row];
            int at = distances.length - 1;
            while (at > 0 && distances[at - 1] > distance) {
                distances[at] = distances[at - 1];
                rows[at] = rows[at - 1];
                at--;
            }
            distances[at] = distance;
            rows[at] = row;
        }
    }

    @Override
    public <R> R accept(ModelVisitor<R> visitor) {
        return visitor.neighbours(this);
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("columns", flat())
                .put("targets", targets)
                .put("weights", rowWeights)
                .put("prior", prior)
                .put("neighbours", neighbours)
                .put("byDistance", byDistance);
    }

    private float[] flat() {
        float[] flat = new float[columns.length * rowWeights.length];
        for (int feature = 0; feature < columns.length; feature++) {
            System.arraycopy(columns[feature], 0, flat, feature * rowWeights.length, rowWeights.length);
        }
        return flat;
    }

    /** Distances to what is not finite would leave places of neighbours empty. */
    private static boolean areFinite(float[] values) {
        boolean finite = true;
        for (float value : values) {
            finite &= Float.isFinite(value);
        }
        return finite;
    }

    static NeighboursModel load(Node node) {
        float[] columns = node.floats("columns");
        float[] targets = node.floats("targets");
        float[] weights = node.floats("weights");
        float[] prior = node.floats("prior");
        int neighbours = node.integer("neighbours");
        boolean fits = weights.length <= MOST_ROWS
                && targets.length == (long) weights.length * prior.length
                && weights.length > 0
                && columns.length % weights.length == 0
                && neighbours > 0
                && neighbours <= weights.length
                && areFinite(columns)
                && areFinite(targets)
                && areFinite(prior)
                && areFinite(weights);
        if (!fits) {
            throw new ModelFileException("The model file is damaged: its stored rows do not fit together.");
        }
        return new NeighboursModel(columns, targets, weights, prior, neighbours, node.flag("byDistance"));
    }
}
