package io.automl4j.model.predictor;

import io.automl4j.api.Checks;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.file.Node;
import io.automl4j.model.network.NetworkSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network and its parameters; of a shared-weight ensemble, and of several sets of parameters, the mean of what all
 * predict.
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class NetworkModel implements Model {
    static final String KIND = "network";
    private static final int BLOCK = 64;
    /** Far more than any training makes: a small file must not take long to predict a row. */
    private static final int MOST_SETS = 256;

    private final NetworkSpec spec;
    private final List<float[]> sets;
    private final Link link;
    private final Target target;

    /**
     * How a score becomes a number: {@code centre + spread · score}, cut to a range. Of classes nothing is done.
     *
     * @param centre what 0 stands for
     * @param spread what 1 is from there
     * @param low the least value
     * @param high the greatest value
     */
    public record Target(float centre, float spread, float low, float high) {
        /** For scores that stay as they are. */
        public static final Target PLAIN = new Target(0, 1, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

        private float value(float score) {
            return Math.max(low, Math.min(high, centre + spread * score));
        }
    }

    private NetworkModel(NetworkSpec spec, List<float[]> sets, Link link, Target target) {
        this.spec = spec;
        this.sets = sets.stream().map(float[]::clone).toList();
        this.link = link;
        this.target = target;
    }

    /**
     * A model.
     *
     * @param spec the network
     * @param sets one set of parameters or several, copied
     * @param link turns a row's scores into values
     * @param target how scores become numbers
     * @return the model
     * @throws IllegalArgumentException if there is no set, or the number of parameters does not fit
     */
    public static NetworkModel of(NetworkSpec spec, List<float[]> sets, Link link, Target target) {
        Checks.positive(sets.size(), "sets");
        for (float[] parameters : sets) {
            Checks.argument(parameters.length == spec.parameters(), "%d parameters for %s.", parameters.length, spec);
        }
        return new NetworkModel(spec, sets, link, target);
    }

    /**
     * The network.
     *
     * @return the network
     */
    public NetworkSpec spec() {
        return spec;
    }

    /**
     * The parameters.
     *
     * @return copies of the flat arrays, one for each set
     */
    public List<float[]> sets() {
        return sets.stream().map(float[]::clone).toList();
    }

    /**
     * What turns a row's scores into values.
     *
     * @return the link
     */
    public Link link() {
        return link;
    }

    /**
     * What is done to the mean of all values.
     *
     * @return how scores become numbers
     */
    public Target target() {
        return target;
    }

    @Override
    public int outputs() {
        return link.outputs(spec.scores());
    }

    @Override
    public boolean fits(int columns) {
        return columns >= spec.columns();
    }

    @Override
    public long operations() {
        return sets.size() * spec.cost();
    }

    @Override
    public void predict(EncodedRows rows, float[] out) {
        Checks.argument(rows.width() >= spec.columns(), "Rows have %d columns, not %d.", rows.width(), spec.columns());
        int width = rows.width();
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, rows.rows() - from);
            boolean whole = from == 0 && count == rows.rows();
            float[] block =
                    whole ? rows.values() : Arrays.copyOfRange(rows.values(), from * width, (from + count) * width);
            Arrays.fill(out, from * outputs(), (from + count) * outputs(), 0);
            for (float[] parameters : sets) {
                add(spec.predict(parameters, block, width, count), count, out, from * outputs());
            }
        }
        for (int i = 0; !target.equals(Target.PLAIN) && i < rows.rows() * outputs(); i++) {
            out[i] = target.value(out[i]);
        }
    }

    private void add(float[] scores, int rows, float[] out, int at) {
        int outputs = outputs();
        int members = spec.members();
        float[] values = new float[outputs];
        for (int row = 0; row < rows; row++) {
            for (int member = 0; member < members; member++) {
                link.apply(scores, (row * members + member) * spec.scores(), spec.scores(), values, 0);
                for (int i = 0; i < outputs; i++) {
                    out[at + row * outputs + i] += values[i] / (members * sets.size());
                }
            }
        }
    }

    @Override
    public <R> R accept(ModelVisitor<R> visitor) {
        return visitor.network(this);
    }

    @Override
    public Node save() {
        Node node = new Node()
                .put("kind", KIND)
                .put("spec", spec.save())
                .put("parameters", flat())
                .put("link", link.name());
        if (!target.equals(Target.PLAIN)) {
            node.put("target", new float[] {target.centre(), target.spread(), target.low(), target.high()});
        }
        return node;
    }

    /** All sets, one after another. */
    private float[] flat() {
        float[] flat = new float[sets.size() * spec.parameters()];
        for (int i = 0; i < sets.size(); i++) {
            System.arraycopy(sets.get(i), 0, flat, i * spec.parameters(), spec.parameters());
        }
        return flat;
    }

    static NetworkModel load(Node node) {
        NetworkSpec spec = NetworkSpec.load(node.node("spec"));
        float[] parameters = node.floats("parameters");
        float[] target = node.has("target") ? node.floats("target") : new float[0];
        int size = spec.parameters();
        boolean fit = parameters.length > 0
                && size > 0
                && parameters.length % size == 0
                && parameters.length / size <= MOST_SETS;
        if (!fit || (target.length != 0 && target.length != 4)) {
            throw new ModelFileException(
                    "The model file is damaged: %d parameters for %s.".formatted(parameters.length, spec));
        }
        List<float[]> sets = new ArrayList<>();
        for (int from = 0; from < parameters.length; from += size) {
            sets.add(Arrays.copyOfRange(parameters, from, from + size));
        }
        return of(
                spec,
                sets,
                Link.load(node, spec.scores()),
                target.length == 0 ? Target.PLAIN : new Target(target[0], target[1], target[2], target[3]));
    }
}
