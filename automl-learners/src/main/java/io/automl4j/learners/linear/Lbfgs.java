package io.automl4j.learners.linear;

import io.automl4j.api.trial.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;

/** Limited-memory BFGS with a backtracking line search (Nocedal and Wright 2006, algorithms 7.4 and 7.5). */
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final int MOST_ITERATIONS = 300;
    private static final int MOST_HALVINGS = 30;
    private static final double SUFFICIENT = 1e-4;
    private static final double TOLERANCE = 1e-5;

    private final PenalisedLoss loss;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    private record Pair(double[] step, double[] change, double product) {}

    private Lbfgs(PenalisedLoss loss) {
        this.loss = loss;
    }

    static double[] minimise(PenalisedLoss loss, double[] start, Cancellation cancellation) {
        return new Lbfgs(loss).run(start, cancellation);
    }

    private double[] run(double[] start, Cancellation cancellation) {
        double[] point = start;
        double[] gradient = new double[point.length];
        double value = loss.evaluate(point, gradient);
        for (int iteration = 0; iteration < MOST_ITERATIONS && norm(gradient) > TOLERANCE; iteration++) {
            cancellation.check();
            double[] direction = direction(gradient);
            double slope = dot(direction, gradient);
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double length = iteration == 0 ? Math.min(1, 1 / norm(gradient)) : 1;
            double reached = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                for (int i = 0; i < point.length; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                reached = loss.evaluate(next, nextGradient);
                if (reached <= value + SUFFICIENT * length * slope) {
                    break;
                }
                length /= 2;
            }
            if (!(reached < value)) {
                return point;
            }
            boolean settled = value - reached < 1e-9 * Math.max(1e-3, Math.abs(value));
            remember(point, next, gradient, nextGradient);
            point = next;
            gradient = nextGradient;
            value = reached;
            if (settled) {
                return point;
            }
        }
        return point;
    }

    private void remember(double[] point, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = new double[point.length];
        double[] change = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            step[i] = next[i] - point[i];
            change[i] = nextGradient[i] - gradient[i];
        }
        double product = dot(step, change);
        if (product > 1e-12) {
            pairs.addLast(new Pair(step, change, product));
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
    }

    /** The two-loop recursion: minus the inverse curvature times the gradient. */
    private double[] direction(double[] gradient) {
        double[] direction = gradient.clone();
        Deque<Double> factors = new ArrayDeque<>();
        pairs.descendingIterator().forEachRemaining(pair -> {
            double factor = dot(pair.step(), direction) / pair.product();
            factors.addLast(factor);
            add(direction, pair.change(), -factor);
        });
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            scale(direction, last.product() / dot(last.change(), last.change()));
        }
        for (Pair pair : pairs) {
            double factor = factors.removeLast() - dot(pair.change(), direction) / pair.product();
            add(direction, pair.step(), factor);
        }
        scale(direction, -1);
        return direction;
    }

    private static void add(double[] to, double[] what, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
