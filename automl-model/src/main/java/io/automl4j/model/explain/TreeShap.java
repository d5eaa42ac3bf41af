package io.automl4j.model.explain;

/**
 * Exact Shapley values of a tree for a row (Lundberg, Erion and Lee 2018, arXiv:1802.03888, algorithm 2; Lundberg and others
 * 2020, doi:10.1038/s42256-019-0138-9). What a set of players is worth is what the tree gives if nodes of players outside
 * send a row to both sides, by their shares of the training rows. Takes {@code O(leaves · depth²)}.
 *
 * <p>The way to a node is kept as the players that were asked, each once: the part of rows that passes if the player is not
 * known, whether the row passes if it is, and for each number of known players the sum of the weights of such sets.
 *
 * <p>Not thread-safe.
 */
final class TreeShap {
    private final ShapTree tree;
    private final float[] values;
    private final int at;
    /** {@code [players × width]}, to which is added. */
    private final double[] sums;

    /**
     * Explains a row.
     *
     * @param tree the tree
     * @param values encoded rows
     * @param at where the row begins
     * @param sums {@code [players × values of a leaf]}, to which is added
     */
    TreeShap(ShapTree tree, float[] values, int at, double[] sums) {
        this.tree = tree;
        this.values = values;
        this.at = at;
        this.sums = sums;
    }

    /** Adds what each player adds. */
    void run() {
        // a part that none is asked for, so that weights of the empty set have a place
        go(0, new Way(tree.mostPlayers() + 1).with(-1, 1, 1));
    }

    private void go(int node, Way way) {
        if (tree.isLeaf(node)) {
            add(tree.leaf(node), way);
            return;
        }
        int player = tree.player(node);
        int known = way.find(player);
        double unknownPasses = known < 0 ? 1 : way.zero[known];
        double knownPasses = known < 0 ? 1 : way.one[known];
        Way before = known < 0 ? way : way.without(known);
        boolean goesLeft = tree.goesLeft(node, values, at);
        double share = tree.leftShare(node);
        step(tree.left(node), before, new Passing(player, unknownPasses * share, goesLeft ? knownPasses : 0));
        step(tree.right(node), before, new Passing(player, unknownPasses * (1 - share), goesLeft ? 0 : knownPasses));
    }

    private record Passing(int player, double unknown, double known) {}

    private void step(int child, Way before, Passing passing) {
        // nobody comes there, whether the player is known or not
        if (passing.unknown > 0 || passing.known > 0) {
            go(child, before.with(passing.player, passing.unknown, passing.known));
        }
    }

    private void add(float[] leaf, Way way) {
        for (int i = 1; i < way.size; i++) {
            double weight = way.sumWithout(i) * (way.one[i] - way.zero[i]);
            int from = way.players[i] * leaf.length;
            for (int output = 0; output < leaf.length; output++) {
                sums[from + output] += weight * leaf[output];
            }
        }
    }

    /** The way to a node. */
    private static final class Way {
        private final int[] players;
        private final double[] zero;
        private final double[] one;
        private final double[] weights;
        private int size;

        Way(int most) {
            this.players = new int[most];
            this.zero = new double[most];
            this.one = new double[most];
            this.weights = new double[most];
        }

        private Way(Way other) {
            this.players = other.players.clone();
            this.zero = other.zero.clone();
            this.one = other.one.clone();
            this.weights = other.weights.clone();
            this.size = other.size;
        }

        int find(int player) {
            for (int i = 1; i < size; i++) {
                if (players[i] == player) {
                    return i;
                }
            }
            return -1;
        }

        /** With another player: EXTEND of the paper. */
        Way with(int player, double unknown, double known) {
            Way longer = new Way(this);
            int last = size;
            longer.players[last] = player;
            longer.zero[last] = unknown;
            longer.one[last] = known;
            longer.weights[last] = last == 0 ? 1 : 0;
            for (int i = last - 1; i >= 0; i--) {
                longer.weights[i + 1] += known * longer.weights[i] * (i + 1) / (last + 1);
                longer.weights[i] = unknown * longer.weights[i] * (last - i) / (last + 1);
            }
            longer.size++;
            return longer;
        }

        /** Without a player: UNWIND of the paper. */
        Way without(int gone) {
            Way shorter = new Way(this);
            int last = size - 1;
            double next = weights[last];
            for (int i = last - 1; i >= 0; i--) {
                if (one[gone] != 0) {
                    double kept = shorter.weights[i];
                    shorter.weights[i] = next * (last + 1) / ((i + 1) * one[gone]);
                    next = kept - shorter.weights[i] * zero[gone] * (last - i) / (last + 1);
                } else {
                    shorter.weights[i] = shorter.weights[i] * (last + 1) / (zero[gone] * (last - i));
                }
            }
            System.arraycopy(players, gone + 1, shorter.players, gone, last - gone);
            System.arraycopy(zero, gone + 1, shorter.zero, gone, last - gone);
            System.arraycopy(one, gone + 1, shorter.one, gone, last - gone);
            shorter.size--;
            return shorter;
        }

        /** The sum of the weights without a player, as {@link #without} has them. */
        double sumWithout(int gone) {
            int last = size - 1;
            double next = weights[last];
            double sum = 0;
            for (int i = last - 1; i >= 0; i--) {
                if (one[gone] != 0) {
                    double weight = next * (last + 1) / ((i + 1) * one[gone]);
                    next = weights[i] - weight * zero[gone] * (last - i) / (last + 1);
                    sum += weight;
                } else {
                    sum += weights[i] * (last + 1) / (zero[gone] * (last - i));
                }
            }
            return sum;
        }
    }
}
