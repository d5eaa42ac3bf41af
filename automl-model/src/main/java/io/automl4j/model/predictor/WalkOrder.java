package io.automl4j.model.predictor;

import java.util.Arrays;

/**
 * An order of nodes in which a walk finds the next ones in few lines of a cache: tree by tree, two levels of a subtree beside each
 * other, then what is below them.
 */
final class WalkOrder {
    /** The place of a node that no tree leads to. */
    static final int NOWHERE = -1;

    private final int[] nodes;
    private final int[] places;
    /** Nodes with children that have no place. */
    private final int[] waiting;

    private int waits;
    private int next;

    WalkOrder(int[] nodes) {
        this.nodes = nodes;
        this.places = new int[nodes.length / TreesModel.STRIDE];
        this.waiting = new int[places.length];
        Arrays.fill(places, NOWHERE);
    }

    /** The place of each node, of trees in which each has one parent. */
    int[] of(int[] roots) {
        for (int root : roots) {
            places[root] = next++;
            waitFor(root);
            while (waits > 0) {
                int node = waiting[--waits];
                placeChildren(node);
                placeGrandchildren(left(node));
                placeGrandchildren(left(node) + 1);
            }
        }
        return places;
    }

    private int left(int node) {
        return nodes[node * TreesModel.STRIDE + 2];
    }

    private void waitFor(int node) {
        if (nodes[node * TreesModel.STRIDE] != TreesModel.LEAF) {
            waiting[waits++] = node;
        }
    }

    private void placeChildren(int node) {
        places[left(node)] = next++;
        places[left(node) + 1] = next++;
    }

    private void placeGrandchildren(int child) {
        if (nodes[child * TreesModel.STRIDE] != TreesModel.LEAF) {
            placeChildren(child);
            waitFor(left(child) + 1);
            waitFor(left(child));
        }
    }
}
