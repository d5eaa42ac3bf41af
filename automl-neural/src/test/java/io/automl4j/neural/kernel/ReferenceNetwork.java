package io.automl4j.neural.kernel;

import io.automl4j.model.network.Activation;
import io.automl4j.model.network.BatchNorm;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Dropout;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.Identity;
import io.automl4j.model.network.Join;
import io.automl4j.model.network.LayerNorm;
import io.automl4j.model.network.MemberDense;
import io.automl4j.model.network.Members;
import io.automl4j.model.network.NetworkNode;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.OperationVisitor;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network in double precision, each operation by its formula, as training sees it. Slow and plain. */
final class ReferenceNetwork {
    private final NetworkSpec spec;

    ReferenceNetwork(NetworkSpec spec) {
        this.spec = spec;
    }

    /** Scores {@code [row][score]}. */
    double[][] scores(double[] parameters, double[][] rows) {
        List<double[][]> given = new ArrayList<>();
        for (int i = 0; i < spec.nodes().size(); i++) {
            NetworkNode node = spec.nodes().get(i);
            double[][] in = node.inputs().isEmpty() ? rows : joined(node, given);
            given.add(node.operation().accept(new Formula(parameters, spec.offset(i), in)));
        }
        return given.get(given.size() - 1);
    }

    private static double[][] joined(NetworkNode node, List<double[][]> given) {
        double[][] first = given.get(node.inputs().get(0));
        double[][] joined = new double[first.length][];
        for (int row = 0; row < joined.length; row++) {
            double[] sum = first[row].clone();
            for (int input : node.inputs().subList(1, node.inputs().size())) {
                sum = join(node.join(), sum, given.get(input)[row]);
            }
            joined[row] = sum;
        }
        return joined;
    }

    private static double[] join(Join join, double[] left, double[] right) {
        double[] joined = Arrays.copyOf(left, join == Join.CONCAT ? left.length + right.length : left.length);
        for (int i = 0; i < right.length; i++) {
            switch (join) {
                case SUM -> joined[i] += right[i];
                case CONCAT -> joined[left.length + i] = right[i];
                case GATED -> joined[i] *= 1 / (1 + Math.exp(-right[i]));
            }
        }
        return joined;
    }

    /** What each operation does, by its formula. */
    private record Formula(double[] p, int at, double[][] in) implements OperationVisitor<double[][]> {

        /** A row from a row and its number. */
        private interface RowFunction {
            double[] of(double[] row, int number);
        }

        private double[][] rows(RowFunction function) {
            double[][] out = new double[in.length][];
            for (int row = 0; row < in.length; row++) {
                out[row] = function.of(in[row], row);
            }
            return out;
        }

        /** A value from a value and its column. */
        private interface ValueFunction {
            double of(double value, int column);
        }

        private static double[] values(double[] row, ValueFunction function) {
            double[] out = new double[row.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = function.of(row[i], i);
            }
            return out;
        }

        @Override
        public double[][] columns(Columns operation) {
            float[] numbered = new float[operation.inputs()];
            for (int i = 0; i < numbered.length; i++) {
                numbered[i] = i;
            }
            float[] chosen = new float[operation.outputs()];
            operation.predict(new float[0], 0, numbered, numbered.length, chosen, 1);
            return rows((row, number) -> {
                double[] out = new double[chosen.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = row[(int) chosen[i]];
                }
                return out;
            });
        }

        @Override
        public double[][] embedding(Embedding operation) {
            return rows((row, number) -> {
                double code = row[operation.column()];
                int index = code >= 0 && code < operation.levels() ? (int) code : operation.levels();
                int from = at + index * operation.dimension();
                return Arrays.copyOfRange(p, from, from + operation.dimension());
            });
        }

        @Override
        public double[][] periodic(Periodic operation) {
            int d = operation.features();
            int f = operation.frequencies();
            int e = operation.dimension() - 1;
            return rows((row, number) -> {
                double[] out = new double[operation.outputs()];
                for (int j = 0; j < d; j++) {
                    out[j * (e + 1)] = row[j];
                    for (int i = 0; i < e; i++) {
                        double sum = p[at + 2 * d * f + d * f * e + j * e + i];
                        for (int k = 0; k < f; k++) {
                            double angle = 2 * Math.PI * p[at + j * f + k] * row[j] + p[at + d * f + j * f + k];
                            sum += Math.cos(angle) * p[at + 2 * d * f + (j * f + k) * e + i];
                        }
                        out[j * (e + 1) + 1 + i] = sum;
                    }
                }
                return out;
            });
        }

        @Override
        public double[][] dense(Dense operation) {
            return rows((row, number) -> sums(operation, row, at));
        }

        private double[] sums(Dense operation, double[] row, int from) {
            double[] out = new double[operation.outputs()];
            for (int j = 0; j < out.length; j++) {
                out[j] = p[from + operation.inputs() * out.length + j];
                for (int i = 0; i < row.length; i++) {
                    out[j] += operation.gain() * row[i] * p[from + i * out.length + j];
                }
            }
            return out;
        }

        @Override
        public double[][] activation(Activation operation) {
            return rows((row, number) -> values(row, (x, i) -> {
                double y = activated(operation, x);
                return operation.mixed() ? (1 - p[at + i]) * x + p[at + i] * y : y;
            }));
        }

        private static double activated(Activation operation, double x) {
            return switch (operation.function()) {
                case RELU -> Math.max(0, x);
                case SELU -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
                case GELU -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
                case SILU -> x / (1 + Math.exp(-x));
                case MISH -> x * Math.tanh(Math.log1p(Math.exp(x)));
                case TANH -> Math.tanh(x);
            };
        }

        @Override
        public double[][] batchNorm(BatchNorm operation) {
            int width = operation.width();
            double[] means = new double[width];
            double[] variances = new double[width];
            for (int i = 0; i < width; i++) {
                for (double[] row : in) {
                    means[i] += row[i] / in.length;
                }
                for (double[] row : in) {
                    variances[i] += (row[i] - means[i]) * (row[i] - means[i]) / in.length;
                }
            }
            return rows((row, number) -> values(
                    row,
                    (x, i) -> p[at + i] * (x - means[i]) / Math.sqrt(variances[i] + BatchNorm.EPSILON)
                            + p[at + width + i]));
        }

        @Override
        public double[][] layerNorm(LayerNorm operation) {
            int width = operation.width();
            return rows((row, number) -> {
                double mean = Arrays.stream(row).average().orElse(0);
                double variance = Arrays.stream(row)
                        .map(x -> (x - mean) * (x - mean))
                        .average()
                        .orElse(0);
                double deviation = Math.sqrt(variance + LayerNorm.EPSILON);
                return values(row, (x, i) -> p[at + i] * (x - mean) / deviation + p[at + width + i]);
            });
        }

        @Override
        public double[][] dropout(Dropout operation) {
            throw new UnsupportedOperationException("What is dropped at random has no formula.");
        }

        @Override
        public double[][] identity(Identity operation) {
            return rows((row, number) -> row.clone());
        }

        @Override
        public double[][] members(Members operation) {
            double[][] out = new double[in.length * operation.count()][];
            for (int row = 0; row < out.length; row++) {
                out[row] = in[row / operation.count()].clone();
            }
            return out;
        }

        @Override
        public double[][] scaling(Scaling operation) {
            int width = operation.width();
            return rows((row, number) -> {
                int factors = at + number % operation.sets() * width;
                int summands = factors + operation.sets() * width;
                return values(row, (x, i) -> p[factors + i] * x + (operation.shifted() ? p[summands + i] : 0));
            });
        }

        @Override
        public double[][] memberDense(MemberDense operation) {
            int own = operation.layer().parameters();
            return rows((row, number) -> sums(operation.layer(), row, at + number % operation.count() * own));
        }
    }
}
