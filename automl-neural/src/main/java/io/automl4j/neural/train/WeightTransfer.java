package io.automl4j.neural.train;

import io.automl4j.api.learner.Transfer;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.MemberDense;
import io.automl4j.model.network.NetworkNode;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.Operation;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import io.automl4j.model.network.Wave;
import io.automl4j.model.predictor.NetworkModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Carries the weights of an earlier network over, so that the new one predicts the same from the columns that both have
 * before it has learned anything (as Net2Net does for wider layers, Chen, Goodfellow and Shlens 2016, arXiv:1511.05641). What
 * new columns are multiplied by in the first layer begins at 0; columns that are gone are as if at their median; layers behind
 * the first one whose shape is another begin by chance, and so does the last one where classes are new or gone.
 *
 * @param model the earlier network; of several sets of parameters the first one
 * @param transfer what its columns and outputs are now
 */
public record WeightTransfer(NetworkModel model, Transfer transfer) {

    /**
     * Whether a column was a number to the earlier network, rather than one of at most two values.
     *
     * @param column a column of now
     * @return empty where it made no difference, or the column is new
     */
    public Optional<Boolean> isNumber(int column) {
        Transfer.Column before = transfer.columns().get(column);
        List<NetworkNode> nodes = model.spec().nodes();
        List<Columns> numbers = nodes.stream()
                .filter(node -> node.operation() instanceof Periodic)
                .map(node -> (Columns) nodes.get(node.inputs().get(0)).operation())
                .toList();
        return !before.isKnown() || numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(numbers.stream()
                        .flatMapToInt(some -> Arrays.stream(some.columns()))
                        .anyMatch(number -> number == before.earlier()));
    }

    /**
     * Sets the parameters that carry over. None do if the first layer is of another width.
     *
     * @param spec the network of now
     * @param start its flat array, which is changed
     * @param target what its scores of numbers stand for
     */
    public void apply(NetworkSpec spec, float[] start, NetworkModel.Target target) {
        InputPositions now = InputPositions.of(spec);
        InputPositions then = InputPositions.of(model.spec());
        Dense layer = (Dense) spec.nodes().get(now.first()).operation();
        Dense before = (Dense) model.spec().nodes().get(then.first()).operation();
        boolean alike = layer.outputs() == before.outputs()
                && now.scalings().size() == then.scalings().size()
                && spec.members() == model.spec().members()
                && spec.nodes().size() - now.first() == model.spec().nodes().size() - then.first();
        if (alike) {
            new Carried(spec, start, now, then, model.sets().get(0)).all(target);
        }
    }

    /** Both networks and their parameters. */
    private final class Carried {
        private final NetworkSpec spec;
        private final float[] to;
        private final InputPositions now;
        private final InputPositions then;
        private final float[] from;
        private final int[] places;

        Carried(NetworkSpec spec, float[] to, InputPositions now, InputPositions then, float[] from) {
            this.spec = spec;
            this.to = to;
            this.now = now;
            this.then = then;
            this.from = from;
            this.places = now.before(then, transfer);
        }

        void all(NetworkModel.Target target) {
            for (int node = 0; node < now.first(); node++) {
                Operation operation = spec.nodes().get(node).operation();
                if (operation instanceof Embedding embedding) {
                    vectors(embedding, spec.offset(node));
                } else if (operation instanceof Periodic periodic) {
                    waves((Columns) before(node).operation(), periodic, spec.offset(node));
                }
            }
            for (int i = 0; i < now.scalings().size(); i++) {
                factors(now.scalings().get(i), then.scalings().get(i));
            }
            if (body()) {
                head(target);
            }
            firstLayer();
        }

        private NetworkNode before(int node) {
            return spec.nodes().get(spec.nodes().get(node).inputs().get(0));
        }

        private void vectors(Embedding embedding, int at) {
            Transfer.Column column = transfer.columns().get(embedding.column());
            for (int node = 0; node < then.first(); node++) {
                if (model.spec().nodes().get(node).operation() instanceof Embedding earlier
                        && earlier.column() == column.earlier()) {
                    int shared = Math.min(embedding.dimension(), earlier.dimension());
                    for (int code = 0; code <= embedding.levels(); code++) {
                        int known = code < embedding.levels() ? column.codes().get(code) : earlier.levels();
                        int row = model.spec().offset(node) + earlier.index(known) * earlier.dimension();
                        System.arraycopy(from, row, to, at + code * embedding.dimension(), shared);
                    }
                }
            }
        }

        private void waves(Columns columns, Periodic periodic, int at) {
            for (int node = 0; node < then.first(); node++) {
                NetworkNode earlier = model.spec().nodes().get(node);
                if (earlier.operation() instanceof Periodic known
                        && known.frequencies() == periodic.frequencies()
                        && known.dimension() == periodic.dimension()) {
                    Columns read = (Columns)
                            model.spec().nodes().get(earlier.inputs().get(0)).operation();
                    List<Integer> order = Arrays.stream(read.columns()).boxed().toList();
                    for (int feature = 0; feature < periodic.features(); feature++) {
                        Transfer.Column column = transfer.columns().get(columns.columns()[feature]);
                        int place = order.indexOf(column.earlier());
                        if (place >= 0) {
                            Waves source = new Waves(known, model.spec().offset(node), place);
                            wave(new Waves(periodic, at, feature), source, column);
                        }
                    }
                }
            }
        }

        private void wave(Waves target, Waves source, Transfer.Column column) {
            int frequencies = target.periodic().frequencies();
            for (int k = 0; k < frequencies; k++) {
                float frequency = from[source.frequencies() + k];
                to[target.frequencies() + k] = frequency * column.factor();
                to[target.phases() + k] = from[source.phases() + k] + frequency * column.shift() / Wave.TURNS;
            }
            int own = target.periodic().dimension() - 1;
            System.arraycopy(from, source.weights(), to, target.weights(), frequencies * own);
            System.arraycopy(from, source.biases(), to, target.biases(), own);
        }

        private void factors(int node, int earlier) {
            Scaling scaling = (Scaling) spec.nodes().get(node).operation();
            Scaling known = (Scaling) model.spec().nodes().get(earlier).operation();
            for (int set = 0; set < scaling.sets(); set++) {
                for (int i = 0; i < places.length; i++) {
                    if (places[i] >= 0) {
                        to[spec.offset(node) + set * scaling.width() + i] =
                                from[model.spec().offset(earlier) + set * known.width() + places[i]];
                    }
                }
            }
        }

        /** The layers between the first and the last one, up to one of another shape; whether there was none. */
        private boolean body() {
            int last = spec.nodes().size() - 1;
            for (int node = now.first() + 1; node < last; node++) {
                int earlier = node - now.first() + then.first();
                Operation operation = spec.nodes().get(node).operation();
                if (!operation.equals(model.spec().nodes().get(earlier).operation())) {
                    return false;
                }
                System.arraycopy(from, model.spec().offset(earlier), to, spec.offset(node), operation.parameters());
            }
            return true;
        }

        private void head(NetworkModel.Target target) {
            int node = spec.nodes().size() - 1;
            Operation operation = spec.nodes().get(node).operation();
            int earlier = model.spec().nodes().size() - 1;
            if (!transfer.hasSameOutputs()
                    || !operation.equals(model.spec().nodes().get(earlier).operation())) {
                return;
            }
            int count = operation instanceof MemberDense heads ? heads.count() : 1;
            Dense layer = operation instanceof MemberDense heads ? heads.layer() : (Dense) operation;
            float factor = model.target().spread() / target.spread();
            float shift = (model.target().centre() - target.centre()) / target.spread();
            for (int row = 0; row < count * (layer.inputs() + 1); row++) {
                boolean biases = row % (layer.inputs() + 1) == layer.inputs();
                for (int output = 0; output < layer.outputs(); output++) {
                    float weight = from[
                            model.spec().offset(earlier)
                                    + row * layer.outputs()
                                    + transfer.outputs().get(output)];
                    to[spec.offset(node) + row * layer.outputs() + output] = factor * weight + (biases ? shift : 0);
                }
            }
        }

        private void firstLayer() {
            Dense layer = (Dense) spec.nodes().get(now.first()).operation();
            Dense known = (Dense) model.spec().nodes().get(then.first()).operation();
            int outputs = layer.outputs();
            int at = spec.offset(now.first());
            int earlier = model.spec().offset(then.first());
            float gain = known.gain() / layer.gain();
            for (int i = 0; i < places.length; i++) {
                float factor = gain * line(i).factor();
                for (int unit = 0; unit < outputs; unit++) {
                    float weight = places[i] < 0 ? 0 : from[earlier + places[i] * outputs + unit];
                    to[at + i * outputs + unit] = weight * factor;
                }
            }
            System.arraycopy(from, earlier + known.inputs() * outputs, to, at + layer.inputs() * outputs, outputs);
            for (int member = 0; member < spec.members(); member++) {
                shift(member, known, earlier);
            }
        }

        /** How the value at a position becomes what the earlier network was given. */
        private Transfer.Column line(int position) {
            InputPositions.Position given = now.positions().get(position);
            return given.kind() == InputPositions.Kind.VALUE
                    ? transfer.columns().get(given.column())
                    : Transfer.Column.NEW;
        }

        /** What columns are shifted by goes to the biases: of a network of members to the summands of each. */
        private void shift(int member, Dense known, int earlier) {
            int outputs = known.outputs();
            float[] sums = new float[outputs];
            for (int i = 0; i < places.length; i++) {
                float value = places[i] < 0 ? 0 : line(i).shift() * scaled(member, places[i]) * known.gain();
                for (int unit = 0; value != 0 && unit < outputs; unit++) {
                    sums[unit] += value * from[earlier + places[i] * outputs + unit];
                }
            }
            int sets = spec.members();
            Operation next = spec.nodes().get(now.first() + 1).operation();
            boolean ofMembers = sets > 1 && next instanceof Scaling;
            int factors = ofMembers ? spec.offset(now.first() + 1) + member * outputs : 0;
            int biases = ofMembers ? factors + sets * outputs : spec.offset(now.first()) + places.length * outputs;
            for (int unit = 0; unit < outputs; unit++) {
                to[biases + unit] += ofMembers ? to[factors + unit] * sums[unit] : sums[unit];
            }
        }

        /** The product of all factors before the first layer. */
        private float scaled(int member, int place) {
            float product = 1;
            for (int node : then.scalings()) {
                Scaling scaling = (Scaling) model.spec().nodes().get(node).operation();
                int set = scaling.sets() == 1 ? 0 : member;
                product *= from[model.spec().offset(node) + set * scaling.width() + place];
            }
            return product;
        }
    }

    /** Where the parameters of a periodic feature lie. */
    private record Waves(Periodic periodic, int at, int feature) {
        int frequencies() {
            return at + feature * periodic.frequencies();
        }

        int phases() {
            return frequencies() + periodic.features() * periodic.frequencies();
        }

        int weights() {
            int each = periodic.frequencies() * (periodic.dimension() - 1);
            return at + 2 * periodic.features() * periodic.frequencies() + feature * each;
        }

        int biases() {
            int own = periodic.dimension() - 1;
            int weights = periodic.features() * periodic.frequencies() * own;
            return at + 2 * periodic.features() * periodic.frequencies() + weights + feature * own;
        }
    }
}
